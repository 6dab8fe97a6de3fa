"""How much somebody may send in a day, and how much is cleaned at once: opening a photo costs more
than any other request."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, time, timedelta
from math import ceil
from threading import BoundedSemaphore

from sqlalchemy import exists, func, select

from server.core import clock
from server.core.db import db
from server.core.errors import Busy, Refusal
from server.files.models import File
from server.people.actor import Actor
from server.people.throttle import Limit, TooManyTries, Tries, count_try

SENT_MAX = 200  # a day; a desk that photographs a whole market's papers stays below
REFUSED_MAX = 50  # a day; opening what turns out to be no photo costs the same
AT_ONCE = max(1, (os.cpu_count() or 1) // 2)  # in each program, of which there is one for each core
PATIENCE = 8  # s; longer, and the database gives up on the request that waits

_turns = BoundedSemaphore(AT_ONCE)


class EnoughForToday(Refusal):
    status, code, title = 429, "enough_for_today", "今天传得太多了"
    detail = f"一天最多传 {SENT_MAX} 张照片或录音。请明天再传，或联系社区工作人员"

    def __init__(self):
        super().__init__()
        wait = _midnight(clock.today() + timedelta(days=1)) - clock.now()
        self.headers = {"Retry-After": str(ceil(wait.total_seconds()))}


class ManyWait(Busy):
    detail = "传照片的人比较多，请稍等几秒再试一次"


def check_quota(by: Actor) -> None:
    """Before anything is opened. Two at the same moment may both be the last: nobody is hurt."""
    sent = select(func.count(File.id)).where(
        File.sent_by_id.in_(by.ids), File.sent_at >= _midnight(clock.today())
    )
    refused = exists().where(Tries.name == _refused(by).name, Tries.again_at > clock.now())
    if db.session.scalar(sent) >= SENT_MAX or db.session.scalar(select(refused)):
        raise EnoughForToday


@contextmanager
def cleaning(by: Actor) -> Iterator[None]:
    """One's turn; what is refused meanwhile is counted, in a transaction of its own."""
    if not _turns.acquire(timeout=PATIENCE):
        raise ManyWait
    try:
        yield
    except Refusal:
        with suppress(TooManyTries):
            count_try(_refused(by))
        raise
    finally:
        _turns.release()


def _refused(by: Actor) -> Limit:
    return Limit(f"files:{by.id}", REFUSED_MAX, timedelta(days=1))


def _midnight(day) -> datetime:
    return datetime.combine(day, time.min, clock.SHANGHAI)
