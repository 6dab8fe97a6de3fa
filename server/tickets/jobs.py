"""What falls due on a ticket. Each looks again before it does anything."""

from sqlalchemy import select

from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.jobs import job
from server.tickets.models import Ticket
from server.tickets.service import closing, rewards
from server.tickets.service.doing import PATIENCE


def locked(ticket_id: int) -> Ticket:
    query = select(Ticket).where(Ticket.id == ticket_id)
    return db.session.scalars(query.with_for_update(key_share=True, of=Ticket)).one()


@job
def close_unrated(ticket_id: int, round: int) -> None:
    """Seven days after key 1: still not rated, and not done anew since."""
    ticket = locked(ticket_id)
    silent = ticket.state is TicketState.DONE and ticket.done_at + PATIENCE <= clock.now()
    if silent and ticket.round == round:
        closing.close_unrated(ticket)


@job
def pay(ticket_id: int) -> None:
    """Points for whoever did it; called twice, nothing more is paid."""
    rewards.pay(locked(ticket_id))
