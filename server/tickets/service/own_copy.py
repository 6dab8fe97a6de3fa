"""What people get of their tickets when they ask for a copy of everything kept about them."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.people import upward
from server.tickets.models import Ticket
from server.tickets.parts import Rating


def own_tickets(person_ids: tuple[int, ...]) -> list[dict]:
    """Those that are about them. What a helper wrote down for others belongs to the others."""
    wanted = select(Ticket).where(Ticket.wisher_id.in_(person_ids)).order_by(Ticket.id)
    return [_ticket(row) for row in db.session.scalars(wanted)]


def own_ratings(person_ids: tuple[int, ...]) -> list[dict]:
    wanted = select(Rating).where(Rating.rater_id.in_(person_ids)).order_by(Rating.id)
    return [_rating(row) for row in db.session.scalars(wanted)]


DETAILS = ("text", "subject", "place", "hoped", "contact_name", "contact_phone")


def _ticket(row: Ticket) -> dict:
    known = {"number": row.number, "kind": row.kind.label, "category": row.category.label}
    known |= {"area": row.area.name, "state": row.state.label, "outcome": row.outcome}
    known |= {name: getattr(row.details, name) for name in DETAILS}
    return known | {"received_at": _at(row.received_at), "closed_at": _at(row.closed_at)}


def _rating(row: Rating) -> dict:
    satisfied = row.satisfied and row.satisfied.label
    said = {"solved": row.solved.label, "satisfied": satisfied, "words": row.words}
    return said | {"rated_at": _at(row.rated_at)}


def _at(moment) -> str | None:
    return moment and clock.local(moment).isoformat(timespec="seconds")


upward.copy_parts["tickets"] = own_tickets
upward.copy_parts["ratings"] = own_ratings
