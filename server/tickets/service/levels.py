"""小事不出小区、难事不出社区: at which level it was solved, and how long it lay at each."""

from sqlalchemy import select

from schemas.people_words import DESK, Level, UnitKind
from schemas.ticket_words import SolvedLevel
from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.moves import Move
from server.people.places import Unit
from server.people.service import holds
from server.tickets.models import Ticket
from server.tickets.parts import Assignment

OF_AN_ESTATE = (UnitKind.PROPERTY, UnitKind.OWNERS, UnitKind.BRANCH)
OF = {
    Level.ESTATE: SolvedLevel.ESTATE,
    Level.TOWN: SolvedLevel.TOWN,
    Level.COUNTY: SolvedLevel.COUNTY,
}
A_DAY = 24 * 3600


def proposed(ticket: Ticket) -> SolvedLevel:
    """By whoever leads; the desk may say otherwise."""
    lead = next((a for a in ticket.in_hand if a.role == "lead"), None)
    return _level_of(ticket, lead) if lead else SolvedLevel.COMMUNITY


def _level_of(ticket: Ticket, assignment: Assignment) -> SolvedLevel:
    """A neighbour's is the estate's; a worker's and a desk's the community's."""
    if assignment.unit:
        return of_unit(assignment.unit)
    at_work = holds(assignment.person, DESK, ticket.area)
    return SolvedLevel.COMMUNITY if at_work else SolvedLevel.ESTATE


def of_unit(unit: Unit) -> SolvedLevel:
    if unit.kind in OF_AN_ESTATE:
        return SolvedLevel.ESTATE
    return OF.get(unit.area.level, SolvedLevel.COMMUNITY)


def days_at_levels(ticket: Ticket) -> list[dict]:
    """Days, told to one decimal, from intake to the doer's word; read off the moves."""
    spent = dict.fromkeys(SolvedLevel, 0.0)
    taken = {(a.unit_id, a.person_id): _level_of(ticket, a) for a in ticket.assignments}
    here, since = SolvedLevel.COMMUNITY, ticket.received_at
    lead, asked = proposed(ticket), None
    for move in _moves(ticket):
        if here:
            spent[here] += (move.moved_at - since).total_seconds()
        known = (move.known.get("unit_id"), move.known.get("person_id"))
        asked = taken.get(known, asked)
        here, since = _now_at(move, here, asked, lead), move.moved_at
    if here:
        spent[here] += (clock.now() - since).total_seconds()
    return [
        {"level": level, "label": level.label, "days": round(seconds / A_DAY, 1)}
        for level, seconds in spent.items()
        if seconds
    ]


def _now_at(move: Move, here, asked, lead) -> SolvedLevel | None:
    """None: nobody has to do anything but the resident."""
    state = TicketState(move.after)
    if not state.has("open"):
        return None
    if not state.has("working"):
        return SolvedLevel.COMMUNITY
    if move.action in ("accept", "to_backstop"):
        return asked or lead
    return lead if move.action in ("claim", "confirm_claim", "reopen") else here or lead


def _moves(ticket: Ticket) -> list[Move]:
    here = Move.subject_kind == "tickets", Move.subject_id == ticket.id
    return list(db.session.scalars(select(Move).where(*here).order_by(Move.id)))
