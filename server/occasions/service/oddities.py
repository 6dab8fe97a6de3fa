"""What looks odd at a session: computed anew each time it is looked at, in a fixed number of
statements. Nobody is held up by it; somebody looks, and says what it was."""

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased

from schemas.occasion_words import Capacity, Direction, Route
from schemas.supervising import LONGEST_DAY, Oddity
from server.core import clock
from server.core.db import db
from server.occasions.devices import Card
from server.occasions.models import Session
from server.occasions.presence import Attendance, Scan
from server.occasions.service.bearers import bearer, means, seat_of
from server.occasions.service.places import closes_at

BEYOND = 120  # minutes longer than the session lasted
MANY = 3  # persons on one telephone


class Odd(NamedTuple):
    kind: Oddity
    name: str  # stable: by it somebody marks that they looked
    person_ids: tuple[int, ...]
    words: str


def oddities(session: Session) -> list[Odd]:
    parts = (_two_places, _long_hours, _one_phone, _no_seat, _half, _revoked_card)
    return [odd for part in parts for odd in part(session)]


def _named(kind: Oddity, *ids) -> str:
    return ":".join(map(str, (kind.value, *ids)))


def _two_places(session: Session) -> Iterable[Odd]:
    """There and at another session at the same time."""
    other, there = aliased(Attendance), aliased(Session)
    mine_ends = func.coalesce(Attendance.out_at, session.ends_at)
    other_ends = func.coalesce(other.out_at, there.ends_at)
    query = (
        select(Attendance.id, other.id, Attendance.person_id, there.title)
        .join(other, other.person_id == Attendance.person_id)
        .join(there, there.id == other.session_id)
        .where(Attendance.session_id == session.id, other.session_id != session.id)
        .where(Attendance.in_at < other_ends, other.in_at < mine_ends)
        .order_by(Attendance.id, other.id)
    )
    for one, two, person_id, title in db.session.execute(query):
        name = _named(Oddity.TWO_PLACES, *sorted((one, two)))
        yield Odd(Oddity.TWO_PLACES, name, (person_id,), f"同一时间也在“{title}”")


def _long_hours(session: Session) -> Iterable[Odd]:
    """More than twelve hours of that day, or far more than the session lasted."""
    same_day, day = aliased(Attendance), aliased(Session)
    of_day = (
        select(func.sum(same_day.minutes_actual))
        .join(day, day.id == same_day.session_id)
        .where(same_day.person_id == Attendance.person_id, day.on == session.on)
        .scalar_subquery()
    )
    length = int((session.ends_at - session.starts_at).total_seconds()) // 60
    query = select(Attendance.id, Attendance.person_id, Attendance.minutes_actual, of_day).where(
        Attendance.session_id == session.id,
        or_(Attendance.minutes_actual > length + BEYOND, of_day > LONGEST_DAY),
    )
    for id, person_id, here, whole_day in db.session.execute(query.order_by(Attendance.id)):
        words = f"这一场 {here} 分钟，当天一共 {whole_day} 分钟"
        name = _named(Oddity.LONG_HOURS, id, whole_day)
        yield Odd(Oddity.LONG_HOURS, name, (person_id,), words)


def _one_phone(session: Session) -> Iterable[Odd]:
    whom = bearer(Scan.person_id)
    people = whom.distinct()
    persons = func.array_agg(aggregate_order_by(people, whom))
    query = (
        select(Scan.phone_id, persons)
        .where(Scan.session_id == session.id, Scan.phone_id.is_not(None), Scan.counts())
        .group_by(Scan.phone_id)
        .having(func.count(people) >= MANY)
    )
    for phone_id, person_ids in db.session.execute(query.order_by(Scan.phone_id)):
        short = sha256(phone_id.encode()).hexdigest()[:12]
        name = _named(Oddity.ONE_PHONE, session.id, short, len(person_ids))
        words = f"同一部手机给 {len(person_ids)} 个人签到"
        yield Odd(Oddity.ONE_PHONE, name, tuple(person_ids), words)


def _no_seat(session: Session) -> Iterable[Odd]:
    """On duty without a place: scanned while the scanner was offline, or withdrawn since."""
    query = select(Attendance.id, Attendance.person_id).where(
        Attendance.session_id == session.id,
        Attendance.capacity == Capacity.DUTY,
        Attendance.in_at.is_not(None),
        Attendance.minutes_credited == 0,
        ~seat_of(Attendance.person_id, session.id),
    )
    words = "没有报名，时长暂不计入；可以给他安排岗位"
    for id, person_id in db.session.execute(query.order_by(Attendance.id)):
        yield Odd(Oddity.NO_SEAT, _named(Oddity.NO_SEAT, id), (person_id,), words)


def _half(session: Session) -> Iterable[Odd]:
    """Out without in; or, when it is over, in without out."""
    out = exists().where(
        Scan.session_id == session.id,
        means(Scan.person_id, Attendance.person_id),
        Scan.capacity == Attendance.capacity,
        Scan.direction == Direction.OUT,
        Scan.counts(),
    )
    duty = Attendance.session_id == session.id, Attendance.capacity == Capacity.DUTY
    only_out = and_(Attendance.in_at.is_(None), out)
    no_out = and_(Attendance.in_at.is_not(None), Attendance.out_at.is_(None))
    half = or_(only_out, no_out) if _is_over(session) else only_out
    query = select(Attendance.id, Attendance.person_id, Attendance.in_at).where(*duty, half)
    for id, person_id, in_at in db.session.execute(query.order_by(Attendance.id)):
        if in_at is None:
            odd = Oddity.OUT_WITHOUT_IN, "只有签退，没有签到"
        else:
            odd = Oddity.NEVER_OUT, f"{clock.local(in_at):%H:%M} 签到，一直没有签退"
        yield Odd(odd[0], _named(odd[0], id), (person_id,), odd[1])


def _revoked_card(session: Session) -> Iterable[Odd]:
    """Their card was revoked between the scan and its coming in: who held it then?"""
    whom = bearer(Scan.person_id)
    lost = means(Card.person_id, whom) & Card.revoked_at.between(Scan.scanned_at, Scan.received_at)
    scans = Scan.session_id == session.id, Scan.route == Route.CARD, Scan.offline, Scan.counts()
    query = select(Scan.id, whom, Scan.scanned_at, func.min(Card.revoked_at)).join(Card, lost)
    query = query.where(*scans).group_by(Scan.id, whom, Scan.scanned_at).order_by(Scan.id)
    for id, person_id, at, revoked_at in db.session.execute(query):
        when = f"{clock.local(at):%H:%M} 扫的卡，{clock.local(revoked_at):%H:%M} 作废，后来才补传"
        yield Odd(Oddity.REVOKED_CARD, _named(Oddity.REVOKED_CARD, id), (person_id,), when)


def _is_over(session: Session) -> bool:
    return session.state.has("over") or clock.now() > closes_at(session)
