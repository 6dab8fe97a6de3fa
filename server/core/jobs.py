"""Jobs: what is done after the answer. A job is part of the change that asks for it, or of none."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

import structlog
from flask import current_app
from procrastinate import App, SyncPsycopgConnector
from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, text

from server.core.db import db

app = App(connector=SyncPsycopgConnector())  # never opened: jobs ride on the request's connection
log = structlog.get_logger()


def job(function: Callable) -> Callable:
    """A function that the worker calls, in a transaction of its own, at least once. It takes plain
    values (ids, not rows), looks again whether there is still something to do, and must bear being
    called twice."""

    domain = function.__module__.split(".")[1]

    @app.task(name=f"{domain}.{function.__name__}", retry=5)
    @wraps(function)
    def run(**known):
        with current_app.app_context():  # its own session
            structlog.contextvars.bind_contextvars(job=function.__name__, **known)
            try:
                function(**known)
                db.session.commit()
            except Exception:
                log.error("job failed", exc_info=True)  # procrastinate's own words are not written
                raise

    return run


def every(cron: str) -> Callable:
    """A job that comes back: `@every("*/10 * * * *")` above a function of no arguments."""

    def register(function: Callable) -> Callable:
        @wraps(function)
        def at(timestamp: int):
            function()

        at.__name__ = function.__name__
        return app.periodic(cron=cron)(job(at))

    return register


def defer(name: str, *, at: datetime | None = None, **known: Any) -> None:
    """Ask for the job `name` ("tickets.close_unrated"), now or not before `at`, in the transaction
    of this request: rolled back with it, or there with it. By name, for jobs call services."""
    connection = db.session.connection().connection.driver_connection
    app.configure_task(name, connection=connection, schedule_at=at).defer(**known)


# A worker that was killed leaves its job "doing"; its heartbeat tells that nobody does it.
RETRY_STALLED = text("""
    SELECT procrastinate_retry_job_v2(j.id, now(), NULL, NULL, NULL)
    FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
    WHERE j.status = 'doing'
      AND (w.id IS NULL OR w.last_heartbeat < now() - interval '30 seconds')""")
SWEEP_KEPT_ANSWERS = text("DELETE FROM kept_answers WHERE kept_at < now() - interval '7 days'")
SWEEP_DONE_JOBS = text("""
    DELETE FROM procrastinate_jobs j WHERE j.status IN ('succeeded', 'cancelled', 'aborted')
      AND NOT EXISTS (SELECT FROM procrastinate_events e
                      WHERE e.job_id = j.id AND e.at > now() - interval '7 days')""")


@every("* * * * *")
def retry_stalled_jobs() -> None:
    retried = len(db.session.execute(RETRY_STALLED).all())
    if retried:
        log.warning("jobs of a lost worker go on", jobs=retried)


@every("17 19 * * *")
def sweep() -> None:
    """At 3:17 in Dehua: the worker's hours are UTC."""
    db.session.execute(SWEEP_KEPT_ANSWERS)
    db.session.execute(SWEEP_DONE_JOBS)


def install(connection: Connection) -> None:
    """Make procrastinate's tables; for the first migration."""
    connection.connection.driver_connection.execute(SchemaManager.get_schema())
