"""The calendar of an area as an iCalendar feed: what telephones subscribe to.

Each session is an event of its own, for no calendar program knows the moon; it is the same event
for as long as the session lives, however often it is changed."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from schemas.occasions import SessionState
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.core.moves import Move
from server.occasions.models import Session
from server.occasions.service import words as said
from server.people.places import Area
from server.people.tree import around
from server.workdays.lunar import day_words

BACK, AHEAD = timedelta(days=60), timedelta(days=400)
REFRESH = timedelta(hours=6)  # how often a telephone should look again


def address(area: Area) -> str:
    return f"/calendar/{area.code}.ics"


def feed(code: str) -> bytes:
    """Of the area with this code, of those above it and of all below it."""
    area = db.session.scalar(select(Area).where(Area.code == code.upper()))
    if area is None:
        raise NotFound
    calendar = Calendar()
    calendar.add("prodid", "-//近邻 Jinlin//圩日//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{area.name} · 近邻")
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    sessions = _sessions(area)
    changed = _changed([session.id for session in sessions])
    for session in sessions:
        calendar.add_component(_event(session, changed.get(session.id, session.starts_at)))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _sessions(area: Area) -> list[Session]:
    today = clock.today()
    query = (
        select(Session)
        .options(joinedload(Session.area))
        .where(
            around(Session.area_id, area.id),
            Session.state.in_(SessionState.having("public")),
            Session.on.between(today - BACK, today + AHEAD),
        )
    )
    return list(db.session.scalars(query.order_by(Session.on, Session.id)))


def _changed(ids: list[int]) -> dict[int, datetime]:
    """When each was changed last: the same until it is changed again, so that the feed is too."""
    query = select(Move.subject_id, func.max(Move.moved_at)).where(
        Move.subject_kind == Session.__tablename__, Move.subject_id.in_(ids)
    )
    return dict(db.session.execute(query.group_by(Move.subject_id)).all())


def _event(session: Session, changed_at: datetime) -> Event:
    off = session.state.has("off")
    event = Event()
    event.add("uid", f"{session.token}@jinlin")
    event.add("sequence", session.version)
    event.add("dtstamp", changed_at)
    event.add("last-modified", changed_at)
    event.add("dtstart", clock.local(session.starts_at))
    event.add("dtend", clock.local(session.ends_at))
    event.add("summary", said.named(session))
    event.add("location", f"{session.area.name} {session.place}")
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    changed = session.changed_words
    words = [day_words(session.on), *([changed] if changed else []), said.address(session)]
    event.add("description", "\n".join(words))
    event.add("url", said.address(session))
    return event
