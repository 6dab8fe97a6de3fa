"""Names and words that every view of a ticket shares."""

from schemas.tickets import YOURS, AssignmentState, TicketState
from server.core import clock
from server.people.actor import Actor
from server.people.service import masked_name
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.relations import asked_as_unit, belongs_to, has_accepted, is_proxy, is_wisher

BACK = {
    AssignmentState.BOUNCED: "被退回",
    AssignmentState.RELEASED: "被交回",
    AssignmentState.DECLINED: "没有人接",
}


def title(ticket: Ticket, *, hidden: bool = False) -> str:
    """The card's headline; else, for those who may read it, what it was called before it came back,
    or the first words of what was said."""
    if ticket.card:
        return ticket.card.headline
    if hidden:
        return ticket.category.label
    if ticket.details.subject:
        return ticket.details.subject
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


def for_whom(actor: Actor | None, ticket: Ticket) -> str | None:
    """Of a wish made for somebody else: whose it is. Whoever typed the name may read it again; to
    the wisher it is their own."""
    if ticket.wisher_id == ticket.entered_by_id or is_wisher(actor, ticket):
        return None
    name = ticket.wisher.display_name
    return name if is_proxy(actor, ticket) else masked_name(name)


def proxy(ticket: Ticket) -> str:
    """As what somebody spoke for the wisher: what they said, or the desk they sat at."""
    return ticket.proxy.label if ticket.proxy else ticket.channel.label


def overdue(ticket: Ticket) -> bool:
    """As it is counted: while the resident is asked, it gets no later."""
    counts = ticket.state.has("ticking") or ticket.state is TicketState.WAITING
    return counts and ticket.due_at < (ticket.paused_since or clock.now())


def faded(ticket: Ticket) -> bool:
    """Whether doers may no longer read what was said and where."""
    return ticket.details.fade_on is not None and ticket.details.fade_on <= clock.today()


def hidden(actor: Actor | None, ticket: Ticket) -> bool:
    """Whether a doer may not read what was said, and where: not yet, or no longer."""
    return faded(ticket) or not (has_accepted(actor, ticket) or asked_as_unit(actor, ticket))


def uncallable(actor: Actor | None, ticket: Ticket) -> bool:
    """Whether a doer may not read whom to call."""
    return faded(ticket) or not has_accepted(actor, ticket)


def my_part(actor: Actor | None, ticket: Ticket) -> str:
    """What the desk asked of whoever asks, in its words."""
    parts = [a.part for a in ticket.assignments if a.state.has("live") and belongs_to(actor, a)]
    return parts[-1] if parts else ""


def answer_by(actor: Actor | None, ticket: Ticket):
    """Until when whoever asks is to say whether they take it; none once they did."""
    asked = [a for a in ticket.assignments if a.state is AssignmentState.OFFERED]
    times = [a.answer_by for a in asked if belongs_to(actor, a) and a.answer_by]
    return min(times, default=None)


def state_label(ticket: Ticket, *, party: bool) -> str:
    """To the resident: 您, not 居民."""
    return YOURS.get(ticket.state, ticket.state.label) if party else ticket.state.label


def asked(ticket: Ticket) -> str | None:
    """Who was asked to take it and has not answered: first who is to lead, then parts."""
    asked = [a for a in ticket.assignments if a.state is AssignmentState.OFFERED]
    return next((doer(a) for a in sorted(asked, key=lambda a: a.is_part)), None)


def mark(ticket: Ticket) -> str | None:
    """How it came back to whoever has it now, if it did."""
    if ticket.reopens and ticket.state.has("working"):
        return f"居民说没办好 {ticket.reopens} 次"
    if not ticket.state.has("intake"):
        return _bounced_part(ticket)
    if not (ticket.assignments or ticket.outcome):
        return None
    if ticket.outcome:  # it was answered or refused, and is here again
        return "居民不同意"
    leads = [a for a in ticket.assignments if not a.is_part]
    latest = max(leads, key=lambda a: a.changed_at, default=None)
    return latest and BACK.get(latest.state)


def _bounced_part(ticket: Ticket) -> str | None:
    """A part that came back while the rest goes on, until somebody else is asked."""
    parts = [a for a in ticket.assignments if a.is_part and ticket.state.has("open")]
    newest = max((a.made_at for a in parts), default=None)
    back = [a for a in parts if a.state is AssignmentState.BOUNCED and a.changed_at >= newest]
    return f"{doer(back[-1])}退回了协办" if back else None


def my_claim(actor: Actor | None, ticket: Ticket) -> str | None:
    """What whoever asks has to do with it: 想认领，等社区同意 · 已接单 …"""
    ours = [a for a in ticket.assignments if belongs_to(actor, a)]
    latest = max(ours, key=lambda a: a.id, default=None)
    return latest and latest.state.label


def asked_label(actor: Actor | None, ticket: Ticket) -> str | None:
    """想认领，等社区同意: what somebody only asked for is not in their hands."""
    waits = AssignmentState.ASKED
    asked = any(a.state is waits and belongs_to(actor, a) for a in ticket.assignments)
    return waits.label if asked else None


def places_left(ticket: Ticket) -> int:
    return max(ticket.helpers_needed - len(ticket.in_hand), 0)
