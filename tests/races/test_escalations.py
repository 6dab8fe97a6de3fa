"""Two workers, a killed one, and one alarm: an escalation is told once, and never lost."""

import os
import signal
import subprocess
import sys
import time

import pytest
from sqlalchemy import text

from server.core.db import db
from server.messages.models import Message
from server.tickets.jobs import alarm, offer_unanswered
from server.tickets.timed import Escalation
from tests import make
from tests import make_tickets as tickets
from tests.clock import Clock

SETTINGS = ("SECRET", "DATA_KEY", "LOOKUP_KEY", "FILES_DIR", "ISSUER")
AFTERNOON = "2026-03-12 17:30"
PATIENCE = 90


@pytest.fixture(scope="package")
def raced(new_app):
    """A database of its own: its jobs are counted."""
    return new_app("races_of_the_clock")


@pytest.fixture(autouse=True)
def no_jobs_left(app):
    yield
    db.session.rollback()
    db.session.execute(text("DELETE FROM procrastinate_events"))
    db.session.execute(text("DELETE FROM procrastinate_jobs"))
    db.session.commit()


@pytest.fixture
def overdue():
    """With a unit, and due at this moment."""
    with Clock() as told:
        ticket = tickets.accepted_wish(officer=make.officer())
        db.session.commit()
        told.travel_to(AFTERNOON)
        yield ticket


@pytest.fixture
def as_a_job(app):
    """For `together`: a job in the app of the worker."""

    def call(job, **known):
        def work(_):
            with app.app_context():
                job(**known)

        return work

    return call


def rung(ticket_id: int) -> list[str]:
    db.session.rollback()
    query = db.select(Escalation.level).where(Escalation.ticket_id == ticket_id)
    return [level.value for level in db.session.scalars(query.order_by(Escalation.id))]


def told(ticket_id: int, title: str) -> int:
    about = Message.link_kind == "ticket", Message.link_id == ticket_id
    found = db.session.scalars(db.select(Message).where(*about, Message.title == title))
    return len(found.all())


def asked_for(ticket_id: int, level: str) -> int:
    query = text(
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'tickets.alarm'"
        " AND args->>'ticket_id' = :id AND args->>'level' = :level"
    )
    return db.session.scalar(query, {"id": str(ticket_id), "level": level})


def test_two_workers_with_the_same_alarm_tell_it_once(overdue, together, as_a_job):
    known = {"ticket_id": overdue.id, "round": 1, "level": "holder"}

    together(*[as_a_job(alarm, **known, due=overdue.due_at.isoformat())] * 4)

    assert rung(overdue.id) == ["holder"]
    assert told(overdue.id, "超期了") == 1
    assert asked_for(overdue.id, "lead") == 1


def test_two_workers_with_the_same_offer_tell_it_once(together, as_a_job):
    with Clock() as now:
        ticket = tickets.offered_wish()
        (offer,) = ticket.assignments
        make.staff(at=tickets.parent(ticket.area))
        now.travel_to("2026-03-05 11:00")

        together(*[as_a_job(offer_unanswered, assignment_id=offer.id)] * 4)

        assert rung(ticket.id) == ["unanswered"]


def test_an_alarm_while_it_is_finished_is_told_once_or_never(overdue, together, as_a_job):
    officer = overdue.in_hand[0].unit
    token = make.token(make.officer(officer, "何工"))
    due, ticket_id = overdue.due_at.isoformat(), overdue.id
    path = tickets.path(overdue, "finish")

    answer, _ = together(
        lambda web: web.post(path, token=token, words="好了", proof_words="看得到"),
        as_a_job(alarm, ticket_id=ticket_id, round=1, level="holder", due=due),
    )

    assert answer.status_code == 200, answer.text
    db.session.rollback()
    assert rung(ticket_id) in ([], ["holder"])
    assert told(ticket_id, "超期了") == 2 * len(rung(ticket_id))  # both of the unit


# ---- killed between the alarm and its end

A_WORKER = """
import sys
from server.app import create_app
from server.tickets.jobs import alarm
from tests.clock import Clock

ticket_id, due, moment = sys.argv[1:]
with Clock() as told, create_app().app_context():
    told.travel_to(moment)
    alarm(ticket_id=int(ticket_id), round=1, level="holder", due=due)
"""


@pytest.fixture
def start(app):
    """What a worker does, as a program of its own, at the told time."""
    settings = {f"JINLIN_{name}": str(app.config[name]) for name in SETTINGS}
    where = {"DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"]}
    running = []

    def start(*known: str):
        program = [sys.executable, "-c", A_WORKER, *known, AFTERNOON]
        running.append(subprocess.Popen(program, env=os.environ | settings | where))
        return running[-1]

    yield start
    for worker in running:
        worker.kill()
        worker.wait()


def waits_for_a_lock() -> bool:
    waits = db.session.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted"))
    db.session.rollback()
    return waits > 0


def test_a_worker_killed_in_the_middle_loses_nothing_and_nothing_is_told_twice(
    start, overdue, together, as_a_job
):
    """Killed while it writes the alarm; then two others have the job again."""
    ticket_id, due = overdue.id, overdue.due_at.isoformat()
    db.session.rollback()
    with db.engine.connect() as in_the_way:
        in_the_way.execute(text("LOCK TABLE escalations IN EXCLUSIVE MODE"))
        worker = start(str(ticket_id), due)
        until = time.monotonic() + PATIENCE
        while not waits_for_a_lock():
            assert time.monotonic() < until, "not in time"
            time.sleep(0.1)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert rung(ticket_id) == []
    assert asked_for(ticket_id, "lead") == 0

    once_more = as_a_job(alarm, ticket_id=ticket_id, round=1, level="holder", due=due)
    together(once_more, once_more)

    assert rung(ticket_id) == ["holder"]
    assert told(ticket_id, "超期了") == 1
    assert asked_for(ticket_id, "lead") == 1
