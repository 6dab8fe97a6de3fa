"""A scan is known by its client id: sent again it is the same one, and one that cannot be told
holds up no other."""

import pytest

from server.core.db import db
from server.occasions.presence import Attendance, Scan
from tests import make_occasions as occasions
from tests.occasions.at_the_door import said
from tests.occasions.scanner import Scanner

ALREADY, OTHER = ("already", None), ("refused", "other_scan")


@pytest.fixture
def scanner(door):
    return Scanner.enrolled(door, door.steward())


def test_known_from_a_colleague_it_holds_up_no_other(door, scanner):
    """It had arrived when the answer was lost, and another one took over the tablet."""
    item = scanner.sees(door.volunteer())
    door.scanned(scanner.holder, item["code"], client_id=item["client_id"])
    scanner.sees(door.volunteer("二"))
    scanner.holder = door.worker()

    assert scanner.told() == [ALREADY, ("accepted", None)]


def test_what_is_not_theirs_to_read_has_no_name_and_no_session(door, scanner):
    item = scanner.sees(door.volunteer())
    door.scanned(scanner.holder, item["code"], client_id=item["client_id"])
    scanner.holder = door.worker()
    (told,) = scanner.sends().json["items"]

    assert (told["person_name"], told["session_id"], told["session_title"]) == (None, None, None)
    assert told["at"] is None


def test_after_it_was_enrolled_anew_too(door, scanner):
    scanner.sees(door.volunteer())
    scanner.told()
    scanner.holder = door.worker()
    occasions.device(door.session.area, secret="another-secret-of-it")

    answer = scanner.sends(device="another-secret-of-it")
    assert [one["status"] for one in answer.json["items"]] == ["already"]


def test_a_number_that_is_another_persons_is_no_check_in(door):
    steward, name = door.steward(), occasions.scan_id()
    first, second = door.volunteer("一"), door.volunteer("二")
    door.scanned(steward, occasions.own_code(first), client_id=name)

    assert said(door.scanned(steward, occasions.own_code(second), client_id=name)) == OTHER
    assert {stay.person_id for stay in db.session.query(Attendance)} == {first.id}


@pytest.mark.parametrize("changed", ["person", "session"])
def test_uploaded_with_a_number_of_another_scan_it_says_so(door, scanner, changed):
    item = scanner.sees(door.volunteer())
    scanner.told()
    elsewhere = occasions.session(door.session.area)
    occasions.signup(scanner.holder, occasions.post(elsewhere, steward=True))
    other = {
        "person": {"code": occasions.own_code(door.volunteer("二"))},
        "session": {"session_id": elsewhere.id},
    }[changed]

    assert scanner.told([item | other]) == [OTHER]
    assert db.session.query(Scan).count() == 1


def test_one_that_has_run_out_meanwhile_is_still_the_same(door, clock):
    steward, volunteer, name = door.steward(), door.volunteer(), occasions.scan_id()
    code = occasions.own_code(volunteer)
    door.scanned(steward, code, client_id=name)
    clock.forward(minutes=2)

    assert said(door.scanned(steward, code, client_id=name)) == ALREADY
