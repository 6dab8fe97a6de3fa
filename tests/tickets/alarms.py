"""What the clock told, and to whom, as tests of alarms ask for it."""

from server.core.db import db
from server.messages.models import Message
from server.tickets.timed import Escalation


def levels(ticket) -> list[str]:
    query = db.select(Escalation).where(Escalation.ticket_id == ticket.id).order_by(Escalation.id)
    return [row.level.value for row in db.session.scalars(query)]


def inbox(person):
    return db.session.scalars(db.select(Message).where(Message.person_id == person.id)).all()
