"""三单: printing a slip, and what a slip opens for the one who scans it."""

from sqlalchemy import func, select

from schemas.ticket_words import SlipKind
from schemas.tickets import AssignmentState
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.people.actor import Actor
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.slips import Slip

MOST_OWN = 5  # printed by whoever gives the word on it


class NotPrintable(Refusal):
    code, title = "not_printable", "现在不能打印这张单子"


WHY_NOT = {
    SlipKind.SPOT: "这件事已经办结或已经说办好了，不用再交办",
    SlipKind.JOINT: "还没有联办单位，请先交办并加上协办单位",
    SlipKind.FEEDBACK: "办的人说办好以后，才打印办结反馈单",
}


def print_slip(ticket: Ticket, form: dict, *, by: Actor) -> Slip:
    """Each printing is a paper of its own, and its code opens the right page for ever."""
    kind = form["kind"]
    if not printable(ticket, kind):
        raise NotPrintable(WHY_NOT[kind])
    if not relations.handles(by, ticket):
        _must_be_few(ticket, by)
    slip = Slip(ticket_id=ticket.id, kind=kind, round=ticket.round, printed_by_id=by.id)
    slip.ticket, slip.assignment = ticket, _copy_for(ticket, kind, form.get("assignment_id"))
    db.session.add(slip)
    db.session.flush()
    return slip


def _must_be_few(ticket: Ticket, by: Actor) -> None:
    """Of one round: a paper that is lost is printed again, not without end."""
    theirs = Slip.ticket_id == ticket.id, Slip.printed_by_id.in_(by.ids)
    many = select(func.count(Slip.id)).where(*theirs, Slip.round == ticket.round)
    if db.session.scalar(many) >= MOST_OWN:
        raise NotPrintable(f"已经打印了 {MOST_OWN} 张，请用其中一张；还需要的，请社区打印")


def printable(ticket: Ticket, kind: SlipKind) -> bool:
    if kind is SlipKind.FEEDBACK:
        return "confirm" in ticket.flow.actions(ticket.state)
    return ticket.state.has("open") and (kind is SlipKind.SPOT or bool(ticket.parts))


def _copy_for(ticket: Ticket, kind: SlipKind, assignment_id: int | None) -> Assignment | None:
    """Whose copy it is: the unit's that was named; of a 现场交办单, of whoever it went to."""
    live = [a for a in ticket.assignments if a.unit_id and a.state.has("live")]
    if kind is SlipKind.FEEDBACK:
        return None
    if assignment_id is None:
        leads = [a for a in live if a.role == "lead"] if kind is SlipKind.SPOT else []
        return leads[0] if leads else None
    for share in live:
        if share.id == assignment_id:
            return share
    raise Malformed(assignment_id="这个单位不在这张单子上，请刷新")


def shares_of(ticket: Ticket) -> list[Assignment]:
    """Who is on a joint slip, the lead first."""
    gone = (AssignmentState.ASKED,)
    live = [a for a in ticket.assignments if a.state.has("live") and a.state not in gone]
    return sorted(live, key=lambda a: (a.is_part, a.id))
