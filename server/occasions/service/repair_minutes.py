"""How many minutes a repair may ask for, and what it comes to: never time that was scanned, too."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from schemas.occasion_words import Capacity
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.occasions.models import Session
from server.occasions.presence import Attendance, Repair
from server.occasions.service import presence
from server.occasions.service.bearers import seat_of
from server.occasions.service.places import over_at
from server.people.models import Person


class Served(NamedTuple):
    """Minutes of duty of one person at one session."""

    actual: int
    added: int


def served(session_id: int, ids: tuple[int, ...]) -> Served:
    duty = Attendance.session_id == session_id, Attendance.capacity == Capacity.DUTY
    columns = Attendance.minutes_actual, Attendance.minutes_added
    sums = select(*(func.coalesce(func.sum(column), 0) for column in columns))
    return Served(*db.session.execute(sums.where(*duty, Attendance.person_id.in_(ids))).one())


def asked_minutes(session: Session, form: dict, already: Served, *, ids: tuple[int, ...]) -> int:
    """As said; or from the check-in that has no check-out until they left."""
    field = "minutes" if "minutes" in form else "left_at"
    minutes = form.get("minutes") or _since_check_in(session, form["left_at"], ids)
    passed = _minutes(min(clock.now(), over_at(session)) - session.starts_at)
    room = passed - already.actual - already.added
    if room < 1:
        words = f"开始以来一共 {passed} 分钟，都已经记上了，没有可以补的"
        raise Malformed(**{field: words})
    if not 1 <= minutes <= room:
        known = f"开始以来一共 {passed} 分钟，已经记了 {passed - room} 分钟"
        words = f"{known}，可以补 1 到 {room} 分钟"
        raise Malformed(**{field: words})
    return minutes


def _since_check_in(session: Session, left_at, ids: tuple[int, ...]) -> int:
    """To the minute; later than the end is the end."""
    there = presence.there_now(session.id, ids, Capacity.DUTY, "")
    if there.since is None:
        raise Malformed(left_at="没有等着签退的签到，请改为填写服务了多少分钟")
    if left_at > clock.now():
        raise Malformed(left_at="这个时间还没有到")
    began = max(there.since, session.starts_at)
    return _minutes(min(left_at, over_at(session)) - began)


def _minutes(length) -> int:
    return int(length.total_seconds()) // 60


class Comes(NamedTuple):
    """What a repair comes to."""

    adds: int  # now, or if it were approved as it was asked
    seated: bool  # they have a place, without which nothing is credited


def what_they_come_to(repairs: list[Repair]) -> dict[int, Comes]:
    """By repair, in one statement."""
    bearer = func.coalesce(Person.merged_into_id, Person.id)
    stay = (
        (Attendance.session_id == Repair.session_id)
        & (Attendance.person_id == bearer)
        & (Attendance.capacity == Capacity.DUTY)
    )
    query = select(Repair.id, _adds(), seat_of(bearer, Repair.session_id))
    query = query.join(Person, Person.id == Repair.person_id).outerjoin(Attendance, stay)
    found = db.session.execute(query.where(Repair.id.in_([repair.id for repair in repairs])))
    return {id: Comes(*known) for id, *known in found}


def _adds() -> ColumnElement[int]:
    """As `counting.ADDS` says it."""
    actual = func.coalesce(Attendance.minutes_actual, 0)
    grew = func.greatest(actual - Repair.actual_then, 0)
    return func.greatest(func.coalesce(Repair.minutes_approved, Repair.minutes) - grew, 0)
