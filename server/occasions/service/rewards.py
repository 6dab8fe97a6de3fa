"""What a session pays in points: promised when it is published, earned with each check-out, and
given back where nobody earned it. The ledger knows a session by its id alone."""

from datetime import date

from sqlalchemy import and_, func, select
from sqlalchemy.orm import joinedload

from schemas.occasion_words import Capacity
from schemas.occasions import PUBLISHED
from server.core.db import db
from server.core.errors import Malformed
from server.core.jobs import defer
from server.occasions.models import Session
from server.occasions.parts import Post
from server.occasions.presence import Attendance
from server.occasions.service.places import Pay, place
from server.people.aliases import everybody
from server.people.places import Area
from server.people.tree import ids_in
from server.points import upward
from server.points.earning import Award, Pool, Reserve
from server.points.models import Scheme
from server.points.service import awards, earning_rules, reserving
from server.points.service.lines import Served
from server.points.service.pools import NothingPromised

KIND = Session.__tablename__
HALF_HOUR = 30  # minutes


def check_pool(pool_id: int | None, area: Area) -> None:
    """Of the area itself or of one above it, and open."""
    if pool_id is None:
        return
    here = Scheme.area_id.in_(ids_in(area.path)), Pool.closed_on.is_(None)
    query = select(Pool.id).join(Scheme, Scheme.id == Pool.scheme_id).where(*here)
    if db.session.scalar(query.where(Pool.id == pool_id)) is None:
        raise Malformed(pool_id="请选择本社区的积分池")


def half_hours(session: Session) -> int:
    """That can be credited at the most: every place, the whole time."""
    places = select(func.coalesce(func.sum(Post.capacity), 0)).where(Post.session_id == session.id)
    return db.session.scalar(places) * _length(session)


def _length(session: Session) -> int:
    return int((session.ends_at - session.starts_at).total_seconds()) // 60 // HALF_HOUR


def promise(session: Session) -> None:
    """When it is published; PoolEmpty says so before anybody works for it."""
    if session.pool_id is not None:
        pool = db.session.get_one(Pool, session.pool_id)
        subject = KIND, session.id
        units = half_hours(session)
        reserving.promise(pool, subject, session.on, units, festival=session.festival)


def in_words(session: Session) -> str | None:
    """What whoever serves gets: by the rule it was promised under; before that, by the one that
    will hold on its day. Out of which pool is nobody's business but the desk's."""
    if session.pool_id is None:
        return None
    of_it = Reserve.subject_kind == KIND, Reserve.subject_id == session.id
    reserve = db.session.scalar(select(Reserve).where(*of_it).options(joinedload(Reserve.rule)))
    if reserve:
        return earning_rules.in_words(reserve.rule, KIND, festival=reserve.times > 1)
    rule = reserving.rule_on(session.pool.scheme_id, session.on)
    return rule and earning_rules.in_words(rule, KIND, festival=session.festival)


def try_promise(session: Session) -> str | None:
    """The same for one of many: what is lacking, in words, instead of a refusal for all."""
    try:
        with db.session.begin_nested():
            promise(session)
    except NothingPromised as lacking:
        return lacking.short
    return None


def plan_again(session: Session) -> None:
    """Its posts or hours have changed: more is reserved, or some goes back. What was promised for
    half an hour stays."""
    if session.state is PUBLISHED and (reserve := reserving.reserved(KIND, session.id)):
        db.session.flush()
        reserving.plan(reserve, half_hours(session))


def end(session: Session, until: date) -> None:
    """What nobody can earn any more goes back to the pool: whoever has not checked out may still
    earn all of their time. 公示 has begun; what was credited may have been cut by an early end."""
    if reserve := reserving.reserved(KIND, session.id):
        keep = reserving.worth(reserve, _inside(session) * _length(session))
        reserving.release(reserve, keep=keep)
        awards.announce(reserve, until)
        for person_id in _cut(reserve):
            settle_later(session.id, person_id)


def give_back(session: Session) -> None:
    """All that is left: what is earned after this comes out of the pool."""
    if reserve := reserving.reserved(KIND, session.id):
        reserving.release(reserve)


def _inside(session: Session) -> int:
    """How many came for a duty and have not left."""
    there = Attendance.session_id == session.id, Attendance.capacity == Capacity.DUTY
    inside = Attendance.in_at.is_not(None), Attendance.out_at.is_(None)
    return db.session.scalar(select(func.count()).where(*there, *inside))


def earned(session_id: int, ids: tuple[int, ...], pay: Pay, minutes: int, until) -> None:
    """`minutes` are credited now. The caller holds the attendance row."""
    units = minutes // HALF_HOUR
    served = Served(KIND, session_id, ids, units, pay.on, pay.path, until)
    awards.award(pay.scheme_id, served)


def settle_later(session_id: int, person_id: int) -> None:
    """In a job: a batch of many people must not hold one's purse while it waits for another's."""
    defer("occasions.settle_points", session_id=session_id, person_id=person_id)


def _cut(reserve: Reserve) -> list[int]:
    """Who is credited with another time than they were paid for."""
    same = Attendance.session_id == Award.subject_id, Attendance.person_id == Award.person_id
    duty = Attendance.capacity == Capacity.DUTY
    cut = Attendance.minutes_credited // HALF_HOUR != Award.units
    query = select(Award.person_id).join(Attendance, and_(*same, duty))
    return list(db.session.scalars(query.where(Award.reserve_id == reserve.id, cut)))


def settle(session_id: int, person_id: int) -> None:
    """By what is credited now."""
    ids = everybody(person_id)
    mine = Attendance.session_id == session_id, Attendance.person_id.in_(ids)
    held = select(Attendance).where(*mine, Attendance.capacity == Capacity.DUTY)
    rows = db.session.scalars(held.order_by(Attendance.id).with_for_update()).all()
    spot = place(session_id, ids)
    if rows and spot.pay:
        until = max((row.public_until for row in rows if row.public_until), default=None)
        minutes = sum(row.minutes_credited for row in rows)
        earned(session_id, ids, spot.pay, minutes, until)


def told(ids: set[int]) -> dict[int, str]:
    """「近邻圩日 · 11月18日」 on a statement."""
    rows = db.session.execute(
        select(Session.id, Session.title, Session.on).where(Session.id.in_(ids))
    )
    return {id: f"{title} · {on.month}月{on.day}日" for id, title, on in rows}


upward.told[KIND] = told
