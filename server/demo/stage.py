"""The stage: many lives at once, each act at its moment of the past; jobs where they fall due."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush

from sqlalchemy import text

import server.occasions.jobs
import server.points.jobs
import server.reception.jobs
import server.shop.jobs
import server.tickets.jobs
import server.wishes.jobs  # noqa: F401 all are imported for their jobs
from server.core import clock, jobs
from server.core.db import db

Life = Iterator[timedelta]  # does an act, then says how long until the next one
DUE = text("""
    SELECT id, task_name, args, scheduled_at FROM procrastinate_jobs
    WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= :moment)
    ORDER BY scheduled_at NULLS FIRST, id LIMIT 1""")
DONE = text("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = :id")
MORNING, EVENING = 8, 20  # nobody does anything at night


def play(lives: Iterable[tuple[datetime, Life]], *, until: datetime) -> None:
    """What would come after `until` does not happen: the life is where it is."""
    waiting = [(moment, n, life) for n, (moment, life) in enumerate(lives)]
    heapify(waiting)
    while waiting and waiting[0][0] <= until:
        moment, n, life = heappop(waiting)
        pause = _act(moment, life)
        if pause is not None:
            heappush(waiting, (_awake(moment + pause), n, life))
    _work_off(until)


def _act(moment: datetime, life: Life) -> timedelta | None:
    _work_off(moment)
    with clock.at(moment):
        pause = next(life, None)
        db.session.flush()  # moments that columns fill in themselves are of now
    return pause


def _work_off(moment: datetime) -> None:
    """As the worker would have, at the time; but inside this transaction: all of it, or nothing."""
    now = moment
    while job := db.session.execute(DUE, {"moment": moment}).one_or_none():
        db.session.execute(DONE, {"id": job.id})
        now = job.scheduled_at or now  # what a job asks for is done at once
        with clock.at(now):
            jobs.app.tasks[job.task_name].func.__wrapped__(**job.args)
            db.session.flush()


def _awake(moment: datetime) -> datetime:
    here = clock.local(moment)
    if here.hour < MORNING:
        return here.replace(hour=MORNING)
    if here.hour >= EVENING:
        return (here + timedelta(days=1)).replace(hour=MORNING)
    return here
