"""From hand to hand: dispatching, accepting, doing, giving back."""

from datetime import timedelta

from schemas.people_words import UnitKind
from schemas.tickets import AssignmentState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.jobs import defer
from server.core.moves import begin, move
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.people.places import Unit
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.service import telling
from server.tickets.service.attach import attach
from server.tickets.service.talking import unpause

PATIENCE = timedelta(days=7)  # silence after key 1 before it counts as "closed, not rated"


class WisherCannotDo(Refusal):
    code, title = "wisher_cannot_do", "不能派给本人"
    detail = "这是他（她）自己的心愿，请派给别人"


def assign(ticket: Ticket, role: str, state=AssignmentState.OFFERED, *, by: Actor, **who):
    """A new assignment for `person_id=` or `unit_id=`; flushed with its first record."""
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
    line of life it waits again."""
    ticket.sent_at = ticket.accepted_at = None
    hold(ticket, person_id=ticket.receiver_id, unit_id=ticket.receiver_unit_id)


# ---- out of the desk


def dispatch(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Offer it to a unit or a person; the receiver holds it until they accept."""
    who = _addressee(ticket, form)
    _drop(ticket, "decline", (AssignmentState.ASKED,), by=by)
    move(ticket, "dispatch", by=by, **who)
    ticket.sent_at = clock.now()
    assign(ticket, "lead", by=by, part=form["part"], **who)
    telling.offered(ticket)
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
        return {"person_id": person_id}
    raise Malformed(unit_id="这里没有这个单位或这个人")


def _takes_slips(unit: Unit | None, ticket: Ticket) -> bool:
    """A desk receives; nobody there could accept for it."""
    return people.serves(unit, ticket.area) and unit.kind is not UnitKind.DESK


def accept(ticket: Ticket, *, by: Actor) -> Ticket:
    (offer,) = [a for a in ticket.assignments if a.state is AssignmentState.OFFERED]
    by = _as_doer(ticket, by)
    move(ticket, "accept", by=by)
    take(ticket, offer, by=by)
    telling.accepted(ticket)
    return ticket


def _as_doer(ticket: Ticket, by: Actor) -> Actor:
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


def bounce(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    by = _as_doer(ticket, by)
    _drop(ticket, "bounce", (AssignmentState.OFFERED,), by=by, reason=words)
    move(ticket, "bounce", by=by)
    to_receiver(ticket)
    telling.came_back(ticket, "被退回", words)
    return ticket


def hand_back(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    by = _as_doer(ticket, by)
    let_go(ticket, words, by=by)
    move(ticket, "hand_back", by=by)
    to_receiver(ticket)
    telling.came_back(ticket, "被交回", words)
    return ticket


def let_go(ticket: Ticket, words: str | None = None, *, by) -> None:
    """Nobody has it in hand or is asked any longer: it ends here or goes another way."""
    _drop(ticket, "release", (AssignmentState.ACCEPTED,), by=by, reason=words)
    _drop(ticket, "decline", (AssignmentState.ASKED, AssignmentState.OFFERED), by=by)
    unpause(ticket)


def _drop(ticket: Ticket, action: str, states, *, by: Actor, reason: str | None = None) -> None:
    for assignment in ticket.assignments:
        if assignment.state in states:
            assignment.reason = reason
            move(assignment, action, by=by)


# ---- doing it


def answer(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """首接首问即时答: answered on the spot by whoever received it."""
    move(ticket, "answer", by=by)
    done = assign(ticket, "lead", AssignmentState.ACCEPTED, by=by, person_id=by.id)
    take(ticket, done, by=by)
    ticket.answered_at = clock.now()
    _done(ticket, form, by=by)
    return ticket


def finish(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Key 1: the doer's word, with words and pictures. It closes nothing."""
    by = _as_doer(ticket, by)
    move(ticket, "finish", by=by)
    if form.get("level"):
        ticket.level = form["level"]
    _done(ticket, form, by=by)
    return ticket


def _done(ticket: Ticket, form: dict, *, by: Actor) -> None:
    _drop(ticket, "decline", (AssignmentState.ASKED,), by=by)  # there is no place left to wait for
    for assignment in ticket.in_hand:
        if assignment.state is AssignmentState.ACCEPTED:
            move(assignment, "finish", by=by)
    ticket.done_at, ticket.outcome = clock.now(), form["words"]
    ticket.reporter_ids = [*ticket.reporter_ids, by.id]
    attach(ticket, form["photo_ids"], "after", by=by)
    at = ticket.done_at + PATIENCE
    defer("tickets.close_unrated", at=at, ticket_id=ticket.id, round=ticket.round)
    telling.done(ticket)
