"""Two accounts of one person: hours count together and once, lists show one person, and undoing the
merge restores what was."""

import pytest

from server.core.db import db
from server.occasions.presence import Attendance
from tests import make_occasions as occasions

RECORD = "/api/occasions/record"


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
