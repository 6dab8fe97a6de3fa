"""Key 1: whoever did it says that it is done. It closes nothing."""

from datetime import timedelta

from schemas.tickets import AssignmentState
from server.core import clock
from server.core.jobs import defer
from server.core.moves import move
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.service import telling
from server.tickets.service.attach import attach
from server.tickets.service.hands import as_doer, assign, drop, take, worked

PATIENCE = timedelta(days=7)  # silence after key 1 before it counts as "closed, not rated"


def answer(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """首接首问即时答: answered on the spot by whoever received it."""
    move(ticket, "answer", by=by)
    done = assign(ticket, "lead", AssignmentState.ACCEPTED, by=by, person_id=by.id)
    take(ticket, done, by=by)
    ticket.answered_at = clock.now()
    _say_done(ticket, form, by=by)
    return ticket


def finish(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Key 1: the doer's word, with words and pictures. It closes nothing."""
    by = as_doer(ticket, by)
    move(ticket, "finish", by=by)
    if form.get("level"):
        ticket.level = form["level"]
    _say_done(ticket, form, by=by)
    return ticket


def _say_done(ticket: Ticket, form: dict, *, by: Actor) -> None:
    drop(ticket, "decline", (AssignmentState.ASKED,), by=by)  # there is no place left to wait for
    for assignment in ticket.in_hand:
        if assignment.state is AssignmentState.ACCEPTED:
            move(assignment, "finish", by=by)
    ticket.done_at, ticket.outcome = clock.now(), form["words"]
    worked(ticket, by)
    attach(ticket, form["photo_ids"], "after", by=by)
    at = ticket.done_at + PATIENCE
    defer("tickets.close_unrated", at=at, ticket_id=ticket.id, round=ticket.round)
    telling.done(ticket)
