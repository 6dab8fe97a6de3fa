"""Forms of series and sessions, as the desk's pages send them."""

from server.core import clock
from server.core.db import db
from server.occasions.models import Session

PLAN = {
    "title": "近邻圩日",
    "place": "小区中心广场",
    "rule_kind": "solar_day",
    "numbers": [18],
    "valid_from": "2026-03-05",
    "begins": "09:00",
    "ends": "11:00",
}


def made(post, worker, area, **changed) -> int:
    """A series over HTTP; its id."""
    answer = post(
        "/api/occasions/series", by=worker, kind="market", area_id=area.id, **PLAN | changed
    )
    assert answer.status_code == 201, answer.json
    return answer.json["id"]


def days(series_id: int, *states: str) -> list[str]:
    """On which days it has sessions, in one of the states: "03-18"."""
    query = db.select(Session).where(Session.series_id == series_id).order_by(Session.on)
    found = db.session.scalars(query)
    return [f"{row.on:%m-%d}" for row in found if not states or row.state in states]


def on(series_id: int, day: str) -> Session:
    query = db.select(Session).where(Session.series_id == series_id)
    return next(row for row in db.session.scalars(query) if row.on.isoformat() == day)


def hours(session: Session) -> str:
    begins, ends = clock.local(session.starts_at), clock.local(session.ends_at)
    return f"{begins:%H:%M}–{ends:%H:%M}"
