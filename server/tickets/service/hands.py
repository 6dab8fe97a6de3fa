"""From hand to hand: dispatching, accepting, giving back, taking back."""

from schemas.people_words import DESK, Level
from schemas.tickets import AssignmentState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.core.moves import move
from server.people import service as people
from server.people.actor import Actor
from server.people.places import Area
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.service import joint, rewards, telling
from server.tickets.service.assigning import (
    addressee,
    as_doer,
    assign,
    drop,
    hold,
    worked,
)
from server.tickets.service.extending import settle
from server.tickets.service.talking import write
from server.tickets.service.telling_parts import part_offered


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


def dispatch(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Offer it to a unit or a person, and parts of it to others (`co`); the receiver holds it until
    the first accepts."""
    who = addressee(ticket, form)
    drop(ticket, "decline", (AssignmentState.ASKED,), by=by)
    move(ticket, "dispatch", by=by, **who)
    ticket.sent_at = clock.now()
    off_the_wall(ticket)
    assign(ticket, "lead", by=by, part=form["part"], **who)
    parts = joint.offer_parts(ticket, form.get("co", []), by=by)
    telling.offered(ticket)
    for part in parts:
        part_offered(ticket, part)
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


def accept(ticket: Ticket, *, by: Actor, channel="app") -> Ticket:
    by = as_doer(ticket, by)
    move(ticket, "accept", by=by, channel=channel)
    (offer,) = offers(ticket)
    take(ticket, offer, by=by)
    worked(ticket, by)
    telling.accepted(ticket, offer)
    return ticket


def offers(ticket: Ticket) -> list[Assignment]:
    """To whoever is to lead; parts are answered apart."""
    return [a for a in ticket.assignments if a.state is AssignmentState.OFFERED and not a.is_part]


def take(ticket: Ticket, assignment: Assignment, *, by: Actor) -> None:
    """The assignment is accepted; whoever leads becomes the holder."""
    if assignment.state is not AssignmentState.ACCEPTED:
        move(assignment, "accept", by=by)
    assignment.accepted_at = clock.now()
    if assignment.role == "lead":
        hold(ticket, person_id=assignment.person_id, unit_id=assignment.unit_id)
        ticket.accepted_at = clock.now()
    rewards.promise(ticket, assignment)


def bounce(ticket: Ticket, words: str, *, by: Actor, channel="app") -> Ticket:
    by = as_doer(ticket, by)
    drop(ticket, "bounce", (AssignmentState.OFFERED,), by=by, reason=words, of=offers(ticket))
    move(ticket, "bounce", by=by, channel=channel)
    joint.end_parts(ticket, by=by)
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
    had_it = telling.doers([*offers(ticket), *ticket.in_hand])
    let_go(ticket, words, by=by)
    move(ticket, "recall", by=by)
    to_receiver(ticket)
    telling.recalled(ticket, had_it, words)
    return ticket


def let_go(ticket: Ticket, words: str | None = None, *, by) -> None:
    """Nobody has it in hand or is asked any longer: it ends here or goes another way."""
    joint.end_parts(ticket, by=by)
    drop(ticket, "release", (AssignmentState.ACCEPTED,), by=by, reason=words)
    drop(ticket, "decline", (AssignmentState.ASKED, AssignmentState.OFFERED), by=by)
    settle(ticket)
