"""Sessions: generated ahead from their series, published through a gate."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from secrets import token_urlsafe
from typing import NamedTuple

from sqlalchemy import Select, or_, select
from sqlalchemy.dialects.postgresql import insert

from schemas.occasion_words import OccasionKind
from schemas.occasions import PLANNED
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.jobs import defer
from server.core.moves import move
from server.occasions.models import Series, Session
from server.occasions.service import rewards
from server.occasions.service.ending import set_deadlines
from server.occasions.service.gates import lacking
from server.occasions.service.single import moment
from server.people.actor import Actor, within
from server.people.tree import area_path
from server.workdays.recurrence import days_of

AHEAD = timedelta(days=62)  # this month and the next are there to be looked at
MOST_IN_A_MONTH = 200  # sessions published by one tap

# What days are called besides (节庆主题), all of a series at once: each desk passes its own in.
themes: dict[OccasionKind, Callable[[Series, list[date]], dict[date, "Called"]]] = {}
# What a desk sets out with sessions that were just planned, by their ids.
when_planned: dict[OccasionKind, Callable[[Series, list[int]], None]] = {}


class Called(NamedTuple):
    title: str = ""
    festival: bool = False  # around one, not of a whole month


NOTHING = Called()


class NotReady(Refusal):
    """The gate: each missing thing is named."""

    code, title = "not_ready", "还不能发布"

    def __init__(self, missing: list[str]):
        super().__init__(f"还缺：{'、'.join(missing)}")


class TooLateToPublish(Refusal):
    code, title = "too_late_to_publish", "这一场已经过了"
    detail = "过了的不能再发布；要补办请新建一场"


def publish_session(session: Session, *, by: Actor) -> Session:
    if session.ends_at <= clock.now():
        raise TooLateToPublish
    if without := lacking([session])[session.id]:
        raise NotReady(without)
    rewards.promise(session)
    _publish(session, by=by)
    return session


def _publish(session: Session, *, by: Actor) -> None:
    move(session, "publish", by=by)
    session.secret = session.secret or token_urlsafe(32)
    session.published_at = clock.now()
    set_deadlines(session)


def publish_month(query: Select, form: dict, *, by: Actor) -> list[tuple[Session, list[str]]]:
    """Each planned session of the month with what it still lacks: nothing, and it is published."""
    year, month = map(int, form["month"].split("-"))
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    here = within(Session.area_id, [area_path(form["area_id"])])
    query = query.where(here, Session.state == PLANNED, Session.on.between(first, last))
    query = query.where(Session.ends_at > clock.now()).order_by(Session.on, Session.id)
    lock = query.limit(MOST_IN_A_MONTH).with_for_update(key_share=True, of=Session)
    sessions = db.session.scalars(lock).all()
    without = lacking(sessions)
    for session in sessions:
        if not without[session.id] and (short := rewards.try_promise(session)):
            without[session.id].append(short)
        if not without[session.id]:
            _publish(session, by=by)
    return [(session, without[session.id]) for session in sessions]


def generate_all() -> None:
    """A job for each series, so that one that fails, or whose worker is killed, keeps none from
    theirs."""
    running = or_(Series.ended_on.is_(None), Series.ended_on > clock.today())
    for series_id in db.session.scalars(select(Series.id).where(running).order_by(Series.id)):
        defer("occasions.generate_series", series_id=series_id)


def generate(series: Series) -> None:
    """What the rule says and is not there yet, as far ahead as people look. By two workers at once
    each day is there once. The caller holds the series: its rule does not change meanwhile."""
    if days := days_to_come(series):
        called = called_besides(series, days)
        rows = [_session(series, day, called.get(day, NOTHING)) for day in days]
        planning = insert(Session).values(rows).on_conflict_do_nothing().returning(Session.id)
        made = list(db.session.scalars(planning))
        if made and (sets_out := when_planned.get(series.kind)):
            sets_out(series, made)


def days_to_come(series: Series) -> list[date]:
    """As far as they are generated. A series made in the afternoon has no morning of that day."""
    first = max(clock.today(), series.valid_from)
    days = days_of(series.rule, first, horizon(series))
    return [day for day in days if moment(day, series.begins) >= clock.now()]


def horizon(series: Series) -> date:
    """The last day that is generated."""
    until = clock.today() + AHEAD
    return min(until, series.ended_on - timedelta(days=1)) if series.ended_on else until


def called_besides(series: Series, days: list[date]) -> dict[date, Called]:
    theme = themes.get(series.kind)
    return theme(series, days) if theme else {}


def _session(series: Series, day: date, called: Called) -> dict:
    return planned(series, day) | {
        "token": token_urlsafe(12),
        "series_id": series.id,
        "version": 1,
        "kind": series.kind,
        "area_id": series.area_id,
        "on": day,
        "theme": called.title,
        "festival": called.festival,
        "state": PLANNED,
    }


def planned(series: Series, day: date) -> dict:
    """What a session of that day has from its series, unless somebody changes it."""
    return {
        "series_version": series.version,
        "starts_at": moment(day, series.begins),
        "ends_at": moment(day, series.ends),
        "title": series.title,
        "place": series.place,
        "incentive": series.incentive,
        "pool_id": series.pool_id,
        "lead_id": series.lead_id,
    }
