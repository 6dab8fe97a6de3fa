"""Counted by eye: the largest single count is the session's, apart from who is known by name."""

import pytest

from schemas.occasion_words import Capacity
from schemas.occasions import CALLED_OFF, ENDED, PLANNED
from server.core.db import db
from server.occasions.parts import Headcount
from server.occasions.presence import Attendance
from tests import make
from tests import make_occasions as occasions


@pytest.fixture
def path(door):
    return f"{door.path}/headcounts"


def test_the_largest_single_count_is_the_sessions_and_none_are_added(door, path, get, clock):
    worker = door.worker("小林")
    for count in (40, 85, 60):
        door.post(path, by=worker, count=count)
        clock.forward(minutes=20)
    told = get(path, by=worker).json

    assert ([one["count"] for one in told["items"]], told["largest"]) == ([60, 85, 40], 85)
    assert told["items"][0]["counted_by_name"] == "小林"
    assert "最大的一次" in told["definition"]


def test_a_slip_of_the_pen_is_struck_out_and_stays_to_be_read(door, path, get):
    worker, steward = door.worker(), door.steward()
    for count in (2000, 200):
        row = door.post(path, by=steward, count=count).json
    (right, wrong) = get(path, by=steward).json["items"]
    assert [one["action"] for one in wrong["actions"]] == ["strike"]
    struck = [door.post(strike(wrong), by=who) for who in (steward, worker)]
    told = get(path, by=worker).json

    assert [answer.status_code for answer in struck] == [200, 200]
    assert (right["id"], told["largest"]) == (row["id"], 200)
    assert [(one["count"], bool(one["struck_at"])) for one in told["items"]] == [
        (200, False),
        (2000, True),
    ]
    assert [one["actions"] for one in told["items"]][1] == []


def strike(row: dict) -> str:
    return f"/api/occasions/headcounts/{row['id']}/strike"


def test_who_counted_strikes_it_and_the_desk_others_do_not(door, path):
    row = door.post(path, by=door.worker(), count=3).json

    assert door.post(strike(row), by=door.steward()).status_code == 404
    assert door.post(strike(row), by=door.worker("小陈")).status_code == 200


def test_with_all_struck_out_nobody_has_counted(door, path, get):
    worker = door.worker()
    door.post(strike(door.post(path, by=worker, count=3).json), by=worker)

    assert get(path, by=worker).json["largest"] is None


def test_who_is_known_by_name_is_not_counted_twice(door, path, get):
    """Two have checked in; five were seen; five it is, and two."""
    worker = door.worker()
    for name in "甲乙":
        door.scan(door.volunteer(name))
    door.post(path, by=worker, count=5)

    assert get(path, by=worker).json["largest"] == 5
    named = db.session.query(Attendance).filter_by(session_id=door.session.id)
    assert {stay.capacity for stay in named} == {Capacity.DUTY}
    assert named.count() == 2


def test_where_nobody_counted_there_is_no_figure(door, path, get):
    """Not a nought: nobody was looking."""
    assert get(path, by=door.worker()).json["largest"] is None


def test_who_stands_at_the_door_counts_others_do_not(door, path):
    told = [door.post(path, by=who, count=3) for who in (door.steward(), door.volunteer())]

    assert [answer.status_code for answer in told] == [201, 403]


def test_before_it_begins_there_is_nobody_to_count(door, path, clock):
    clock.travel_to("2026-03-05 08:59")

    assert door.post(path, by=door.worker(), count=3).json["code"] == "not_begun"


@pytest.mark.parametrize(("state", "status"), [(ENDED, 201), (CALLED_OFF, 409), (PLANNED, 409)])
def test_what_was_counted_on_paper_is_typed_in_afterwards(clock, post, state, status):
    session = occasions.session(state=state)
    path = f"/api/occasions/sessions/{session.id}/headcounts"

    assert post(path, by=make.staff(at=session.area), count=30).status_code == status


@pytest.mark.parametrize("count", [-1, 20_001, "many"])
def test_a_count_is_a_number_of_people(door, path, count):
    answer = door.post(path, by=door.worker(), count=count)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["count"])
    assert db.session.query(Headcount).count() == 0
