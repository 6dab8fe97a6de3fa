"""Two accounts of one person: hours count together and once, lists show one person, and undoing the
merge restores what was."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.occasions.parts import Signup
from server.occasions.presence import Attendance
from server.occasions.teams import Team
from tests import make
from tests import make_occasions as occasions
from tests.occasions.scanner import Scanner

PEOPLE, RECORD = "/api/people/persons", "/api/occasions/record"


@pytest.fixture
def worker(door):
    return door.worker()


@pytest.fixture
def old(door, worker):
    """Written down by the desk, with a place and a card."""
    person = make.person("陈伯", estate=door.session.area, made_by_id=worker.id)
    make.grant(person, Role.VOLUNTEER, door.session.area)
    occasions.signup(person, occasions.post(door.session))
    return person


@pytest.fixture
def new(door):
    person = make.person("陈伯伯", estate=door.session.area)
    make.grant(person, Role.VOLUNTEER, door.session.area)
    return person


@pytest.fixture
def merge(post, worker, old, new):
    def merge(step="merge"):
        form = {"into_id": new.id} if step == "merge" else {}
        by = worker if step == "merge" else make.staff(Role.ADMINISTRATOR, old.estate)
        answer = post(f"{PEOPLE}/{old.id}/{step}", by=by, **form)
        assert answer.status_code == 200, answer.text
        db.session.expire_all()

    return merge


@pytest.fixture
def totals(get):
    def totals(who):
        told = get(RECORD, by=who).json
        return told["totals"]["minutes_credited"], len(told["days"])

    return totals


def there(door, clock, *people, minutes=120):
    for person in people:
        door.scan(person)
    clock.forward(minutes=minutes)
    for person in people:
        door.scan(person, "out")


def rows() -> dict:
    db.session.expire_all()
    columns = Attendance.in_at, Attendance.minutes_actual, Attendance.minutes_credited
    found = db.session.query(Attendance.person_id, *columns, Attendance.public_until)
    return {id: known for id, *known in found.order_by(Attendance.id)}


def test_in_by_one_and_out_by_the_other_is_one_stay(door, clock, old, new, merge, totals):
    door.scan(old)
    clock.forward(minutes=60)
    merge()
    clock.forward(minutes=30)
    told = door.scan(new, "out")

    assert (told["capacity"], told["minutes"], totals(new)) == ("duty", 90, (90, 1))


def test_both_at_one_session_count_once(door, clock, old, new, merge, totals):
    occasions.signup(new, occasions.post(door.session))
    there(door, clock, old, new)
    merge()

    assert totals(new) == (120, 1)
    assert rows()[old.id][:3] == [None, 0, 0]


def test_undone_both_have_what_they_had(door, clock, old, new, merge, worker):
    occasions.signup(new, occasions.post(door.session))
    door.scan(old)
    clock.forward(minutes=40)
    door.scan(new)
    clock.forward(minutes=60)
    for person in (old, new):
        door.scan(person, "out")
    door.end(worker)
    before = rows()
    merge()
    clock.travel_to("2026-03-20 09:00")
    merge("unmerge")

    assert rows() == before


def test_a_merge_announces_nothing_anew(door, clock, old, new, merge, worker, get):
    there(door, clock, old)
    door.end(worker)
    clock.travel_to("2026-03-20 09:00")
    merge()

    assert get(RECORD, by=new).json["totals"]["minutes_booked"] == 120


def test_what_only_both_together_come_to_is_announced(door, clock, old, new, merge, worker):
    occasions.signup(new, occasions.post(door.session))
    door.scan(old)
    clock.forward(minutes=90)
    door.scan(new, "out")
    door.end(worker)
    clock.travel_to("2026-03-20 09:00")
    merge()
    _, minutes, credited, until = rows()[new.id]

    assert (minutes, credited, str(until)) == (90, 90, "2026-03-25")


def test_lists_show_one_person(door, clock, old, new, merge, worker, get):
    there(door, clock, old)
    merge()
    (row,) = door.present(get, worker).values()
    (held,) = get(f"{door.path}/roster", by=worker).json["items"]
    (found,) = get(f"{door.path}/find", by=worker, q="陈伯").json["items"]

    assert (row["person_id"], row["post_label"], len(row["scans"])) == (new.id, "引导", 2)
    assert [stay["minutes_credited"] for stay in row["stays"]] == [120]
    assert (held["person_id"], found["person_id"]) == (new.id, new.id)
    assert row["flags"] == []


def test_a_repair_of_one_and_scans_of_the_other_are_no_more_than_the_session(
    door, clock, old, new, merge, worker, totals, post
):
    there(door, clock, old)
    merge()
    form = {"client_id": occasions.scan_id(), "reason": "忘了", "minutes": 60}

    assert post(f"{door.path}/repairs", by=new, **form).status_code == 422
    assert totals(new) == (120, 1)


def test_a_repair_asked_for_before_counts_for_who_they_are_now(
    door, clock, old, new, merge, worker, totals, post
):
    clock.forward(hours=2)
    form = {"client_id": occasions.scan_id(), "reason": "忘了", "minutes": 60}
    asked = post(f"{door.path}/repairs", by=old, **form).json
    merge()
    post(f"/api/occasions/repairs/{asked['id']}/approve", by=worker)

    assert totals(new) == (60, 1)


def test_a_paper_holds_through_a_merge_and_its_undoing(
    door, clock, old, new, merge, worker, post, get
):
    """And says when something else is changed."""
    occasions.signup(new, occasions.post(door.session))
    there(door, clock, old, new, minutes=90)
    door.end(worker)
    clock.travel_to("2026-03-20 09:00")
    papers = [post(f"{RECORD}/papers", by=who).json["token"] for who in (old, new)]

    def states():
        return [get("/api/occasions/papers", code=token).json["state"] for token in papers]

    merge()
    assert states() == ["valid", "valid"]
    merge("unmerge")
    assert states() == ["valid", "valid"]
    row = door.present(get, worker)[old.id]
    post(f"/api/occasions/scans/{row['scans'][-1]['id']}/undo", by=worker)
    assert states() == ["corrected", "valid"]


def test_named_from_an_older_list_they_are_who_they_are_now(door, old, new, merge, worker):
    scanner = Scanner.enrolled(door, worker)
    scanner.names(old)
    merge()
    scanner.names(new)

    assert scanner.told() == [("accepted", None), ("already", None)]


def test_who_has_come_does_not_step_down_as_the_other(door, old, new, merge, post, get):
    merge()
    door.scan(new)
    (mine,) = get("/api/occasions/signups/mine", by=new).json["items"]
    told = post(f"/api/occasions/signups/{mine['id']}/withdraw", by=new)

    assert told.json["code"] == "already_there"


def test_hours_of_a_team_follow(door, clock, old, new, merge, get):
    team = make.saved(Team(area_id=door.session.area_id, name="红袖标队", leader_id=old.id))
    seat = db.session.query(Signup).filter_by(person_id=old.id).one()
    seat.team_id = team.id
    make.saved(seat)
    merge()
    there(door, clock, new, minutes=60)

    assert get(f"/api/occasions/teams/{team.id}", by=new).json["minutes"] == 60
