"""From hand to hand: dispatching, accepting, giving back, taking back."""

from schemas.people_words import DESK, Level, UnitKind
from schemas.tickets import AssignmentState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import begin, move
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.people.places import Area, Unit
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.relations import may_have
from server.tickets.service import rewards, telling
from server.tickets.service.talking import unpause, write


class WisherCannotDo(Refusal):
    code, title = "wisher_cannot_do", "不能派给本人"
    detail = "这是他（她）自己的心愿，请派给别人"


def assign(ticket: Ticket, role: str, state=AssignmentState.OFFERED, *, by: Actor, **who):
    """A new assignment for `person_id=` or `unit_id=`; flushed with its first record. A person
    must still hold the role that lets them."""
    for person in people.as_now(who["person_id"]) if who.get("person_id") else ():
        if not may_have(person, ticket):
            raise people.NoLongerHere
    row = Assignment(ticket_id=ticket.id, role=role, state=state, made_by_id=by.id)
    row.part, row.due_at = who.pop("part", ""), ticket.due_at
    row.person_id, row.unit_id = who.get("person_id"), who.get("unit_id")
    ticket.assignments.append(row)
    begin(row, "assign", by=by)
    return row


def hold(ticket: Ticket, *, person_id: int | None = None, unit_id: int | None = None) -> None:
    ticket.holder_id, ticket.holder_unit_id = person_id, unit_id


def to_receiver(ticket: Ticket) -> None:
    """Nothing is ever without a holder: what nobody has goes back to who had it first, and on its
    line of life it waits again. What does not wait on the wall is off it."""
    ticket.sent_at = ticket.accepted_at = None
    if ticket.receiver and not people.holds(ticket.receiver, DESK, ticket.area):
        ticket.receiver_id, ticket.receiver_unit_id = None, people.desk_of(ticket.area).id
    if not ticket.state.has("wall"):
        off_the_wall(ticket)
    hold(ticket, person_id=ticket.receiver_id, unit_id=ticket.receiver_unit_id)


def off_the_wall(ticket: Ticket) -> None:
    """The desk keeps the card, for the next time."""
    if ticket.card:
        ticket.card.shown = False


def next_lead(ticket: Ticket) -> None:
    """Whoever helped leads and holds it, when the lead has stepped down."""
    if not any(a.role == "lead" for a in ticket.in_hand):
        db.session.flush()  # two leads are refused by the index, even for a moment
        heir = ticket.in_hand[0]
        heir.role = "lead"
        hold(ticket, person_id=heir.person_id, unit_id=heir.unit_id)


# ---- out of the desk


def dispatch(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Offer it to a unit or a person; the receiver holds it until they accept."""
    who = _addressee(ticket, form)
    drop(ticket, "decline", (AssignmentState.ASKED,), by=by)
    move(ticket, "dispatch", by=by, **who)
    ticket.sent_at = clock.now()
    off_the_wall(ticket)
    assign(ticket, "lead", by=by, part=form["part"], **who)
    telling.offered(ticket)
    return ticket


def transfer(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """To the desk of another community, before anybody has it in hand: it waits there for the
    first look. Its time runs on."""
    area = db.session.get(Area, form["area_id"])
    if area is None or area.level not in (Level.ESTATE, Level.COMMUNITY):
        raise Malformed(area_id="请选择社区或小区")
    desk = people.desk_of(area)
    if desk.id == people.desk_of(ticket.area).id:
        raise Malformed(area_id="这件事已经在这个社区")
    move(ticket, "transfer", by=by, from_area=ticket.area_id, to_area=area.id)
    if area.level is not Level.ESTATE:  # the door alone would lead nowhere
        ticket.details.place = " ".join(filter(None, (ticket.area.name, ticket.details.place)))
    ticket.area, ticket.home = area, None
    ticket.receiver_id, ticket.receiver_unit = None, desk
    hold(ticket, unit_id=desk.id)
    write(ticket, form["words"], by=by)
    telling.transferred(ticket, form["words"])
    return ticket


def _addressee(ticket: Ticket, form: dict) -> dict:
    unit_id, person_id = form.get("unit_id"), form.get("person_id")
    if (unit_id is None) == (person_id is None):
        raise Malformed(unit_id="请选一个单位，或者一个人")
    if person_id == ticket.wisher_id:
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


def accept(ticket: Ticket, *, by: Actor) -> Ticket:
    (offer,) = [a for a in ticket.assignments if a.state is AssignmentState.OFFERED]
    by = as_doer(ticket, by)
    move(ticket, "accept", by=by)
    take(ticket, offer, by=by)
    worked(ticket, by)
    telling.accepted(ticket, offer)
    return ticket


def as_doer(ticket: Ticket, by: Actor) -> Actor:
    """A unit officer acts for the unit that has the slip; with a wish of their own they do not."""
    slips = {a.unit_id for a in ticket.assignments if a.state.has("live") and a.unit_id}
    return by.acting_for(min(slips & by.units, default=None))


def take(ticket: Ticket, assignment: Assignment, *, by: Actor) -> None:
    """The assignment is accepted; whoever leads becomes the holder."""
    if assignment.state is not AssignmentState.ACCEPTED:
        move(assignment, "accept", by=by)
    if assignment.role == "lead":
        hold(ticket, person_id=assignment.person_id, unit_id=assignment.unit_id)
        ticket.accepted_at = clock.now()
    rewards.promise(ticket, assignment)


def worked(ticket: Ticket, by: Actor) -> None:
    """For good, also when they leave the unit for which they did it: they turn no second key."""
    if by.id is not None and by.id not in ticket.worker_ids:
        ticket.worker_ids = [*ticket.worker_ids, by.id]


def bounce(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    by = as_doer(ticket, by)
    drop(ticket, "bounce", (AssignmentState.OFFERED,), by=by, reason=words)
    move(ticket, "bounce", by=by)
    to_receiver(ticket)
    telling.came_back(ticket, "被退回", words)
    return ticket


def hand_back(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    by = as_doer(ticket, by)
    let_go(ticket, words, by=by)
    move(ticket, "hand_back", by=by)
    to_receiver(ticket)
    telling.came_back(ticket, "被交回", words)
    telling.rearranged(ticket)
    return ticket


def recall(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    """The desk takes it back from whoever was asked or has it: they are told why."""
    had_it = telling.doers(a for a in ticket.assignments if a.state.has("live"))
    let_go(ticket, words, by=by)
    move(ticket, "recall", by=by)
    to_receiver(ticket)
    telling.recalled(ticket, had_it, words)
    return ticket


def let_go(ticket: Ticket, words: str | None = None, *, by) -> None:
    """Nobody has it in hand or is asked any longer: it ends here or goes another way."""
    drop(ticket, "release", (AssignmentState.ACCEPTED,), by=by, reason=words)
    drop(ticket, "decline", (AssignmentState.ASKED, AssignmentState.OFFERED), by=by)
    unpause(ticket)


def drop(ticket: Ticket, action: str, states, *, by, reason: str | None = None, of=None) -> None:
    """The assignments that are in one of the states; `of`: only of these."""
    for assignment in ticket.assignments if of is None else of:
        if assignment.state in states:
            assignment.reason = reason
            move(assignment, action, by=by)
