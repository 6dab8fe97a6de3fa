"""Who leaves leaves as what they came. Offline the check-out may come in before the check-in: then
it follows when that one arrives, so that the order of arrival changes nothing."""

from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import aliased

from schemas.occasion_words import Capacity, Direction
from server.core.db import db
from server.occasions.presence import Scan


def came_as(session_id: int, ids: tuple[int, ...], at: datetime) -> Capacity | None:
    """By the last check-in before that moment."""
    return db.session.scalar(_last_in(session_id, ids, Scan, at))


def follow(session_id: int, ids: tuple[int, ...]) -> bool:
    """Check-outs of which nobody said as what; whether any is another now."""
    came = aliased(Scan)
    before = _last_in(session_id, ids, came, Scan.scanned_at).scalar_subquery()
    known = func.coalesce(before, Scan.capacity)
    theirs = Scan.session_id == session_id, Scan.person_id.in_(ids), Scan.follows
    moved = update(Scan).where(*theirs, Scan.refused.is_(None), Scan.capacity != known)
    moved = moved.values(capacity=known).returning(Scan.id)
    quietly = moved.execution_options(synchronize_session=False)
    return db.session.execute(quietly).first() is not None


def _last_in(session_id: int, ids: tuple[int, ...], scan, at) -> Select:
    return (
        select(scan.capacity)
        .where(scan.session_id == session_id, scan.person_id.in_(ids), scan.scanned_at <= at)
        .where(scan.direction == Direction.IN, scan.refused.is_(None), scan.undone_at.is_(None))
        .order_by(scan.scanned_at.desc(), scan.client_id.desc())
        .limit(1)
    )
