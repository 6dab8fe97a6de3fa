"""Sessions of March 2026, and what hung on them."""

from datetime import datetime, timedelta

from schemas.occasion_words import Capacity
from schemas.occasions import ENDED
from server.core.clock import SHANGHAI
from server.occasions.parts import Headcount
from server.occasions.presence import Attendance
from tests import make
from tests import make_occasions as occasions

MARCH = {"month": "2026-03"}


def the_county():
    return make._the(make.Level.COUNTY, make.county)


def values(told) -> dict:
    return {one["name"]: one["value"] for one in told["figures"]}


def session(day: int, state=ENDED, area=None, **given):
    return occasions.session(
        area, state=state, begins=datetime(2026, 3, day, 9, tzinfo=SHANGHAI), **given
    )


def came(session, person=None, capacity=Capacity.DUTY, minutes=0, added=0, credited=0):
    row = Attendance(session_id=session.id, person_id=(person or make.person()).id)
    row.capacity, row.rule_version, row.in_at = capacity, 1, session.starts_at
    row.out_at = session.starts_at + timedelta(minutes=minutes)
    row.minutes_actual, row.minutes_added, row.minutes_credited = minutes, added, credited
    return make.saved(row)


def counted(session, count):
    return make.saved(Headcount(session_id=session.id, count=count, counted_by_id=make.staff().id))
