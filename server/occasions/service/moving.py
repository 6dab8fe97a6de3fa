"""A session with times to choose gets other hours: whoever has a time keeps its number, and comes
at that number's time of the new day. The caller holds its lines still."""

from datetime import datetime

from sqlalchemy import func, select, update

from server.core.db import db
from server.core.errors import Refusal
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.service.involved import waits
from server.occasions.service.slots import length, time_of_number
from server.occasions.service.wording import time_of


class TimesBooked(Refusal):
    code, title = "times_booked", "后面的时间有人约了"

    def __init__(self, n: int, at: datetime, ends: datetime):
        words = f"按新的时间，{n} 号是 {time_of(at)}，结束不能早于 {time_of(ends)}"
        super().__init__(f"{words}；要早些结束，请先请约了的人改约")


def must_have_time(session: Session) -> None:
    """Nobody keeps a number whose time is after the end."""
    for line, last in _last_of_each(session):
        at = time_of_number(line, session, last)
        if at + length(line) > session.ends_at:
            raise TimesBooked(last, at, at + length(line))


def _last_of_each(session: Session) -> list[tuple[Line, int]]:
    query = select(Line, func.max(QueueNumber.n)).join(QueueNumber, QueueNumber.line_id == Line.id)
    query = query.where(Line.session_id == session.id, Line.chosen, waits()).group_by(Line.id)
    return [(line, last) for line, last in db.session.execute(query)]


def move_times(session: Session) -> None:
    """Whoever was put off comes at their own time again: nobody was called that day."""
    lines = select(Line).where(Line.session_id == session.id, Line.chosen)
    for line in db.session.scalars(lines):
        own = session.starts_at + (QueueNumber.n - 1) * length(line)
        theirs = update(QueueNumber).where(QueueNumber.line_id == line.id, waits())
        db.session.execute(theirs.values(turn_at=own))
