"""Attendances derived again, when something that minutes depend on has changed besides a scan."""

from sqlalchemy import select

from schemas.occasion_words import Capacity
from server.core.db import db
from server.occasions.presence import Attendance
from server.occasions.service import presence
from server.occasions.service.places import place
from server.occasions.service.presence import terms
from server.people.models import Person


def derive_again(session_id: int, person_id: int, capacity: Capacity) -> None:
    """Under whichever of their ids. Holds the attendance row until this transaction ends."""
    ids = everybody(person_id)
    presence.touch(session_id, ids[0], capacity)
    spot = place(session_id, ids)
    presence.derive(session_id, ids[0], capacity, terms(spot, ids, seated=spot.seated))


def derive_seated(session_id: int, person_id: int) -> None:
    """They have a place now: what they served before counts."""
    ids = everybody(person_id)
    duty = Attendance.session_id == session_id, Attendance.capacity == Capacity.DUTY
    if db.session.scalar(select(Attendance.id).where(*duty, Attendance.person_id.in_(ids))):
        derive_again(session_id, ids[0], Capacity.DUTY)


def everybody(person_id: int) -> tuple[int, ...]:
    """The ids under which rows may name this person: theirs, and those of whoever was merged. The
    one that remains comes first."""
    into = select(Person.merged_into_id).where(Person.id == person_id).scalar_subquery()
    same = Person.id.in_([person_id]) | (Person.id == into)
    aliases = select(Person.id).where(same | Person.merged_into_id.in_([person_id, into]))
    alone = Person.merged_into_id.is_(None)
    return tuple(db.session.scalars(aliases.order_by(alone.desc(), Person.id)))
