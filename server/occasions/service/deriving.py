"""Attendances derived again, when something that minutes depend on has changed besides a scan."""

from sqlalchemy import select

from schemas.occasion_words import Capacity
from server.core.db import db
from server.occasions.service import presence
from server.occasions.service.places import place
from server.occasions.service.presence import terms
from server.people.models import Person


def derive_again(session_id: int, person_id: int, capacity: Capacity) -> None:
    """Holds the attendance row until this transaction ends."""
    presence.touch(session_id, person_id, capacity)
    spot = place(session_id, everybody(person_id))
    presence.derive(session_id, person_id, capacity, terms(spot, seated=spot.seated))


def everybody(person_id: int) -> tuple[int, ...]:
    """The ids under which rows may name this person: theirs, and those of whoever was merged."""
    into = select(Person.merged_into_id).where(Person.id == person_id).scalar_subquery()
    same = Person.id.in_([person_id]) | (Person.id == into)
    aliases = select(Person.id).where(same | (Person.merged_into_id == person_id))
    return tuple(db.session.scalars(aliases))
