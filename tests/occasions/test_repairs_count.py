"""What a repair comes to: never time that was scanned, too, nor more than the session lasted."""

import pytest

from schemas.occasions import WAITING
from schemas.people_words import Role
from server.core.db import db
from server.occasions.presence import Attendance, Scan
from tests import make
from tests import make_occasions as occasions
from tests.occasions.scanner import Scanner

REPAIRS = "/api/occasions/repairs"


@pytest.fixture
def ask(door):
    def ask(who, **form):
        known = {"client_id": occasions.scan_id(), "reason": "忘了签退"} | form
        return door.post(f"{door.path}/repairs", by=who, **known)

    return ask


@pytest.fixture
def approved(door, ask):
    def approved(who, **form):
        asked = ask(who, **form)
        assert asked.status_code == 201, asked.text
        return door.post(f"{REPAIRS}/{asked.json['id']}/approve", by=door.worker())

    return approved


def minutes() -> tuple:
    db.session.expire_all()
    row = db.session.query(Attendance).one()
    return row.minutes_actual, row.minutes_added, row.minutes_credited


def test_a_check_out_that_comes_later_is_not_counted_twice(door, clock, approved):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=50)
    approved(volunteer, left_at="2026-03-05T09:50:00+08:00")
    before = minutes()
    clock.forward(minutes=10)
    door.scan(volunteer, "out")

    assert (before, minutes()) == ((0, 50, 50), (60, 0, 60))


def test_nor_one_that_was_seen_without_network(door, clock, approved):
    scanner = Scanner.enrolled(door, door.steward())
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=60)
    scanner.sees(volunteer, "out")
    clock.forward(minutes=90)
    approved(volunteer, left_at="2026-03-05T10:30:00+08:00")
    scanner.told()

    assert minutes() == (60, 30, 90)


def test_scanned_between_asking_and_approving_it_is_said_before(door, clock, ask, get):
    volunteer, worker = door.volunteer(), door.worker()
    door.scan(volunteer)
    clock.forward(minutes=50)
    asked = ask(volunteer, left_at="2026-03-05T09:50:00+08:00").json
    door.scan(volunteer, "out")
    (waits,) = get(REPAIRS, by=worker).json["items"]
    door.post(f"{REPAIRS}/{asked['id']}/approve", by=worker)

    assert (waits["minutes_counted"], waits["note"]) == (
        0,
        "后来扫码的时间已算在实到里，补记算 0 分钟",
    )
    assert minutes() == (50, 0, 50)


def test_what_was_scanned_before_it_was_asked_for_takes_nothing_from_it(door, clock, approved):
    volunteer = door.volunteer()
    clock.forward(minutes=60)
    door.scan(volunteer)
    clock.forward(minutes=30)
    door.scan(volunteer, "out")
    told = approved(volunteer, minutes=45).json

    assert (told["minutes_counted"], told["note"], minutes()) == (45, None, (30, 45, 75))


def test_taken_back_a_check_out_gives_the_repair_its_minutes_again(door, clock, approved, post):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=50)
    approved(volunteer, left_at="2026-03-05T09:50:00+08:00")
    door.scan(volunteer, "out")
    out = db.session.query(Scan).filter_by(direction="out").one()
    post(f"/api/occasions/scans/{out.id}/undo", by=door.worker())

    assert minutes() == (0, 50, 50)


@pytest.mark.parametrize(("passed", "asked"), [(1, 2), (90, 91), (200, 121)])
def test_nobody_asks_for_more_than_has_passed(door, clock, ask, passed, asked):
    volunteer = door.volunteer()
    clock.forward(minutes=passed)
    told = ask(volunteer, minutes=asked)

    assert (told.status_code, list(told.json["problems"])) == (422, ["minutes"])


def test_together_with_what_was_scanned_it_is_no_longer_than_the_session(door, clock, ask):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=70)
    door.scan(volunteer, "out")
    clock.forward(minutes=60)

    assert ask(volunteer, minutes=51).status_code == 422
    assert ask(volunteer, minutes=50).status_code == 201


def test_nor_with_what_was_added_before(door, clock, approved, ask):
    volunteer = door.volunteer()
    clock.forward(minutes=120)
    approved(volunteer, minutes=80)

    assert ask(volunteer, minutes=41).status_code == 422
    assert ask(volunteer, minutes=40).status_code == 201


def test_without_a_place_it_is_not_approved(door, clock, ask, get):
    """It would be told as added, and nothing would be credited."""
    worker = door.worker()
    volunteer = make.staff(Role.VOLUNTEER, door.session.area, "候补")
    occasions.signup(volunteer, occasions.post(door.session), state=WAITING)
    duty = occasions.post(door.session)
    clock.forward(hours=2)
    asked = ask(volunteer, minutes=60).json
    (waits,) = get(REPAIRS, by=worker).json["items"]
    refused = door.post(f"{REPAIRS}/{asked['id']}/approve", by=worker)
    row = door.present(get, worker)[volunteer.id]
    door.post(f"{door.path}/seats", by=worker, person_id=volunteer.id, post_id=duty.id)
    door.post(f"{REPAIRS}/{asked['id']}/approve", by=worker)

    assert "安排岗位" in waits["note"]
    assert refused.json["code"] == "no_seat_yet"
    assert "seat" in [step["action"] for step in row["actions"]]
    assert minutes() == (0, 60, 60)
