"""The real worker, as a program of its own, on a real database."""

import os
import signal
import subprocess
import sys
import time

import pytest
from sqlalchemy import make_url, text

from server.core import jobs
from server.core.db import db

PATIENCE = 90  # seconds; a heartbeat takes ten, and the machine may be busy
SETTINGS = ("SECRET", "DATA_KEY", "LOOKUP_KEY", "FILES_DIR", "ISSUER")


@pytest.fixture
def start(app):
    """Workers that are gone when the test is over."""
    settings = {f"JINLIN_{name}": app.config[name] for name in SETTINGS}
    where = {"DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"]}
    running = []

    def start():
        program = [sys.executable, "-m", "server.worker"]
        running.append(subprocess.Popen(program, env=os.environ | settings | where))
        return running[-1]

    yield start
    for worker in running:
        worker.kill()
        worker.wait()


@pytest.fixture
def closed_database(app, maintenance):
    """Call it, and the database lets nobody in and everybody go; it opens after the test."""
    name = make_url(app.config["SQLALCHEMY_DATABASE_URI"]).database

    def close():
        db.session.remove()
        maintenance.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
        everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
        maintenance.execute(text(everybody), {"name": name})

    yield close
    maintenance.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))
    db.engine.dispose()  # its connections were let go too


def ask_for_a_job() -> int:
    jobs.defer("core.sweep", timestamp=0)
    db.session.commit()
    return db.session.scalar(text("SELECT max(id) FROM procrastinate_jobs"))


def state_of(job_id: int) -> str:
    query = text("SELECT status FROM procrastinate_jobs WHERE id = :id")
    state = db.session.scalar(query, {"id": job_id})
    db.session.rollback()  # so that the next look sees what is new
    return state


def wait_until(so) -> None:
    until = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < until, "not in time"
        time.sleep(0.1)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_does_what_was_asked_for_and_stops_when_told(start, told):
    job_id = ask_for_a_job()
    worker = start()
    wait_until(lambda: state_of(job_id) == "succeeded")

    worker.send_signal(told)

    assert worker.wait(PATIENCE) == 0


def test_a_job_of_a_change_that_was_undone_is_never_there(app):
    last = ask_for_a_job()

    jobs.defer("core.sweep", timestamp=0)
    db.session.rollback()

    assert db.session.scalar(text("SELECT max(id) FROM procrastinate_jobs")) == last


def test_the_job_of_a_killed_worker_is_done_by_the_next(start, app):
    job_id = ask_for_a_job()
    with db.engine.connect() as in_the_way:
        in_the_way.execute(text("LOCK TABLE kept_answers IN EXCLUSIVE MODE"))
        worker = start()
        wait_until(lambda: state_of(job_id) == "doing")
        worker.kill()
        worker.wait()
    assert state_of(job_id) == "doing"

    db.session.execute(
        text("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
    )
    db.session.commit()
    jobs.app.tasks["core.retry_stalled_jobs"].func(timestamp=0)
    start()

    wait_until(lambda: state_of(job_id) == "succeeded")


def test_a_worker_whose_database_goes_away_ends_so_that_it_is_started_anew(start, closed_database):
    job_id = ask_for_a_job()
    worker = start()
    wait_until(lambda: state_of(job_id) == "succeeded")

    closed_database()

    assert worker.wait(PATIENCE) == 1
