"""Somebody closes their account: what was answered them at reception days goes."""

from sqlalchemy import select, update

from schemas.people_words import PersonState
from server.core.db import db
from server.people import upward
from server.people.models import Person
from server.reception.models import AgendaItem
from server.tickets.models import Ticket


@upward.when_gone
def forget_answers(person: Person, *, roles, by) -> None:
    if person.state is not PersonState.CLOSED:
        return
    theirs = select(Ticket.id).where(Ticket.wisher_id == person.id)
    answered = update(AgendaItem).where(AgendaItem.ticket_id.in_(theirs))
    db.session.execute(answered.values(words=None))
