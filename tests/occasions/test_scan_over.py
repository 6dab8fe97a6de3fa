"""When it is over people leave and nobody comes; and whoever scans on and on is slowed."""

import pytest

from server.core.db import db
from server.occasions.presence import Attendance, Scan
from tests import make_occasions as occasions
from tests.occasions.at_the_door import said
from tests.occasions.scanner import Scanner

OVER = ("refused", "over")


def test_after_the_end_nobody_comes(door, clock):
    volunteer = door.volunteer()
    clock.forward(hours=2, minutes=1)
    by_themselves = door.scan(volunteer)
    by_digits = door.type(volunteer, occasions.digits(door.session))
    by_the_desk = door.scanned(door.worker(), occasions.own_code(volunteer))
    by_name = door.named(door.worker(), volunteer)

    assert [said(one) for one in (by_themselves, by_digits, by_the_desk, by_name)] == [OVER] * 4
    assert db.session.query(Attendance).count() == 0


@pytest.mark.parametrize(("minutes", "code"), [(179, None), (181, "not_open")])
def test_for_an_hour_one_leaves(door, clock, minutes, code):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=minutes)

    assert door.scan(volunteer, "out")["code"] == code


def test_ended_early_it_is_over_then(door, clock):
    early, late = door.volunteer("一"), door.volunteer("二")
    door.scan(early)
    clock.forward(minutes=10)
    door.end(door.worker())
    clock.forward(minutes=10)

    assert said(door.scan(late)) == OVER
    assert door.scan(early, "out")["minutes"] == 20
    clock.forward(minutes=51)
    assert said(door.scan(early, "out")) == ("refused", "not_open")


def test_seen_before_that_and_sent_after_it_counts(door, clock):
    scanner = Scanner.enrolled(door, door.steward())
    early, late = door.volunteer("一"), door.volunteer("二")
    scanner.sees(early)
    clock.forward(minutes=10)
    door.end(door.worker())
    clock.forward(minutes=10)
    scanner.sees(late)

    assert scanner.told() == [("accepted", None), OVER]


def test_who_scans_good_codes_on_and_on_is_slowed(door):
    volunteer = door.volunteer()
    code = occasions.screen_code(door.session)
    form = {"code": code, "by": volunteer}
    sent = [
        door.post("/api/occasions/scans", client_id=occasions.scan_id(), **form).status_code
        for _ in range(32)
    ]

    assert sent == [200] * 30 + [429] * 2
    assert db.session.query(Scan).count() == 30


def test_in_and_out_and_in_by_a_script_too(door, clock):
    volunteer = door.volunteer()
    codes = [occasions.screen_code(door.session, way) for way in ("in", "out")]
    sent = [
        door.post(
            "/api/occasions/scans",
            by=volunteer,
            client_id=occasions.scan_id(),
            code=codes[number % 2],
        ).status_code
        for number in range(60)
    ]

    assert sent == [200] * 30 + [429] * 30


def test_one_who_repeats_holds_up_nobody_else_at_the_door(door):
    steward, one, other = door.steward(), door.volunteer("一"), door.volunteer("二")
    sent = [door.scanned(steward, occasions.own_code(one)).status_code for _ in range(32)]

    assert sent[-1] == 429
    assert said(door.scanned(steward, occasions.own_code(other))) == ("accepted", None)
