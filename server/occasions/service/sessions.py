"""Sessions: generated ahead from their series, published through a gate."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert

from schemas.occasion_words import OccasionKind
from schemas.occasions import PLANNED
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.moves import move
from server.occasions.models import Series, Session
from server.people.actor import Actor
from server.workdays.recurrence import days_of

AHEAD = timedelta(days=62)  # this month and the next are there to be looked at

# What a kind still lacks before everybody may see it, in words; each desk passes its own in.
gates: dict[OccasionKind, Callable[[Session], list[str]]] = {}
# What days are called besides (节庆主题), all days of a series at once: each desk passes its own in.
themes: dict[OccasionKind, Callable[[Series, list[date]], dict[date, str]]] = {}


class NotReady(Refusal):
    """The gate: each missing thing is named."""

    code, title = "not_ready", "还不能发布"

    def __init__(self, missing: list[str]):
        super().__init__(f"还缺：{'、'.join(missing)}")


def missing(session: Session) -> list[str]:
    gate = gates.get(session.kind)
    return gate(session) if gate else []


def publish_session(session: Session, *, by: Actor) -> Session:
    if lacking := missing(session):
        raise NotReady(lacking)
    move(session, "publish", by=by)
    session.secret = session.secret or token_urlsafe(32)
    session.published_at = clock.now()
    return session


def generate_all() -> None:
    """Every series, as far ahead as people look."""
    today = clock.today()
    running = or_(Series.ended_on.is_(None), Series.ended_on > today)
    for series in db.session.scalars(select(Series).where(running).order_by(Series.id)):
        generate(series, until=today + AHEAD)


def generate(series: Series, *, until: date) -> None:
    """What the rule says and is not there yet. By two workers at once each day is there once."""
    first = max(clock.today(), series.valid_from)
    days = list(days_of(series.rule, first, until))
    if days:
        theme = themes.get(series.kind)
        called = theme(series, days) if theme else {}
        rows = [_session(series, day, called.get(day, "")) for day in days]
        db.session.execute(insert(Session).values(rows).on_conflict_do_nothing())


def _session(series: Series, day: date, theme: str) -> dict:
    return {
        "token": token_urlsafe(12),
        "series_id": series.id,
        "series_version": series.version,
        "version": 1,
        "kind": series.kind,
        "area_id": series.area_id,
        "on": day,
        "starts_at": datetime.combine(day, series.begins, clock.SHANGHAI),
        "ends_at": datetime.combine(day, series.ends, clock.SHANGHAI),
        "title": series.title,
        "theme": theme,
        "place": series.place,
        "incentive": series.incentive,
        "lead_id": series.lead_id,
        "state": PLANNED,
    }
