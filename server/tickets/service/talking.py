"""Talking about a ticket: asking the resident while the clock stands still, lines of progress."""

from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.moves import move
from server.people.actor import Actor
from server.tickets import rules
from server.tickets.models import Ticket
from server.tickets.parts import Note
from server.tickets.relations import is_party
from server.tickets.service import telling, waiting
from server.tickets.service.attach import attach
from server.tickets.service.due import unpause


def ask(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    """The clock stands still while the resident is asked."""
    move(ticket, "ask", by=by)
    ticket.paused_since, ticket.asked_by_id = clock.now(), by.id
    write(ticket, words, by=by)
    telling.asked(ticket, words)
    waiting.begin(ticket)
    return ticket


def reply(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    move(ticket, "reply", by=by)
    unpause(ticket)
    write(ticket, form["words"], by=by)
    attach(ticket, form["photo_ids"], "before", by=by)
    telling.replied(ticket)
    return ticket


def note(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """A line of progress. It is no step, so it leaves no move; but what a resident writes who was
    asked is their answer."""
    ticket.flow.after(ticket.state, "note")
    inside = form["for_staff"]
    asked = ticket.state is TicketState.WAITING and is_party(by, ticket)
    if asked and not inside and rules.reply(by, ticket):
        return reply(ticket, form, by=by)
    line = write(ticket, form["words"], by=by, for_staff=inside)
    attach(ticket, form["photo_ids"], "inside" if inside else "before", by=by)
    if not inside:
        telling.noted(ticket, line, by=by)
    return ticket


def write(ticket: Ticket, words: str, *, by: Actor, for_staff: bool = False) -> Note:
    """Flushed: it has an id."""
    line = Note(ticket_id=ticket.id, author_id=by.id, for_staff=for_staff, words=words)
    db.session.add(line)
    db.session.flush()
    return line
