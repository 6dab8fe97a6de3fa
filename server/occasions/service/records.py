"""服务记录: what somebody served, in three columns of minutes, and how far it is on its way."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from schemas.occasion_words import Capacity
from schemas.occasions import SessionState
from schemas.service_record import Booked
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.paging import Key, Page, page
from server.occasions.models import Session
from server.occasions.presence import Attendance, ServicePaper
from server.occasions.service.places import CLOSES, closes_at
from server.occasions.service.signups import late_withdrawals
from server.people import me
from server.people.actor import Actor
from server.people.models import Person

NEWEST = 50  # days that the desk sees at once
FROM_BOOKED = (Booked.BOOKED, Booked.ANNOUNCED, Booked.OPEN, Booked.NONE)
RULE_WORDS = "计入时长 = 扫码时长 + 补记时长，不超过这一场的时长；路上的时间不算"  # of version 1
DUTY = Attendance.capacity == Capacity.DUTY


def was_there() -> ColumnElement[bool]:
    """A row that says something: an undone scan leaves an empty one behind."""
    return or_(Attendance.in_at.is_not(None), Attendance.minutes_added > 0)


def is_booked() -> ColumnElement[bool]:
    """公示 is over."""
    return and_(DUTY, Attendance.public_until < clock.today())


def is_over() -> ColumnElement[bool]:
    """The session is, and nobody is in who could still check out of it."""
    closes = func.least(Session.ended_at, Session.ends_at) + CLOSES
    inside = Attendance.in_at.is_not(None), Attendance.out_at.is_(None)
    return and_(Session.state == SessionState.ENDED, not_(and_(*inside, closes >= clock.now())))


def totals(ids: tuple[int, ...]) -> dict:
    columns = {
        "minutes_actual": func.sum(Attendance.minutes_actual).filter(DUTY),
        "minutes_added": func.sum(Attendance.minutes_added).filter(DUTY),
        "minutes_credited": func.sum(Attendance.minutes_credited).filter(DUTY),
        "minutes_booked": func.sum(Attendance.minutes_credited).filter(is_booked()),
        "sessions": func.count(Attendance.session_id.distinct()).filter(DUTY),
        "visits": func.count(Attendance.session_id.distinct()).filter(~DUTY),
    }
    columns |= _by_booked()
    query = select(*(func.coalesce(column, 0).label(name) for name, column in columns.items()))
    query = query.select_from(Attendance).join(Session).where(Attendance.person_id.in_(ids))
    known = dict(db.session.execute(query.where(was_there())).one()._mapping)
    late, by_booked = late_withdrawals(ids), {state: known.pop(state) for state in FROM_BOOKED}
    known |= {"by_booked": by_booked, "withdrawn_late": late}
    return known | {"hours_booked": hours(known["minutes_booked"])}


def _by_booked() -> dict[Booked, ColumnElement[int]]:
    """As `booked` says it of each."""
    earned, until = Attendance.minutes_credited > 0, Attendance.public_until
    where = {
        Booked.BOOKED: and_(earned, until < clock.today()),
        Booked.ANNOUNCED: and_(earned, until >= clock.today()),
        Booked.NONE: and_(not_(earned), is_over()),
        Booked.OPEN: or_(and_(earned, until.is_(None)), and_(not_(earned), not_(is_over()))),
    }
    many = func.count(Attendance.session_id.distinct())
    return {state: many.filter(DUTY, known) for state, known in where.items()}


def hours(minutes: int) -> str:
    """With one decimal, as they are printed; never rounded up."""
    return f"{minutes * 10 // 60 / 10:.1f}"


def list_days(query: Select, form: dict) -> Page:
    """The newest day first."""
    on = Key(Session.on.desc(), lambda row: row.session.on)
    return page(_loaded(query), form, order=(on, Attendance.id.desc()))


def _loaded(query: Select) -> Select:
    session = contains_eager(Attendance.session)
    joined = query.join(Session, Session.id == Attendance.session_id).where(was_there())
    return joined.options(session, session.joinedload(Session.area))


def show_record(person: Person, reason, *, by: Actor) -> tuple[Person, list[Attendance]]:
    """Whoever looks leaves their name, and why."""
    record("show_record", person, by=by, reason=reason)
    return person, newest(me.own_ids(person))


def newest(ids: tuple[int, ...]) -> list[Attendance]:
    """One more than is shown tells that there are more."""
    query = _loaded(select(Attendance).where(Attendance.person_id.in_(ids)))
    query = query.order_by(Session.on.desc(), Attendance.id.desc()).limit(NEWEST + 1)
    return list(db.session.scalars(query))


def papers_of(ids: tuple[int, ...]) -> list[ServicePaper]:
    query = select(ServicePaper).where(ServicePaper.person_id.in_(ids))
    newest_first = query.order_by(ServicePaper.id.desc()).limit(NEWEST)
    return list(db.session.scalars(newest_first.options(joinedload(ServicePaper.person))))


def check_out_until(row: Attendance) -> datetime | None:
    """They are in, and until then they can leave with a scan."""
    if row.capacity is not Capacity.DUTY or row.in_at is None or row.out_at is not None:
        return None
    closes = closes_at(row.session)
    return closes if clock.now() <= closes else None


def booked(row: Attendance) -> Booked:
    if row.capacity is not Capacity.DUTY or row.minutes_credited == 0:
        over = row.session.state is SessionState.ENDED and check_out_until(row) is None
        return Booked.NONE if over else Booked.OPEN
    if row.public_until is None:
        return Booked.OPEN
    return Booked.ANNOUNCED if row.public_until >= clock.today() else Booked.BOOKED
