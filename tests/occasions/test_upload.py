"""What an enrolled scanner saw without network, sent later."""

import pytest

from server.core.db import db
from server.occasions.devices import Device
from server.occasions.parts import Signup
from server.occasions.presence import Attendance, Scan
from tests import make
from tests import make_occasions as occasions
from tests.occasions.scanner import Scanner

ACCEPTED = ("accepted", None)


@pytest.fixture
def scanner(door):
    return Scanner.enrolled(door, door.steward())


def stay() -> Attendance:
    db.session.expire_all()
    return db.session.query(Attendance).one()


def test_what_was_seen_offline_counts_from_when_it_was_seen(door, scanner, clock):
    volunteer = door.volunteer()
    scanner.sees(volunteer)
    clock.forward(minutes=80)
    scanner.sees(volunteer, "out")
    clock.forward(hours=5)

    assert scanner.told() == [ACCEPTED, ACCEPTED]
    assert (stay().minutes_actual, stay().minutes_credited) == (80, 80)
    assert {scan.offline for scan in db.session.query(Scan)} == {True}


def test_out_may_arrive_before_in(door, scanner, clock):
    volunteer = door.volunteer()
    came = scanner.sees(volunteer)
    clock.forward(minutes=30)
    left = scanner.sees(volunteer, "out")

    assert scanner.told([left]) == [("accepted", "no_check_in")]
    assert scanner.told([came]) == [ACCEPTED]
    assert stay().minutes_actual == 30


def test_sent_again_each_is_answered_as_already_there(door, scanner):
    scanner.sees(door.volunteer())
    scanner.told()

    assert scanner.told() == [("already", None)]
    assert db.session.query(Scan).count() == 1


def test_a_colleague_with_the_same_scanner_may_send_it_again(door, scanner):
    scanner.sees(door.volunteer())
    scanner.told()
    scanner.holder = door.worker()

    assert scanner.told() == [("already", None)]


def test_the_rotating_code_is_not_for_scanners(door, scanner):
    scanner.sees(door.volunteer(), code=occasions.screen_code(door.session))

    assert scanner.told() == [("refused", "screen")]


def test_whoever_holds_it_does_not_check_themselves_in(door, scanner):
    scanner.sees(scanner.holder)

    assert scanner.told() == [("refused", "self")]


def test_without_a_seat_one_was_there_but_earns_nothing_yet(door, scanner, clock):
    """Who gets the last place would depend on whose scan came first."""
    volunteer = door.volunteer(seated=False)
    occasions.post(door.session)
    scanner.sees(volunteer, capacity="duty")
    clock.forward(minutes=40)
    scanner.sees(volunteer, "out", capacity="duty")

    assert scanner.told() == [ACCEPTED, ACCEPTED]
    assert (stay().minutes_actual, stay().minutes_credited) == (40, 0)
    assert {seat.person_id for seat in db.session.query(Signup)} == {scanner.holder.id}


def test_one_that_is_malformed_holds_up_no_other(door, scanner):
    scanner.waiting.append({"client_id": "so", "code": 7})
    scanner.sees(door.volunteer())
    scanner.waiting.append({})

    assert [status for status, _ in scanner.told()] == ["refused", "accepted", "refused"]


def test_who_may_not_scan_there_burns_nothing(door, scanner):
    """It is not kept: a colleague who may can send it."""
    scanner.sees(door.volunteer())
    steward, scanner.holder = scanner.holder, make.person()

    assert scanner.told() == [("refused", "not_yours")]
    scanner.holder = steward
    assert scanner.told() == [ACCEPTED]


def test_of_another_place_the_device_sends_nothing(door, scanner):
    other = occasions.session(make.estate("别处"))
    scanner.sees(door.volunteer(), session_id=other.id)

    assert scanner.told() == [("refused", "not_yours")]


def test_a_device_that_was_revoked_sends_nothing(door, scanner):
    device = db.session.query(Device).one()
    worker = door.worker()
    door.post(f"/api/occasions/devices/{device.id}/revoke", by=worker)
    scanner.sees(door.volunteer())

    assert scanner.sends().json["code"] == "not_enrolled"


def test_fifty_at_a_time(door, scanner):
    for _ in range(51):
        scanner.sees(door.volunteer("某"))

    assert scanner.sends().status_code == 422


def test_the_list_a_scanner_holds_names_nobody_in_full(door, get, scanner):
    volunteer = make.person("陈美丽", phone="13859740001")
    occasions.signup(volunteer, occasions.post(door.session))
    answer = get(f"{door.path}/roster", by=scanner.holder)

    assert {"person_id": volunteer.id, "person_name": "陈**", "post_label": "引导",
            "walk_in": False} in answer.json["items"]  # fmt: skip
    assert "9740001" not in answer.text
    assert "secret" not in answer.text
