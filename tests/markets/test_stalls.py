"""Stalls of a market day."""

import pytest

from schemas.market_words import StallKind
from schemas.occasions import ENDED, PLANNED, NumberState
from server.core.db import db
from server.markets.models import Stall
from server.occasions.parts import Line
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests import make_tickets as tickets

HAIR = {"kind": "hair", "label": "义剪", "crew": "惠民理发店 3 人"}


@pytest.fixture
def session():
    tickets.categories()
    return occasions.session(state=PLANNED)


def add(post, session, by=None, **form):
    path = f"/api/markets/sessions/{session.id}/stalls"
    return post(path, by=by or make.staff(at=session.area), **HAIR | form)


def change(post, stall, **form):
    """By the desk; everything else stays as it is."""
    known = {"label": stall.label, "crew": stall.crew, "capacity": stall.line.capacity}
    path = f"/api/markets/stalls/{stall.id}/change"
    return post(path, by=make.staff(at=stall.session.area), **known | form)


def test_a_stall_comes_with_a_line_and_the_wishes_that_its_kind_can_meet(post, session):
    stall = add(post, session, capacity=12, slot_minutes=15).json

    assert (stall["last"], stall["capacity"], stall["slot_minutes"]) == (0, 12, 15)
    assert stall["serves"] == ["haircut"]
    assert [action["action"] for action in stall["actions"]] == [
        "change", "remove", "find", "print",
    ]  # fmt: skip


def test_everybody_reads_the_stalls_of_a_published_session(get, post):
    stall = markets.stall()
    shown = get(f"/api/markets/sessions/{stall.session_id}/stalls").json["items"]

    assert [(one["label"], one["actions"]) for one in shown] == [("义剪", [])]


def test_what_was_served_is_counted_in_numbers_and_in_people(get):
    stall = markets.stall(kind=StallKind.REPAIR, last=4)
    aunt = make.person()
    markets.number(stall, 1, aunt, NumberState.SERVED, outcome="repaired")
    markets.number(stall, 2, aunt, NumberState.UNDER_WAY, outcome="taken_away")
    markets.number(stall, 3, None, NumberState.SERVED, outcome="repaired")
    markets.number(stall, 4, aunt, NumberState.WAITING)
    markets.number(stall, 5, None, NumberState.CALLED)
    shown = get(f"/api/markets/stalls/{stall.id}").json

    assert (shown["served_times"], shown["served_persons"], shown["waiting"]) == (2, 1, 1)
    assert {one["outcome"]: one["count"] for one in shown["outcomes"]} == {
        "repaired": 2,
        "taken_away": 1,
        "not_repaired": 0,
    }


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"serves": ["haircut", "nonsense"]}, "serves"),
        ({"unit_id": 999999}, "unit_id"),
        ({"post_id": 999999}, "post_id"),
        ({"vehicle_id": 999999}, "vehicle_id"),
    ],
)
def test_what_a_stall_names_has_to_be_there(post, session, wrong, field):
    refused = add(post, session, **wrong)

    assert (refused.status_code, list(refused.json["problems"])) == (422, [field])


def test_the_crew_comes_from_a_duty_of_the_same_session(post, session):
    elsewhere = occasions.post(occasions.session(state=PLANNED))

    assert add(post, session, post_id=elsewhere.id).status_code == 422
    assert add(post, session, post_id=occasions.post(session).id).status_code == 201


def test_a_vehicle_brings_only_its_own_kind_of_stall(post, session):
    repair = markets.vehicle(kind=StallKind.REPAIR)

    assert add(post, session, vehicle_id=repair.id).json["problems"].keys() == {"vehicle_id"}
    assert add(post, session, vehicle_id=markets.vehicle().id).status_code == 201


def test_there_cannot_be_fewer_numbers_than_were_given_out(post):
    stall = markets.stall(capacity=10, last=7)
    refused = change(post, stall, capacity=6)

    assert (refused.json["code"], "7 号" in refused.json["detail"]) == ("too_few_numbers", True)
    assert change(post, stall, capacity=7, label="剪头发").json["capacity"] == 7
    assert db.session.get(Line, stall.line_id).label == "剪头发"
    assert change(post, stall, capacity=None).json["capacity"] is None


def test_whoever_has_a_number_keeps_its_time(post):
    stall = markets.stall(capacity=10)
    assert change(post, stall, slot_minutes=10).json["slot_minutes"] == 10
    taken = f"/api/occasions/lines/{stall.line_id}/numbers"
    assert post(taken, by=make.person()).status_code == 201
    refused = [change(post, stall, slot_minutes=minutes) for minutes in (60, None)]

    assert [answer.json["code"] for answer in refused] == ["times_given"] * 2
    assert change(post, stall, slot_minutes=10, capacity=8).json["capacity"] == 8


def test_a_stall_goes_with_its_line_as_long_as_nobody_has_a_number(post):
    stall = markets.stall()
    other = markets.stall(stall.session, label="维修", kind=StallKind.REPAIR)
    ids = stall.id, stall.line_id
    left = post(f"/api/markets/stalls/{stall.id}/remove", by=make.staff(at=stall.session.area))

    assert [one["id"] for one in left.json["items"]] == [other.id]
    assert (db.session.get(Stall, ids[0]), db.session.get(Line, ids[1])) == (None, None)


def test_a_stall_whose_numbers_were_given_out_stays(post):
    stall = markets.stall(last=1)
    refused = post(f"/api/markets/stalls/{stall.id}/remove", by=make.staff(at=stall.session.area))

    assert refused.json["code"] == "numbers_given"


def test_of_a_session_that_is_over_nothing_is_changed(post):
    tickets.categories()
    stall = markets.stall(occasions.session(state=ENDED))

    assert change(post, stall).json["code"] == "session_over"
    assert add(post, stall.session).json["code"] == "session_over"


def test_a_market_with_many_stalls_costs_what_one_with_a_stall_costs(get, count_queries):
    session, worker = occasions.session(), make.token(make.staff())

    def cost() -> int:
        with count_queries() as asked:
            get(f"/api/markets/sessions/{session.id}/stalls", token=worker)
        return len(asked)

    markets.number(markets.stall(session, last=1), 1, make.person())
    one = cost()
    for _ in range(9):
        markets.number(markets.stall(session, last=1), 1, make.person())

    assert one == cost() == 10
