"""Names and words that every view of a ticket shares."""

from server.core import clock
from server.people.actor import Actor
from server.people.service import masked_name
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.rules import belongs_to


def title(ticket: Ticket) -> str:
    """For those who may read what was said: the card's headline, else the first words of it."""
    if ticket.card:
        return ticket.card.headline
    text = ticket.details.text
    if not text:
        return "语音心愿，等社区整理"
    first = text.splitlines()[0]
    return first if len(first) <= 24 else first[:23] + "…"


def holder(ticket: Ticket) -> str:
    if ticket.holder_unit:
        return ticket.holder_unit.name
    return ticket.holder.display_name


def receiver(ticket: Ticket) -> str:
    return ticket.receiver_unit.name if ticket.receiver_unit else ticket.receiver.display_name


def doer(assignment: Assignment) -> str:
    return assignment.unit.name if assignment.unit else assignment.person.display_name


def for_whom(ticket: Ticket) -> str | None:
    """Of a wish made for somebody else: whose it is, as little as will do."""
    if ticket.wisher_id == ticket.entered_by_id:
        return None
    return masked_name(ticket.wisher.display_name)


def proxy(ticket: Ticket) -> str:
    """As what somebody spoke for the wisher: what they said, or the desk they sat at."""
    return ticket.proxy.label if ticket.proxy else ticket.channel.label


def overdue(ticket: Ticket) -> bool:
    return ticket.state.has("ticking") and ticket.due_at < clock.now()


def faded(ticket: Ticket) -> bool:
    """Whether doers may no longer read what was said and where."""
    return ticket.details.fade_on is not None and ticket.details.fade_on <= clock.today()


def my_claim(actor: Actor | None, ticket: Ticket) -> str | None:
    """What whoever asks has to do with it: 想认领，等社区同意 · 已接单 …"""
    ours = [a for a in ticket.assignments if belongs_to(actor, a)]
    latest = max(ours, key=lambda a: a.id, default=None)
    return latest and latest.state.label


def places_left(ticket: Ticket) -> int:
    return max(ticket.helpers_needed - len(ticket.in_hand), 0)
