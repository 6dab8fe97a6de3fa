"""Putting a ticket into somebody's hands, and out of them: what every way has in common."""

from schemas.people_words import UnitKind
from schemas.tickets import AssignmentState
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import begin, move
from server.people import service as people
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.models import Person
from server.people.places import Unit
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.relations import may_have
from server.tickets.service.alarms import await_answer


class WisherCannotDo(Refusal):
    code, title = "wisher_cannot_do", "不能派给本人"
    detail = "这是他（她）自己的心愿，请派给别人"


def assign(ticket: Ticket, role: str, state=AssignmentState.OFFERED, *, by: Actor, **who):
    """A new assignment for `person_id=` or `unit_id=`; flushed with its first record. A person
    must still hold the role that lets them. `due_on`: of a part that is due before the ticket."""
    for person in people.as_now(who["person_id"]) if who.get("person_id") else ():
        if not may_have(person, ticket):
            raise people.NoLongerHere
    row = Assignment(ticket_id=ticket.id, role=role, state=state, made_by_id=by.id)
    row.part, row.due_on = who.pop("part", ""), who.pop("due_on", None)
    row.person_id, row.unit_id = who.get("person_id"), who.get("unit_id")
    ticket.assignments.append(row)
    begin(row, "assign", by=by)
    if state is AssignmentState.OFFERED:
        await_answer(row)
    return row


def hold(ticket: Ticket, *, person_id: int | None = None, unit_id: int | None = None) -> None:
    ticket.holder_id, ticket.holder_unit_id = person_id, unit_id


def addressee(ticket: Ticket, form: dict) -> dict:
    unit_id, person_id = form.get("unit_id"), form.get("person_id")
    if (unit_id is None) == (person_id is None):
        raise Malformed(unit_id="请选一个单位，或者一个人")
    if person_id in everybody(ticket.wisher_id):
        raise WisherCannotDo
    if unit_id and _takes_slips(db.session.get(Unit, unit_id), ticket):
        return {"unit_id": unit_id}
    if person_id and people.can_help(db.session.get(Person, person_id), ticket.area):
        if not (form["part"] or ticket.card):
            raise Malformed(part="请写一句请他（她）做什么：接单以前只看得到这一句")
        return {"person_id": person_id}
    raise Malformed(unit_id="这里没有这个单位或这个人")


def _takes_slips(unit: Unit | None, ticket: Ticket) -> bool:
    """A desk receives; nobody there could accept for it."""
    return people.serves(unit, ticket.area) and unit.kind is not UnitKind.DESK


def as_doer(ticket: Ticket, by: Actor) -> Actor:
    """A unit officer acts for the unit that has the slip; with a wish of their own they do not."""
    if by.unit_id:  # it is said already: on paper, or by a code
        return by
    slips = {a.unit_id for a in ticket.assignments if a.state.has("live") and not a.is_part}
    return by.acting_for(min(slips & by.units, default=None))


def worked(ticket: Ticket, by) -> None:
    """For good, also when they leave the unit for which they did it: they turn no second key. Of a
    unit everybody who acts for it now, for by a code or on paper it does not say who did."""
    did = [*([by.id] if by.id else []), *(people.officers_of(by.unit_id) if by.unit_id else [])]
    if new := [one for one in dict.fromkeys(did) if one not in ticket.worker_ids]:
        ticket.worker_ids = [*ticket.worker_ids, *new]


def drop(ticket: Ticket, action: str, states, *, by, reason: str | None = None, of=None) -> None:
    """The assignments that are in one of the states; `of`: only of these."""
    for assignment in ticket.assignments if of is None else of:
        if assignment.state in states:
            assignment.reason = reason
            move(assignment, action, by=by)
