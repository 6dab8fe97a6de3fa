"""Without network nobody may do what they may not do with it: only whoever runs a session names
somebody, and says why."""

import pytest

from server.core.db import db
from server.occasions.presence import Attendance, Scan
from tests.occasions.scanner import Scanner

ACCEPTED = ("accepted", None)


@pytest.fixture
def scanner(door):
    return Scanner.enrolled(door, door.worker())


def test_whoever_runs_it_names_who_signed_up(door, scanner):
    scanner.names(door.volunteer())
    scanner.names(door.volunteer("二", seated=False))

    assert scanner.told() == [ACCEPTED, ("refused", "nobody")]
    assert {scan.reason for scan in db.session.query(Scan)} == {"没带手机"}


def test_a_steward_names_nobody(door, scanner):
    scanner.holder = door.steward()
    scanner.names(door.volunteer())

    assert scanner.told() == [("refused", "by_name")]
    assert db.session.query(Attendance).count() == 0


def test_it_is_not_kept_so_that_the_desk_can_send_it(door, scanner):
    worker, scanner.holder = scanner.holder, door.steward()
    scanner.names(door.volunteer())
    scanner.told()
    scanner.holder = worker

    assert scanner.told() == [ACCEPTED]


def test_without_a_reason_nobody_is_named(door, scanner):
    scanner.names(door.volunteer(), reason=" ")
    item = scanner.names(door.volunteer("二"))
    del item["reason"]

    assert scanner.told() == [("refused", "malformed")] * 2
