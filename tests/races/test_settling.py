"""A month is settled while a session of it is just ending: nothing is stranded or forgotten."""

from datetime import date
from threading import Thread

import pytest
from sqlalchemy import select, text

from server.core import clock
from server.core.db import db
from server.points import audit
from server.points.earning import Award
from server.points.service import awards, reserving, waiting
from tests import make, make_points
from tests.races.test_worker import wait_until

LONG_AFTER = date(2099, 3, 10)
WAITING = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


@pytest.fixture(scope="package")
def raced(new_app):
    """A database of its own: the audit looks at all there is in it."""
    return new_app("races_of_settling")


@pytest.fixture
def settles_meanwhile(app):
    """`ends()` first, which is not committed before the month of the person waits for it."""

    def run(scheme_id, person_id, ends):
        ends()
        db.session.flush()
        other = Thread(target=settle, args=(app, scheme_id, person_id))
        other.start()
        wait_until(lambda: db.session.scalar(WAITING) or not other.is_alive())
        db.session.commit()
        other.join()
        db.session.rollback()

    return run


def settle(app, scheme_id: int, person_id: int) -> None:
    with app.app_context():
        waiting.settle_month(scheme_id, person_id, clock.today())
        db.session.commit()
        db.session.remove()


def over(subject: int) -> None:
    row = reserving.reserved("sessions", subject)
    reserving.release(row)
    awards.announce(row, LONG_AFTER)


def earns(scheme, person, units, subject):
    awards.award(scheme.id, make_points.served(person, units, subject))
    db.session.commit()


def test_what_is_taken_back_does_not_stay_planned_for_what_is_over(settles_meanwhile):
    """Two accounts are one now, and both have earned the cap: the session of one is just ending."""
    scheme = make_points.scheme(make.community())
    make_points.rule(scheme, day_most=4)
    pool = make_points.pool(scheme, 100)
    lin, old = make.person("林师傅"), make.person("林伯")
    for subject, person in ((101, lin), (102, old)):
        make_points.promised(pool, subject, units=8)
        earns(scheme, person, 4, subject)
    old.merged_into_id = lin.id
    db.session.commit()

    settles_meanwhile(scheme.id, lin.id, lambda: over(102))

    assert list(audit.findings()) == []


def test_what_is_funded_while_a_session_ends_is_announced(settles_meanwhile):
    scheme = make_points.scheme(make.community())
    make_points.rule(scheme)
    pool, lin = make_points.pool(scheme, 8), make.person("林师傅")
    make_points.promised(pool, 103, units=8)
    earns(scheme, lin, 12, 103)
    make_points.fund(pool, 50)

    settles_meanwhile(scheme.id, lin.id, lambda: over(103))

    earned = select(Award.pending, Award.matures_on).where(Award.person_id == lin.id)
    assert tuple(db.session.execute(earned).one()) == (12, LONG_AFTER)
