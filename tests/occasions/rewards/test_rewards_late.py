"""What is earned at one session when another is corrected, and what was written down while a
session ended: it is announced and arrives."""

from schemas.occasions import PLANNED
from server.core import clock as now
from server.core import jobs
from server.core.db import db
from server.occasions.models import Session
from server.occasions.presence import Attendance
from server.points.earning import Award, EarningRule
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.paid import serves, volunteer
from tests.work import work_off

SESSIONS = "/api/occasions/sessions"
ARRIVED = "2026-05-20 02:00"


def matures(clock):
    clock.travel_to(ARRIVED)
    jobs.defer("points.mature_awards", timestamp=0)
    work_off()


def second_session(post, estate, paid, worker):
    row = occasions.session(
        estate,
        state=PLANNED,
        kind="course",
        pool_id=paid.pool.id,
        lead_id=worker.id,
        begins=now.now(),
    )
    there = occasions.post(row, capacity=4)
    assert post(f"{SESSIONS}/{row.id}/publish", by=worker).status_code == 200
    return AtTheDoor(post, db.session.get(Session, row.id)), there


def test_when_an_earlier_hour_is_undone_the_later_one_arrives(
    post, get, estate, paid, worker, day, clock
):
    """Four a day at most: the first session takes them all, until its check-out is undone."""
    db.session.query(EarningRule).update({"day_most": 4})
    db.session.commit()
    assert post(f"{SESSIONS}/{day.id}/publish", by=worker).status_code == 200
    first = AtTheDoor(post, db.session.get(Session, day.id))
    lin = volunteer(first)
    serves(first, lin, clock, 120)
    second, there = second_session(post, estate, paid, worker)
    occasions.signup(lin, there)
    serves(second, lin, clock, 60)
    first.end(worker)
    clock.forward(minutes=70)
    second.end(worker)
    assert paid.has(lin) == (0, 4)

    out = first.present(get, worker)[lin.id]["scans"][-1]
    assert post(f"/api/occasions/scans/{out['id']}/undo", by=worker).status_code == 200
    work_off()
    assert paid.has(lin) == (0, 2)

    matures(clock)
    assert paid.has(lin) == (2, 0)


def test_what_was_left_out_of_the_announcement_arrives(door, paid, clock, worker):
    lin = volunteer(door)
    serves(door, lin, clock, 119)
    door.end(worker)
    db.session.query(Attendance).update({"public_until": None})
    db.session.query(Award).update({"matures_on": None})
    db.session.commit()

    jobs.defer("occasions.announce_left_out", timestamp=0)
    clock.forward(hours=16)
    work_off()

    assert db.session.query(Award).one().matures_on is not None
    matures(clock)
    assert paid.has(lin) == (3, 0)
