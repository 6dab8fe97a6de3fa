"""公示: what was served at a session, shown to its neighbours before it counts."""

from sqlalchemy import select

from schemas.occasion_words import Capacity
from server.core import clock
from server.core.db import db
from server.occasions.models import Session
from server.occasions.presence import Attendance
from server.occasions.service.records import hours
from server.people.models import Person
from server.people.names import masked_name


def list_announced(session: Session) -> list[dict]:
    """Names masked, hours, until when: no more than a neighbour needs to say that it is wrong. Of
    one session, so it is short; empty when 公示 is over."""
    query = (
        select(Person.display_name, Attendance.minutes_credited, Attendance.public_until)
        .join(Person, Person.id == Attendance.person_id)
        .where(
            Attendance.session_id == session.id,
            Attendance.capacity == Capacity.DUTY,
            Attendance.minutes_credited > 0,
            Attendance.public_until >= clock.today(),
        )
        .order_by(Attendance.id)
    )
    return [
        {
            "person_name": masked_name(name),
            "minutes": minutes,
            "hours": hours(minutes),
            "until": until,
        }
        for name, minutes, until in db.session.execute(query)
    ]
