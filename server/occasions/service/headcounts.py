"""How many came, counted by eye: apart from named visitors, and never added to them."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from schemas.occasions import SessionState
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Refusal
from server.occasions.models import Session
from server.occasions.parts import Headcount
from server.people.actor import Actor

DEFINITION = "现场点数的人数，取一场里最大的一次，划掉的不算；和签到、取号的人数分开，不相加"


class NotBegun(Refusal):
    code, title, detail = "not_begun", "还没开始", "开始以后再点人数"


def add_headcount(session: Session, count: int, *, by: Actor) -> Headcount:
    """From the beginning on, and afterwards as well: paper counts are typed in later."""
    held = session.state in (SessionState.PUBLISHED, SessionState.ENDED)
    if not held or clock.now() < session.starts_at:
        raise NotBegun
    row = Headcount(session_id=session.id, count=count, counted_by_id=by.id)
    db.session.add(row)
    db.session.flush()
    return row


def strike_headcount(row: Headcount, *, by: Actor) -> Headcount:
    """A slip of the pen: 2000 instead of 200. Once is enough."""
    if row.struck_at is None:
        row.struck_at, row.struck_by_id = clock.now(), by.id
        record("strike_headcount", row, by=by, count=row.count)
    return row


def list_headcounts(session: Session) -> list[Headcount]:
    query = select(Headcount).where(Headcount.session_id == session.id)
    query = query.options(joinedload(Headcount.counted_by))
    return list(db.session.scalars(query.order_by(Headcount.id.desc()).limit(100)))


def largest(session_id: int) -> int | None:
    """A session's head-count; None if nobody counted."""
    counts = select(func.max(Headcount.count)).where(Headcount.session_id == session_id)
    return db.session.scalar(counts.where(Headcount.struck_at.is_(None)))
