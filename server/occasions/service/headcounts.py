"""How many came, counted by eye: apart from named visitors, and never added to them."""

from sqlalchemy import func, select

from schemas.occasions import SessionState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.occasions.models import Session
from server.occasions.parts import Headcount
from server.people.actor import Actor
from server.people.models import Person

DEFINITION = "现场点数的人数，取一场里最大的一次；和签到、取号的人数分开，不相加"


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


def list_headcounts(session: Session) -> dict:
    query = select(Headcount, Person.display_name).join(
        Person, Person.id == Headcount.counted_by_id
    )
    rows = db.session.execute(
        query.where(Headcount.session_id == session.id).order_by(Headcount.id.desc()).limit(100)
    )
    return {
        "items": [shown(row, name) for row, name in rows],
        "largest": largest(session.id),
        "definition": DEFINITION,
    }


def shown(row: Headcount, name: str) -> dict:
    known = {"id": row.id, "count": row.count, "counted_at": row.counted_at}
    return known | {"counted_by_name": name}


def largest(session_id: int) -> int | None:
    """A session's head-count; None if nobody counted."""
    counts = select(func.max(Headcount.count)).where(Headcount.session_id == session_id)
    return db.session.scalar(counts)
