"""The rotating code of the screen, scanned by whoever is there."""

from datetime import timedelta

import pytest

from server.core.clock import now
from server.core.db import db
from server.occasions.presence import Attendance, Scan
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor, said


def test_a_code_checks_in_whoever_is_there(door):
    volunteer = door.volunteer()
    told = door.scan(volunteer)

    assert said(told) == ("accepted", None)
    assert (told["capacity"], told["person_name"]) == ("duty", "王师傅")


def test_scanned_again_it_says_since_when_they_are_in(door, clock):
    volunteer = door.volunteer()
    first = door.scan(volunteer)
    clock.forward(minutes=10)
    second = door.scan(volunteer)

    assert (second["status"], second["at"]) == ("already", first["at"])
    assert db.session.query(Attendance).count() == 1


def test_the_same_scan_sent_again_is_the_same_scan(door):
    volunteer, name = door.volunteer(), occasions.scan_id()
    door.scan(volunteer, client_id=name)
    again = door.scan(volunteer, client_id=name)

    assert again["status"] == "already"
    assert db.session.query(Scan).count() == 1


def test_a_scan_of_somebody_else_is_not_told(door, post):
    name = occasions.scan_id()
    door.scan(door.volunteer(), client_id=name)
    code = occasions.screen_code(door.session)
    other = post("/api/occasions/scans", by=make.person(), client_id=name, code=code).json

    assert (other["code"], other["person_name"], other["session_id"]) == ("other_scan", None, None)


@pytest.mark.parametrize(
    ("seconds", "status"), [(0, "accepted"), (30, "accepted"), (61, "refused")]
)
def test_a_screenshot_is_good_for_a_minute(door, seconds, status):
    told = door.scan(door.volunteer(), ago=seconds)

    assert told["status"] == status
    assert told["code"] == ("expired" if status == "refused" else None)


def test_what_was_refused_is_kept(door):
    door.scan(door.volunteer(), ago=120)
    (kept,) = db.session.query(Scan)

    assert (kept.refused, kept.session_id) == ("expired", door.session.id)
    assert db.session.query(Attendance).count() == 0


def test_a_forged_code_tells_nothing_about_the_session_it_names(door):
    planned = occasions.session(state="planned")
    told = door.scan(door.volunteer(), code=f"C1.{planned.id}.2f.AAAAAAAAAAAAAAAA")

    assert said(told) == ("refused", "forged")
    assert (told["session_id"], told["session_title"]) == (None, None)


def test_a_code_of_another_deployment_is_forged(door):
    volunteer = door.volunteer()
    ours, door.session.secret = door.session.secret, "the secret of another county"
    theirs = occasions.screen_code(door.session)
    door.session.secret = ours

    assert said(door.scan(volunteer, code=theirs)) == ("refused", "forged")


def test_a_code_of_another_session_than_the_chosen_one_does_not_count(door):
    volunteer = door.volunteer()
    other = occasions.session(door.session.area, title="志愿服务日")
    told = door.scan(volunteer, session_id=other.id)

    assert said(told) == ("refused", "other_session")
    assert db.session.query(Attendance).count() == 0


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("https://jinlin.example/q/o/abcdef123456", "poster"),
        ("https://jinlin.example/q/w/S001", "poster"),
        ("https://elsewhere.example/hello", "unknown_code"),
        ("6901234567892", "unknown_code"),
    ],
)
def test_other_codes_are_told_apart(door, code, why):
    assert said(door.scan(door.volunteer(), code=code)) == ("refused", why)


def test_ones_own_code_checks_nobody_in_on_ones_own_telephone(door):
    volunteer = door.volunteer()
    told = door.scan(volunteer, code=occasions.own_code(volunteer))

    assert said(told) == ("refused", "unknown_code")


@pytest.mark.parametrize(("minutes", "status"), [(-61, "refused"), (-60, "accepted")])
def test_it_opens_an_hour_before(clock, post, minutes, status):
    session = occasions.session(begins=now() + timedelta(minutes=-minutes))
    door = AtTheDoor(post, session)

    assert door.scan(door.volunteer())["status"] == status


def test_it_closes_an_hour_after(door, clock):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(hours=3)
    left = door.scan(volunteer, "out")
    clock.forward(minutes=1)

    assert (left["status"], left["minutes"]) == ("accepted", 180)
    assert said(door.scan(volunteer)) == ("refused", "not_open")


def test_of_a_session_that_was_called_off_nothing_counts(door):
    volunteer = door.volunteer()
    door.session.state = "called_off"
    db.session.commit()

    assert said(door.scan(volunteer)) == ("refused", "called_off")


def test_in_out_in_sums_the_pairs(door, clock):
    volunteer = door.volunteer()
    for minutes, direction in [(0, "in"), (30, "out"), (20, "in"), (25, "out")]:
        clock.forward(minutes=minutes)
        told = door.scan(volunteer, direction)

    assert told["minutes"] == 55


def test_what_is_credited_is_no_longer_than_the_session(door, clock):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=150)
    door.scan(volunteer, "out")
    (stay,) = db.session.query(Attendance)

    assert (stay.minutes_actual, stay.minutes_credited, stay.rule_version) == (150, 120, 1)


def test_out_without_in_says_so_and_offers_to_ask(door):
    told = door.scan(door.volunteer(), "out")

    assert told["code"] == "no_check_in"
    assert "补记" in told["words"]


def test_the_place_is_kept_as_near_or_not(door):
    volunteer = door.volunteer()
    door.scan(volunteer, spot={"latitude": 25.4902, "longitude": 118.2426, "accuracy": 20})
    door.scan(volunteer, spot={"latitude": 25.6, "longitude": 118.3, "accuracy": 20})

    assert [scan.near for scan in db.session.query(Scan).order_by(Scan.id)] == [True, False]
