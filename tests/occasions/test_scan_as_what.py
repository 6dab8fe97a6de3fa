"""As what somebody is there: on duty, as a visitor, as a walk-in."""

from server.core.db import db
from server.occasions.parts import Signup
from server.occasions.presence import Attendance
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import said


def test_a_neighbour_is_a_visitor_and_earns_no_hours(door, clock):
    neighbour = make.person()
    told = door.scan(neighbour)
    clock.forward(minutes=40)
    left = door.scan(neighbour, "out")
    (stay,) = db.session.query(Attendance)

    assert (told["capacity"], left["capacity"]) == ("visit", "visit")
    assert (stay.minutes_actual, stay.minutes_credited) == (40, 0)


def test_who_serves_and_visits_is_there_twice(door):
    volunteer = door.volunteer()
    door.scan(volunteer)
    door.scan(volunteer, capacity="visit")

    assert {stay.capacity for stay in db.session.query(Attendance)} == {"duty", "visit"}


def test_who_leaves_leaves_as_what_they_came(door, clock):
    """They visited, were asked to help, signed up, and went home."""
    volunteer = door.volunteer(seated=False)
    door.scan(volunteer)
    occasions.signup(volunteer, occasions.post(door.session))
    clock.forward(minutes=20)
    told = door.scan(volunteer, "out")

    assert (told["code"], told["capacity"], told["minutes"]) == (None, "visit", 20)


def test_who_came_to_serve_without_signing_up_gets_a_place_marked_so(door):
    occasions.post(door.session)
    told = door.scan(door.volunteer(seated=False), capacity="duty")
    (seat,) = db.session.query(Signup)

    assert (told["status"], seat.walk_in, seat.state) == ("accepted", True, "signed")


def test_leaving_without_ever_having_come_takes_no_place(door):
    occasions.post(door.session)
    told = door.scan(door.volunteer(seated=False), "out", capacity="duty")

    assert told["code"] == "no_check_in"
    assert db.session.query(Signup).count() == 0


def test_without_room_one_cannot_serve(door):
    occasions.signup(make.person(), occasions.post(door.session, capacity=1))
    told = door.scan(door.volunteer(seated=False), capacity="duty")

    assert said(told) == ("refused", "no_room")
