"""Somebody loses a role, or may no longer come in: what they have in hand goes to others, what
they received goes to the desk. Nothing stays with nobody behind it."""

from datetime import timedelta

from sqlalchemy import select

from schemas.people_words import DESK, Role
from schemas.tickets import AssignmentState, TicketState
from server.core import clock
from server.core.db import db
from server.core.moves import move
from server.people import service as people
from server.people import upward
from server.people.models import Person
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.service import ranks, telling, telling_parts
from server.tickets.service.assigning import drop, hold
from server.tickets.service.extending import settle
from server.tickets.service.hands import next_lead, to_receiver
from server.tickets.service.joint import end_parts

HELD = (AssignmentState.ASKED, AssignmentState.OFFERED, AssignmentState.ACCEPTED)
WHY = "停下了服务"


@upward.when_gone
def leave_tickets(person: Person, *, roles, by) -> None:
    """Whether a role that is left still lets them is asked for each ticket's own area."""
    for ticket in _locked(Ticket.receiver_id == person.id):
        if not people.holds(person, DESK, ticket.area):
            _to_the_desk(ticket)
    mine = select(Assignment.ticket_id).where(
        Assignment.person_id == person.id, Assignment.state.in_(HELD)
    )
    for ticket in _locked(Ticket.id.in_(mine)):
        if not relations.may_have(person, ticket):
            step_down(ticket, person, by=by)
    _leave_units(person, off=roles is None)


def _leave_units(person: Person, *, off: bool) -> None:
    """A unit keeps what it has: it may answer on paper or by a code. But where nobody acts for it
    any longer, whoever received it hears so, while there is time to ask another."""
    gone = {person.id} if off else set()
    for unit_id in sorted(_units_left(person)):
        if not set(people.officers_of(unit_id)) <= gone:
            continue
        theirs = select(Assignment).where(Assignment.unit_id == unit_id, Assignment.state.in_(HELD))
        for share in db.session.scalars(theirs.order_by(Assignment.id)):
            if share.ticket.state.has("open"):
                whom = ranks.receivers(share.ticket)
                telling_parts.unit_empty(share.ticket, share.unit.name, whom)


def _units_left(person: Person) -> set[int]:
    """For which they acted until now."""
    lately = clock.today() - timedelta(days=1)  # a role that ran out is ended in the night
    officer = [g for g in person.grants if g.role is Role.UNIT_OFFICER]
    return {g.unit_id for g in officer if g.until is None or g.until >= lately}


def _locked(which) -> list[Ticket]:
    """Unfinished ones, in the order of their ids."""
    over = Ticket.state.in_(TicketState.having("closed"))
    query = select(Ticket).where(which, ~over).order_by(Ticket.id)
    lock = query.with_for_update(key_share=True, of=Ticket)
    return list(db.session.scalars(lock.execution_options(populate_existing=True)))


def _to_the_desk(ticket: Ticket) -> None:
    desk = people.desk_of(ticket.area)
    if ticket.holder_id == ticket.receiver_id:
        hold(ticket, unit_id=desk.id)
    ticket.receiver_id, ticket.receiver_unit_id = None, desk.id


def step_down(ticket: Ticket, person: Person, *, by) -> None:
    """Whoever helped goes on; with nobody left, the first receiver finds another way."""
    theirs = [a for a in ticket.assignments if a.person_id == person.id]
    had_it = any(a.state.has("live") and not a.is_part for a in theirs)
    had_part = any(a.state.has("live") and a.is_part for a in theirs)
    drop(ticket, "release", (AssignmentState.ACCEPTED,), by=by, reason=WHY, of=theirs)
    drop(ticket, "decline", (AssignmentState.ASKED, AssignmentState.OFFERED), by=by, of=theirs)
    if had_part:
        telling_parts.part_left(ticket, f"{person.display_name}{WHY}")
    if had_it and ticket.in_hand:
        next_lead(ticket)
    elif had_it:
        end_parts(ticket, by=by)
        settle(ticket)
        move(ticket, "recall", by=by)
        to_receiver(ticket)
        telling.came_back(ticket, "又回来了", f"{person.display_name}{WHY}")
        telling.rearranged(ticket)
