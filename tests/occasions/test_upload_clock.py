"""Late scans are judged as of when they were made, by a clock that is set right."""

from datetime import timedelta

import pytest

from server.core.clock import now
from server.core.db import db
from server.occasions.devices import Card
from server.occasions.presence import Attendance
from server.occasions.service.people import card_hash
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


@pytest.mark.parametrize("minutes", [-10, 10, 300])
def test_a_clock_that_is_wrong_is_set_right(door, clock, minutes):
    scanner = Scanner.enrolled(door, door.steward(), wrong_by=timedelta(minutes=minutes))
    began = now()
    scanner.sees(door.volunteer())
    clock.forward(hours=1)

    assert scanner.told() == [ACCEPTED]
    assert stay().in_at == began


def test_a_clock_that_is_nearly_right_is_believed(door, clock):
    scanner = Scanner.enrolled(door, door.steward(), wrong_by=timedelta(seconds=20))
    began = now()
    scanner.sees(door.volunteer())
    scanner.told()

    assert stay().in_at == began + timedelta(seconds=20)


def test_a_code_is_judged_as_of_when_it_was_seen(door, scanner, clock):
    volunteer = door.volunteer()
    old = occasions.own_code(volunteer)
    clock.forward(minutes=2)
    scanner.sees(volunteer, code=old)

    assert scanner.told() == [("refused", "expired")]


def test_a_card_that_was_revoked_later_was_good_then(door, scanner, clock):
    volunteer = door.volunteer()
    card = Card(person_id=volunteer.id, printed_by_id=volunteer.id, token_hash=card_hash("TOKEN"))
    make.saved(card)
    scanner.sees(volunteer, code="/q/k/TOKEN")
    clock.forward(minutes=5)
    card.revoked_at = now()
    make.saved(card)
    clock.forward(minutes=5)
    scanner.sees(volunteer, "out", code="/q/k/TOKEN")

    assert scanner.told() == [ACCEPTED, ("refused", "revoked")]


def test_nothing_older_than_a_day(door, scanner, clock):
    scanner.sees(door.volunteer())
    clock.forward(hours=24, seconds=1)

    assert scanner.told() == [("refused", "too_late")]


def test_nothing_from_the_future(door, scanner):
    item = scanner.sees(door.volunteer())
    item["scanned_at"] = (now() + timedelta(minutes=2)).isoformat()

    assert scanner.told() == [("refused", "in_the_future")]


def test_nothing_from_outside_the_session(door, scanner, clock):
    clock.forward(hours=3, minutes=1)
    scanner.sees(door.volunteer())

    assert scanner.told() == [("refused", "not_open")]


@pytest.mark.parametrize(
    "at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "gestern"]
)
def test_no_moment_is_too_wild(door, scanner, at):
    item = scanner.sees(door.volunteer())
    item["scanned_at"] = at

    assert scanner.told() == [("refused", "malformed")]
    assert scanner.sends(sent_at=at).status_code == 422
