"""联审联办: beside the lead other units have each its part. A part moves for itself; the ticket
stays where it is, with its one holder."""

from datetime import date

from schemas.tickets import AssignmentState
from server.core import clock
from server.core.errors import Malformed, Refusal
from server.core.moves import move
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present.names import doer
from server.tickets.service import telling_parts as telling
from server.tickets.service.assigning import addressee, assign, drop, worked
from server.tickets.service.attach import attach, with_proof
from server.tickets.service.share_alarms import done_now
from server.tickets.service.telling import doers
from server.workdays.calendar import closing, is_workday, known_days

PARTS_MAX = 5  # beside the lead: what more units do is two slips


class TooManyParts(Refusal):
    code, title = "too_many_parts", "协办单位太多了"
    detail = f"一张联办单最多 {PARTS_MAX} 个协办单位，请先撤回一个"


class PartsOpen(Refusal):
    code, title = "parts_open", "协办的部分还没有办好"


def offer_parts(ticket: Ticket, parts: list[dict], *, by: Actor) -> list[Assignment]:
    """To units or persons who have none of it yet, each with its words and perhaps its own day."""
    taken = {(a.unit_id, a.person_id) for a in ticket.assignments if a.state.has("live")}
    offered = []
    for part in parts:
        who = _addressee(ticket, part)
        if (who.get("unit_id"), who.get("person_id")) in taken:
            raise Malformed(co="同一个单位（人）只能有一份")
        taken.add((who.get("unit_id"), who.get("person_id")))
        day = _day(ticket, part.get("due_on"))
        offered.append(assign(ticket, "co", by=by, part=part["part"], due_on=day, **who))
    if len(ticket.parts) > PARTS_MAX:
        raise TooManyParts
    return offered


def _addressee(ticket: Ticket, part: dict) -> dict:
    try:
        return addressee(ticket, part)
    except Malformed as wrong:
        (why,) = next(iter(wrong.problems.values()))
        raise Malformed(co=why) from wrong


def _day(ticket: Ticket, day: date | None) -> date | None:
    """A part may be due before the ticket, never after it; not said, by its limit or with it."""
    if day is None:
        return None
    if closing(day) <= clock.now():
        raise Malformed(co="协办的期限要在今天之后")
    if day > clock.local(ticket.due_at).date():
        raise Malformed(co="协办的期限不能晚于整件事的期限")
    if not is_workday(day, known_days()):
        raise Malformed(co="协办的期限那天不上班，请选一个工作日")
    return day


# ---- the desk


def add_part(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    (part,) = offer_parts(ticket, [form], by=by)
    move(ticket, "add_part", by=by, assignment=part.id)
    telling.part_offered(ticket, part)
    return ticket


def drop_part(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Taken back from a unit that was asked or has it; what it has done stays on record."""
    part = part_of(ticket, form["assignment_id"])
    move(ticket, "drop_part", by=by, assignment=part.id)
    _end(ticket, [part], by=by, reason=form["words"])
    telling.part_dropped(ticket, part, form["words"])
    return ticket


def part_of(ticket: Ticket, assignment_id: int) -> Assignment:
    for part in ticket.parts:
        if part.id == assignment_id:
            return part
    raise Malformed(assignment_id="这一部分已经不在办了，请刷新")


# ---- whoever has the part


def accept_part(ticket: Ticket, form: dict, *, by: Actor, channel="app") -> Ticket:
    part, by = _mine(ticket, form, by)
    move(part, "accept", by=by, channel=channel)
    move(ticket, "accept_part", by=by, channel=channel, assignment=part.id)
    part.accepted_at = clock.now()
    worked(ticket, by)
    telling.part_accepted(ticket, part)
    return ticket


def bounce_part(ticket: Ticket, form: dict, *, by: Actor, channel="app") -> Ticket:
    """The desk is told; the rest goes on."""
    part, by = _mine(ticket, form, by)
    move(part, "bounce", by=by, channel=channel)
    move(ticket, "bounce_part", by=by, channel=channel, assignment=part.id)
    part.reason = form["words"]
    telling.part_bounced(ticket, part, form["words"])
    return ticket


def finish_part(ticket: Ticket, form: dict, *, by: Actor, channel="app") -> Ticket:
    """Their word on their part; key 1 is the lead's."""
    part, by = _mine(ticket, form, by)
    move(part, "finish", by=by, channel=channel)
    move(ticket, "finish_part", by=by, channel=channel, assignment=part.id)
    part.outcome = form["words"] if channel == "paper" else with_proof(form, by)
    done_now(part)
    worked(ticket, by)
    attach(ticket, form["photo_ids"], "after", by=by)
    telling.part_done(ticket, part)
    return ticket


def _mine(ticket: Ticket, form: dict, by: Actor) -> tuple[Assignment, Actor]:
    """Whoever acts for a unit, signed in, acts in its name."""
    part = part_of(ticket, form["assignment_id"])
    return part, by if by.unit_id else by.acting_for(part.unit_id)


# ---- the whole


def check_parts(ticket: Ticket) -> None:
    """Key 1 waits for everybody who said yes or has not said anything."""
    if waits := "、".join(doer(part) for part in ticket.open_parts):
        raise PartsOpen(f"还在等{waits}办好或答复。不用等的，请社区先撤回")


def end_parts(ticket: Ticket, *, by) -> None:
    """The lead is gone, or the ticket is over. None of it counts as a bounce of theirs."""
    parts = ticket.parts
    if parts:
        told = doers(parts)
        _end(ticket, parts, by=by)
        telling.parts_ended(ticket, told)


def _end(ticket: Ticket, parts: list[Assignment], *, by, reason: str | None = None) -> None:
    for action, state in (
        ("drop", AssignmentState.OFFERED),
        ("release", AssignmentState.ACCEPTED),
        ("set_aside", AssignmentState.DONE),
    ):
        drop(ticket, action, (state,), by=by, reason=reason, of=parts)
