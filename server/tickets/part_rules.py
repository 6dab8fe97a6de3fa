"""Who may do what to a part of a joint slip: whoever has it, and the desk."""

from schemas.ticket_words import SlipKind
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.relations import handles, is_party, is_wisher, parts_of
from server.tickets.rules import at_desk


def add_part(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Of what was dispatched; a wish on the wall has helpers, not parts."""
    return at_desk(actor, ticket) and not ticket.on_show


drop_part = add_part


def accept_part(actor: Actor, ticket: Ticket, form: dict) -> bool:
    """Their own part, and not of their own wish."""
    mine = (part.id for part in parts_of(actor, ticket))
    return form["assignment_id"] in mine and not is_wisher(actor, ticket)


bounce_part = finish_part = accept_part


def by_paper(actor: Actor, ticket: Ticket, form: dict) -> bool:
    """What a unit has written on its slip, typed in by the desk; never for one's own unit."""
    named = (a for a in ticket.assignments if a.id == form["assignment_id"])
    return any(for_unit(actor, ticket, assignment) for assignment in named)


def for_unit(actor: Actor, ticket: Ticket, assignment: Assignment) -> bool:
    unit_id = assignment.unit_id
    return unit_id is not None and unit_id not in actor.units and at_desk(actor, ticket)


def print_slip(actor: Actor, ticket: Ticket, form: dict) -> bool:
    """办结反馈单 also for whoever gives the word on it; the others go to units, from the desk."""
    party = form["kind"] is SlipKind.FEEDBACK and is_party(actor, ticket)
    return party or handles(actor, ticket)
