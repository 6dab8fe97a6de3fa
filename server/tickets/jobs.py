"""What falls due on a ticket. Each looks again before it does anything."""

from datetime import datetime

from sqlalchemy import select

from schemas.clock_words import AlarmLevel
from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.jobs import defer, job
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.service import (
    alarms,
    closing,
    reckoning,
    rewards,
    share_alarms,
    visits,
    waiting,
)
from server.tickets.service.backstop import to_backstop
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
def alarm(ticket_id: int, round: int, level: str, due: str) -> None:
    """A reminder or a step of the escalation: still the same round, due date and hands."""
    ticket = locked(ticket_id)
    if alarms.still_so(ticket, round, datetime.fromisoformat(due)):
        alarms.alarm(ticket, AlarmLevel(level), to_backstop)


@job
def offer_unanswered(assignment_id: int) -> None:
    offer = db.session.get_one(Assignment, assignment_id)
    ticket = locked(offer.ticket_id)
    db.session.refresh(offer)
    alarms.unanswered(ticket, offer)


@job
def share_alarm(assignment_id: int, level: str, due: str) -> None:
    """A unit or person is reminded of their share, or hears that it is late."""
    share = db.session.get_one(Assignment, assignment_id)
    locked(share.ticket_id)
    db.session.refresh(share)
    share_alarms.alarm(share, AlarmLevel(level), datetime.fromisoformat(due))


@job
def still_waiting(ticket_id: int, since: str, when: str) -> None:
    """The resident was asked and does not answer: still the same question."""
    ticket, asked_at = locked(ticket_id), datetime.fromisoformat(since)
    if ticket.state is TicketState.WAITING and ticket.paused_since == asked_at:
        waiting.remind(ticket, datetime.fromisoformat(when))


@job
def reckon_again(years: list[int], after_id: int = 0) -> None:
    """Staff corrected the calendar: due dates of unfinished tickets are counted anew."""
    go_on = reckoning.reckon_again(years, after_id)
    if go_on is not None:
        defer("tickets.reckon_again", years=years, after_id=go_on)


@job
def return_visit(ticket_id: int, round: int) -> None:
    """A month after the resident's word: somebody asks whether it still holds."""
    visits.come_due(locked(ticket_id), round)


@job
def pay(ticket_id: int) -> None:
    """Points for whoever did it; called twice, nothing more is paid."""
    rewards.pay(locked(ticket_id))
