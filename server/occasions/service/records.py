"""服务记录: what somebody served, in three columns of minutes, and how far it is on its way."""

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
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
from server.occasions.service.signups import late_withdrawals
from server.people import me
from server.people.actor import Actor
from server.people.models import Person

NEWEST = 50  # days that the desk sees at once
RULE_WORDS = "计入时长 = 扫码时长 + 补记时长，不超过这一场的时长；路上的时间不算"  # of version 1
DUTY = Attendance.capacity == Capacity.DUTY


def was_there() -> ColumnElement[bool]:
    """A row that says something: an undone scan leaves an empty one behind."""
    return or_(Attendance.in_at.is_not(None), Attendance.minutes_added > 0)


def is_booked() -> ColumnElement[bool]:
    """公示 is over."""
    return and_(DUTY, Attendance.public_until < clock.today())


def totals(ids: tuple[int, ...]) -> dict:
    columns = {
        "minutes_actual": func.sum(Attendance.minutes_actual).filter(DUTY),
        "minutes_added": func.sum(Attendance.minutes_added).filter(DUTY),
        "minutes_credited": func.sum(Attendance.minutes_credited).filter(DUTY),
        "minutes_booked": func.sum(Attendance.minutes_credited).filter(is_booked()),
        "sessions": func.count(Attendance.session_id.distinct()).filter(DUTY),
        "visits": func.count(Attendance.session_id.distinct()).filter(~DUTY),
    }
    query = select(*(func.coalesce(column, 0).label(name) for name, column in columns.items()))
    row = db.session.execute(query.where(Attendance.person_id.in_(ids), was_there())).one()
    known = dict(row._mapping)
    late = late_withdrawals(ids)
    return known | {"hours_booked": hours(row.minutes_booked), "withdrawn_late": late}


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


def booked(row: Attendance) -> Booked:
    if row.capacity is not Capacity.DUTY or row.minutes_credited == 0:
        return Booked.NONE if row.session.state is SessionState.ENDED else Booked.OPEN
    if row.public_until is None:
        return Booked.OPEN
    return Booked.ANNOUNCED if row.public_until >= clock.today() else Booked.BOOKED
