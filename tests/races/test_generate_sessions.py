"""A month ends: two workers, or one that is killed, and each session is there once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, text

from schemas.occasion_words import RuleKind
from server.core import clock, jobs
from server.core.clock import SHANGHAI
from server.core.db import db
from server.occasions.models import Series, Session
from server.occasions.service import sessions
from server.workdays.recurrence import days_of
from server.worker import read_jobs
from tests import make
from tests import make_occasions as occasions
from tests.races.test_worker import start, wait_until

__all__ = ["start"]  # a fixture

read_jobs()

FIRST = date(2026, 4, 1)
KINDS = [
    (RuleKind.DAILY, ()),
    (RuleKind.SOLAR_DAY, (1, 18, 31)),
    (RuleKind.LUNAR_DIGIT, (3, 8)),
    (RuleKind.WEEKDAY, (2, 3)),
]


def midnight(day: date, seconds: int) -> datetime:
    return datetime.combine(day, time(), SHANGHAI) + timedelta(seconds=seconds)


@pytest.fixture
def made(app) -> list[int]:
    known = {"valid_from": date(2026, 3, 1), "begins": time(9), "ends": time(11)}
    estate = make.estate()
    return [occasions.series(estate, kind, numbers, **known).id for kind, numbers in KINDS]


def at_once(app, *works):
    """Each on a thread and a connection of its own, from the same moment on."""
    ready = Barrier(len(works))

    def run(work):
        with app.app_context():
            ready.wait()
            work()
            db.session.commit()

    with ThreadPoolExecutor(len(works)) as pool:
        list(pool.map(run, works))


def test_two_workers_on_both_sides_of_midnight_make_each_session_once(app, made):
    """One thinks it is still March, whose last day has begun; and neither holds the series: the
    database alone decides."""

    def worker(moment: datetime):
        def work():
            with clock.at(moment):
                for series_id in made:
                    sessions.generate(db.session.get_one(Series, series_id))

        return work

    at_once(app, worker(midnight(FIRST, -1)), worker(midnight(FIRST, 1)))

    for series_id in made:
        rule = db.session.get_one(Series, series_id).rule
        query = db.select(Session.on).where(Session.series_id == series_id).order_by(Session.on)
        expected = list(days_of(rule, FIRST, FIRST + sessions.AHEAD))
        assert list(db.session.scalars(query)) == expected


def test_the_nightly_job_of_two_workers_makes_each_session_once(app, made):
    """Each took the job, as after a restart in the wrong moment."""
    generate = jobs.app.tasks["occasions.generate_series"].func

    def worker(order):
        def work():
            for series_id in order:
                generate(series_id=series_id)

        return work

    at_once(app, worker(made), worker(made[::-1]), worker(made))

    days = held(made)
    assert days == {series_id: expected(series_id) for series_id in made}
    assert sum(days.values()) > 62


def held(ids: list[int]) -> dict[int, int]:
    """How many sessions each has."""
    query = db.select(Session.series_id, func.count(Session.on.distinct()))
    query = query.where(Session.series_id.in_(ids)).group_by(Session.series_id)
    found = {row[0]: row[1] for row in db.session.execute(query)}
    db.session.rollback()  # so that the next look sees what is new
    return found


def expected(series_id: int) -> int:
    """Not today, once the hour of its beginning has passed."""
    series, now = db.session.get_one(Series, series_id), clock.local(clock.now())
    first = now.date() + timedelta(days=now.time() > series.begins)
    return len(list(days_of(series.rule, first, now.date() + sessions.AHEAD)))


def doing() -> int:
    query = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' AND task_name = :name"
    many = db.session.scalar(text(query), {"name": "occasions.generate_series"})
    db.session.rollback()
    return many


def test_a_worker_that_is_killed_in_the_middle_loses_none(app, start):
    """It has done half of them; the others wait behind a lock of ours, and there it is killed."""
    estate = make.estate()
    ids = [occasions.series(estate, RuleKind.DAILY, ()).id for _ in range(40)]
    jobs.defer("occasions.generate_sessions", timestamp=0)
    db.session.commit()
    with db.engine.connect() as in_the_way:
        rest = {"ids": ids[20:]}
        in_the_way.execute(text("SELECT FROM series WHERE id = ANY(:ids) FOR UPDATE"), rest)
        worker = start()
        wait_until(lambda: doing() == 2 and len(held(ids)) == 20)
        worker.kill()
        worker.wait()
    assert set(held(ids)) == set(ids[:20])

    stale = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"
    db.session.execute(text(stale))
    db.session.commit()
    jobs.app.tasks["core.retry_stalled_jobs"].func(timestamp=0)
    start()

    wait_until(lambda: len(held(ids)) == 40)
    many = expected(ids[0])
    assert held(ids) == dict.fromkeys(ids, many)
