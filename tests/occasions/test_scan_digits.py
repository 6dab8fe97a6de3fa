"""The six digits under the code, typed when a camera fails."""

import pytest

from tests import make_occasions as occasions
from tests.occasions.at_the_door import said


def test_digits_are_as_good_as_the_code(door, clock):
    volunteer = door.volunteer()
    came = door.type(volunteer, occasions.digits(door.session)).json
    clock.forward(minutes=5)
    left = door.type(volunteer, occasions.digits(door.session, "out")).json

    assert (said(came), left["minutes"]) == (("accepted", None), 5)


def wrong(door) -> str:
    good = {occasions.digits(door.session, way, ago) for way in ("in", "out") for ago in (0, 30)}
    return next(d for d in map(str, range(111111, 111120)) if d not in good)


def test_after_five_wrong_ones_one_waits_five_minutes(door, clock):
    volunteer, right = door.volunteer(), occasions.digits(door.session)
    told = [said(door.type(volunteer, wrong(door))) for _ in range(5)]
    clock.forward(seconds=1)
    locked = door.type(volunteer, right)
    clock.forward(minutes=5)
    later = door.type(volunteer, occasions.digits(door.session))

    assert told == [("refused", "wrong_digits")] * 5
    assert (locked.status_code, locked.json["code"]) == (429, "too_many_tries")
    assert later.json["status"] == "accepted"


def test_the_five_minutes_begin_with_the_fifth(door, clock):
    volunteer = door.volunteer()
    for _ in range(5):
        door.type(volunteer, wrong(door))
        clock.forward(seconds=55)
    clock.forward(minutes=3)

    assert door.type(volunteer, occasions.digits(door.session)).status_code == 429


def test_right_ones_forget_the_wrong_ones(door):
    volunteer = door.volunteer()
    for _ in range(3):
        for _ in range(4):
            door.type(volunteer, wrong(door))
        assert door.type(volunteer, occasions.digits(door.session)).status_code == 200


def test_one_persons_mistakes_hold_up_nobody_else(door):
    one, other = door.volunteer("一"), door.volunteer("二")
    for _ in range(6):
        door.type(one, wrong(door))

    assert door.type(other, occasions.digits(door.session)).json["status"] == "accepted"


def test_digits_of_another_session_do_not_count(door):
    other = occasions.session(door.session.area)
    told = door.type(door.volunteer(), occasions.digits(other))

    assert said(told) == ("refused", "wrong_digits")


@pytest.mark.parametrize("digits", ["１２３４５６", "12345", "1234567", "abcdef", "12345\n", ""])
def test_what_is_no_six_digits_is_not_tried(door, digits):
    assert door.type(door.volunteer(), digits).status_code == 422


def test_who_scans_nonsense_all_day_is_slowed(door, post):
    volunteer = door.volunteer()
    send = {"by": volunteer, "code": "nonsense"}
    codes = [
        post("/api/occasions/scans", client_id=occasions.scan_id(), **send).status_code
        for _ in range(31)
    ]

    assert codes == [200] * 30 + [429]
