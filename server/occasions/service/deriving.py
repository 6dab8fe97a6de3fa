"""Attendances derived again, when something that minutes depend on has changed besides a scan."""

from sqlalchemy import select

from schemas.occasion_words import Capacity
from server.core.db import db
from server.occasions.presence import Attendance
from server.occasions.service import presence
from server.occasions.service.places import place
from server.occasions.service.presence import terms
from server.people.aliases import everybody


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
