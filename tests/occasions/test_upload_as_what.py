"""As what somebody was there who was scanned without network: by what held at that moment, whatever
became of it before the scan came in."""

from datetime import timedelta

import pytest

from schemas.occasions import WAITING, SignupState
from schemas.people_words import Role
from server.core.audit import AuditEntry
from server.core.clock import now
from server.core.db import db
from server.occasions.parts import Signup
from server.occasions.presence import Attendance, Scan
from server.occasions.service import signups
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.scanner import Scanner


@pytest.fixture
def scanner(door):
    return Scanner.enrolled(door, door.steward())


@pytest.fixture
def helper(door):
    """A volunteer of the estate who has not signed up."""
    person = make.person("帮手", estate=door.session.area)
    make.grant(person, Role.VOLUNTEER, door.session.area)
    return person


def stays(person) -> list[tuple]:
    db.session.expire_all()
    mine = db.session.query(Attendance).filter_by(person_id=person.id)
    rows = mine.filter(Attendance.in_at.is_not(None)).order_by(Attendance.id)
    return [(row.capacity.value, row.minutes_actual, row.minutes_credited) for row in rows]


def odd(door, get) -> list:
    items = get(f"{door.path}/oddities", by=door.worker()).json["items"]
    return [(row["kind"], row["people"]) for row in items]


def an_hour(scanner, clock, who, minutes=60, **more):
    scanner.sees(who, **more)
    clock.forward(minutes=minutes)
    scanner.sees(who, "out", **more)


def test_a_place_that_lapsed_after_the_scan_counts(post, clock):
    session = occasions.session(begins=now() + timedelta(hours=1))
    door = AtTheDoor(post, session)
    scanner = Scanner.enrolled(door, door.steward())
    volunteer = make.staff(Role.VOLUNTEER, session.area)
    post_ = occasions.post(session, capacity=1)
    seat = occasions.signup(volunteer, post_, state=SignupState.INVITED)
    clock.forward(minutes=50)
    scanner.sees(volunteer)
    clock.forward(minutes=15)
    signups.lapse(db.session.get(Signup, seat.id))
    db.session.commit()
    clock.forward(minutes=60)
    scanner.sees(volunteer, "out")
    scanner.told()

    assert stays(volunteer) == [("duty", 75, 75)]


def test_a_place_that_was_given_up_after_the_scan_counts(door, clock, scanner, post, get):
    volunteer = door.volunteer()
    an_hour(scanner, clock, volunteer)
    clock.forward(minutes=10)
    seat = db.session.query(Signup).filter_by(person_id=volunteer.id).one()
    post(f"/api/occasions/signups/{seat.id}/withdraw", by=volunteer)
    scanner.told()

    assert stays(volunteer) == [("duty", 60, 60)]
    assert odd(door, get) == []


def test_one_that_was_given_up_before_it_does_not(door, clock, scanner, post, get):
    volunteer = door.volunteer()
    seat = db.session.query(Signup).filter_by(person_id=volunteer.id).one()
    post(f"/api/occasions/signups/{seat.id}/withdraw", by=volunteer)
    clock.forward(minutes=1)
    an_hour(scanner, clock, volunteer, capacity="duty")
    scanner.told()

    assert stays(volunteer) == [("duty", 60, 0)]
    assert odd(door, get) == [("no_seat", ["王师傅"])]


def test_who_waited_served_without_credit_and_is_listed(door, clock, scanner, get):
    volunteer = door.volunteer(seated=False)
    occasions.signup(volunteer, occasions.post(door.session), state=WAITING)
    an_hour(scanner, clock, volunteer)
    scanner.told()

    assert stays(volunteer) == [("duty", 60, 0)]
    assert odd(door, get) == [("no_seat", ["王师傅"])]


def test_a_place_given_by_the_desk_in_any_way_counts_what_they_served(
    door, clock, scanner, post, helper, get
):
    duty = occasions.post(door.session)
    an_hour(scanner, clock, helper, capacity="duty")
    scanner.told()
    before = stays(helper)
    post(f"/api/occasions/posts/{duty.id}/sign_up", by=door.worker(), person_id=helper.id)

    assert (before, stays(helper)) == ([("duty", 60, 0)], [("duty", 60, 60)])
    assert odd(door, get) == []


def test_a_place_for_a_visitor_makes_their_scans_duty_which_is_on_record(door, clock, post, helper):
    worker, duty = door.worker(), occasions.post(door.session)
    door.scan(helper)
    clock.forward(minutes=60)
    door.scan(helper, "out")
    form = {"person_id": helper.id, "post_id": duty.id}
    post(f"{door.path}/seats", by=worker, **form)
    entry = db.session.query(AuditEntry).filter_by(action="seat_person").one()
    scans = [scan.id for scan in db.session.query(Scan).order_by(Scan.id)]

    assert stays(helper) == [("duty", 60, 60)]
    assert (entry.actor_id, entry.known) == (worker.id, {"person_id": helper.id, "scans": scans})


@pytest.mark.parametrize("late", ["in", "out"])
def test_who_leaves_leaves_as_what_they_came_in_whatever_order_it_comes_in(
    door, clock, scanner, post, helper, late
):
    came = scanner.sees(helper)
    occasions.post(door.session)
    clock.forward(minutes=50)
    left = scanner.sees(helper, "out")
    first, second = (left, came) if late == "in" else (came, left)
    scanner.told([first])
    scanner.told([second])

    assert stays(helper) == [("visit", 50, 0)]


def test_who_came_as_a_visitor_and_signed_up_is_told_to_scan_in_again(
    door, clock, scanner, post, helper, get
):
    """Without that the hours would not count, and nobody would say so."""
    duty = occasions.post(door.session)
    door.scan(helper)
    clock.forward(minutes=5)
    post(f"/api/occasions/posts/{duty.id}/sign_up", by=helper)
    clock.forward(minutes=50)
    scanner.sees(helper, "out")
    scanner.told()
    titles = [message["title"] for message in get("/api/messages/", by=helper).json["items"]]

    assert titles == ["请再签到一次"]
    assert stays(helper) == [("visit", 55, 0)]


def test_a_card_that_was_revoked_before_its_scan_came_in_is_looked_at(
    door, clock, scanner, post, get
):
    """It counts: the one who lost it may well have been there."""
    volunteer = door.volunteer()
    card = occasions.card(volunteer, "TOKEN234")
    scanner.sees(volunteer, code="https://jinlin.example/q/k/TOKEN234")
    clock.forward(minutes=20)
    post(f"/api/occasions/cards/{card.id}/revoke", by=volunteer)
    clock.forward(minutes=20)

    assert scanner.told() == [("accepted", None)]
    assert odd(door, get) == [("revoked_card", ["王师傅"])]
