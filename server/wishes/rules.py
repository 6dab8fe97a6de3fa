"""Who may make, screen, claim and give back a wish; and which of these to offer as a button."""

from schemas.people_words import DESK, Role
from schemas.ticket_words import Kind
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.relations import belongs_to, is_wisher
from server.tickets.rules import at_desk, signed_in

submit_wish = list_helped = signed_in


def screen_wish(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Of tickets, wishes alone come onto the wall."""
    return ticket.kind is Kind.WISH and at_desk(actor, ticket)


take_down_wish = decline_claim = screen_wish


def confirm_claim(actor: Actor, ticket: Ticket, form: dict) -> bool:
    """Nobody confirms their own claim."""
    own = any(a.id == form["assignment_id"] and belongs_to(actor, a) for a in ticket.assignments)
    return screen_wish(actor, ticket) and not own


def submit_offline_wishes(actor: Actor, form=None) -> bool:
    """At the doors: the desk's people only, for they answer for what was said there."""
    return actor.holds(*DESK)


def is_volunteer(actor: Actor, ticket: Ticket) -> bool:
    """Confirmed by staff, for this part of the county."""
    return actor.holds(Role.VOLUNTEER, Role.TEAM_LEADER, at=ticket.area.path)


def claim_wish(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Whoever wishes does not grant it. That it is taken already is told by a refusal."""
    may = ticket.kind is Kind.WISH and is_volunteer(actor, ticket)
    return may and not is_wisher(actor, ticket)


def unask(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Whoever waits for the desk's consent."""
    return any(a.state == "asked" and belongs_to(actor, a) for a in ticket.assignments)


def release_wish(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Give back what one has claimed: the lead, or a helper for themselves."""
    return ticket.on_show and any(belongs_to(actor, a) for a in ticket.in_hand)


def print_poster(actor: Actor, area) -> bool:
    return actor.works_at(area.path) or actor.holds(Role.ADMINISTRATOR, at=area.path)


# ---- buttons


def involved(actor: Actor, ticket: Ticket) -> bool:
    waiting = [a for a in ticket.assignments if a.state.has("live") or a.state == "asked"]
    return any(belongs_to(actor, a) for a in waiting)


def _could_help(actor: Actor, ticket: Ticket) -> bool:
    room = len(ticket.in_hand) < ticket.helpers_needed
    free = room and ticket.on_show and not involved(actor, ticket)
    return free and claim_wish(actor, ticket)


def could_claim(actor: Actor, ticket: Ticket) -> bool:
    return _could_help(actor, ticket) and not ticket.group.has("guarded")


def could_ask(actor: Actor, ticket: Ticket) -> bool:
    return _could_help(actor, ticket) and ticket.group.has("guarded")


def could_answer_claims(actor: Actor, ticket: Ticket) -> bool:
    return screen_wish(actor, ticket) and any(a.state == "asked" for a in ticket.assignments)


def could_confirm_claims(actor: Actor, ticket: Ticket) -> bool:
    """While there is a place, and somebody else waits for it."""
    room = len(ticket.in_hand) < ticket.helpers_needed
    waiting = [a for a in ticket.assignments if a.state == "asked" and not belongs_to(actor, a)]
    return room and bool(waiting) and screen_wish(actor, ticket)
