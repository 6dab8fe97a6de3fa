"""Times of a line. Of one in turn each number has the next; of one with times to choose (`chosen`)
whoever books takes any that is free.

Of the latter some may be kept for whoever comes without having booked: spread over the day, so that
nobody without a telephone waits until its end. From an hour before the beginning they are
anybody's; the desk gives them out at any time."""

from collections import defaultdict
from datetime import datetime, timedelta

from sqlalchemy import select, update

from schemas.occasions import NumberState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.rules import BEFORE


class LineFull(Refusal):
    code, title, detail = "line_full", "号已经发完了", "请看看别的摊位，或下一场再来"


class SlotTaken(Refusal):
    code, title = "slot_taken", "这个时间约不了了"
    detail = "可能刚被别人约走，请另选一个时间"


def length(line: Line) -> timedelta:
    return timedelta(minutes=line.slot_minutes)


def slots(line: Line, session: Session) -> int:
    """How many times of their own fit between the beginning and the end."""
    return int((session.ends_at - session.starts_at) / length(line))


def time_of_number(line: Line, session: Session, n: int) -> datetime | None:
    """The first at the beginning, the next so many minutes later."""
    if not line.slot_minutes:
        return None
    return session.starts_at + (n - 1) * length(line)


def give(line: Line, wanted: int | None, *, desk: bool) -> int:
    """The time that is wanted, or the first that is free. Counting the number holds the line: two
    who want the last one are looked at one after the other."""
    db.session.execute(update(Line).where(Line.id == line.id).values(last=Line.last + 1))
    free = free_slots(line, line.session, taken([line.id])[line.id], desk=desk)
    if not free:
        raise LineFull
    if wanted is not None and wanted not in free:
        raise SlotTaken
    return wanted or free[0]


def free_slots(line: Line, session: Session, given: set[int], *, desk: bool = False) -> list[int]:
    """Those whose time is not over and that nobody has."""
    now = clock.now()
    most = total(line, session)
    everyone = desk or now >= session.starts_at - BEFORE
    return [
        n
        for n in range(1, most + 1)
        if n not in given
        and time_of_number(line, session, n) + length(line) > now
        and (everyone or not is_kept(n, line.kept, most))
    ]


def total(line: Line, session: Session) -> int:
    room = slots(line, session)
    return min(room, line.capacity) if line.capacity else room


def is_kept(n: int, kept: int, most: int) -> bool:
    """Spread evenly: of twelve with three kept the 4th, the 8th and the 12th."""
    return n * kept // most > (n - 1) * kept // most


def taken(line_ids: list[int]) -> dict[int, set[int]]:
    """By line the numbers somebody has; one that was left may be given again."""
    found = defaultdict(set)
    if line_ids:
        held = QueueNumber.line_id.in_(line_ids), QueueNumber.state != NumberState.LEFT
        for line_id, n in db.session.execute(
            select(QueueNumber.line_id, QueueNumber.n).where(*held)
        ):
            found[line_id].add(n)
    return found
