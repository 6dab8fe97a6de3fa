"""Talking about a ticket: asking the resident while the clock stands still, lines of progress."""

from server.core import clock
from server.core.db import db
from server.core.moves import move
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.parts import Note
from server.tickets.service import telling
from server.tickets.service.attach import attach
from server.tickets.service.due import unpause


def ask(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    """The clock stands still while the resident is asked."""
    move(ticket, "ask", by=by)
    ticket.paused_since = clock.now()
    write(ticket, words, by=by)
    telling.asked(ticket, words)
    return ticket


def reply(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    move(ticket, "reply", by=by)
    unpause(ticket)
    write(ticket, form["words"], by=by)
    attach(ticket, form["photo_ids"], "before", by=by)
    telling.replied(ticket)
    return ticket


def note(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """A line of progress. It is no step, so it leaves no move."""
    ticket.flow.after(ticket.state, "note")
    inside = form["for_staff"]
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
