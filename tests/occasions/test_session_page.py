"""What the page of a session offers: to check in now, and to ask for what is missing."""

from datetime import timedelta

import pytest

from schemas.occasions import SessionState
from server.core import clock as the_clock
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor

PATH = "/api/occasions/sessions"


@pytest.fixture
def door(clock, post):
    return AtTheDoor(post)


@pytest.mark.parametrize(
    ("minutes", "opened"), [(-61, False), (-60, True), (180, True), (181, False)]
)
def test_checking_in_is_offered_from_an_hour_before_to_an_hour_after(get, clock, minutes, opened):
    begins = the_clock.now() + timedelta(days=1)
    session = occasions.session(begins=begins, hours=2)
    clock.forward(days=1, minutes=minutes)

    assert get(f"{PATH}/{session.id}").json["checks_open"] is opened


def test_nobody_checks_in_where_it_was_called_off(get, clock):
    session = occasions.session(state=SessionState.CALLED_OFF)

    assert get(f"{PATH}/{session.id}").json["checks_open"] is False


def test_whoever_signed_up_and_was_not_scanned_may_ask_for_it(get, door, clock):
    volunteer, stranger = door.volunteer(), door.volunteer("过路人", seated=False)
    clock.forward(hours=3)

    shown = {who.id: get(door.path, by=who).json["can_repair"] for who in (volunteer, stranger)}

    assert shown == {volunteer.id: True, stranger.id: False}


def test_whoever_checked_out_lacks_nothing(get, door, clock):
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=90)
    during = get(door.path, by=volunteer).json["can_repair"]
    clock.forward(minutes=50)
    before = get(door.path, by=volunteer).json["can_repair"]
    door.scan(volunteer, "out")
    after = get(door.path, by=volunteer).json["can_repair"]

    assert (during, before, after) == (False, True, False)


def test_what_was_asked_for_is_not_offered_again(get, post, door, clock):
    volunteer = door.volunteer()
    clock.forward(hours=3)
    form = {"client_id": occasions.scan_id(), "minutes": 30, "reason": "手机没电"}
    post(f"{door.path}/repairs", by=volunteer, **form)

    told = get(door.path, by=volunteer).json
    assert (told["can_repair"], told["repair_waits"]) == (False, True)
