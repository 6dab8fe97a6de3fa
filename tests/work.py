"""The worker of a test: does the jobs that are due, inside the test's own transaction."""

from sqlalchemy import text

from server.core import clock, jobs
from server.core.db import db
from server.worker import read_jobs

read_jobs()

MOST = 1000  # a job that asks for itself again and again is a mistake
DUE = text("""
    SELECT id, task_name, args FROM procrastinate_jobs
    WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= :now)
    ORDER BY scheduled_at NULLS FIRST, id LIMIT 1""")
DONE = text("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = :id")


def work_off() -> list[str]:
    """The names of what was done, in order. A job that fails, fails the test."""
    done = []
    db.session.commit()
    while job := db.session.execute(DUE, {"now": clock.now()}).one_or_none():
        db.session.execute(DONE, {"id": job.id})
        db.session.commit()
        jobs.app.tasks[job.task_name].func(**job.args)  # in an app context and session of its own
        done.append(job.task_name.rpartition(".")[2])
        assert len(done) < MOST, f"no end of {done[-1]}"
    return done
