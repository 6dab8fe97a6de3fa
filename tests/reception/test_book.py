"""Times are booked or given at the door, in one order; some are kept for whoever did not book."""

from datetime import datetime

import pytest

from schemas.occasions import ENDED, PLANNED
from schemas.people_words import Role
from server.core.clock import local
from server.core.db import db
from server.occasions.parts import QueueNumber
from tests import make
from tests import make_occasions as occasions
from tests import make_reception as reception


def path(session, what="book") -> str:
    return f"/api/reception/sessions/{session.id}/{what}"


def times(get, session, **known) -> list[int]:
    return [one["n"] for one in get(path(session, "times"), **known).json["items"]]


def test_a_resident_chooses_a_time_and_nobody_else_gets_it(clock, get, post):
    session = reception.day()
    aunt, uncle = make.person("陈阿姨"), make.person("林伯")
    booked = post(path(session), by=aunt, n=3, topic="停车位")

    assert (booked.status_code, booked.json["n"]) == (201, 3)
    assert f"{local(datetime.fromisoformat(booked.json['at'])):%H:%M}" == "10:20"
    assert times(get, session) == [1, 2, *range(4, 13)]
    assert post(path(session), by=uncle, n=3).json["code"] == "slot_taken"
    assert post(path(session), by=uncle, n=99).json["code"] == "slot_taken"


def test_without_a_wish_the_first_free_time_is_given(clock, post):
    session = reception.day()
    given = [post(path(session), by=make.person()).json["n"] for _ in range(3)]

    assert given == [1, 2, 3]


def test_a_time_that_is_left_is_free_again(clock, get, post):
    session, aunt = reception.day(), make.person()
    booked = post(path(session), by=aunt, n=3).json
    post(f"/api/occasions/numbers/{booked['id']}/leave", by=aunt)

    assert 3 in times(get, session)
    assert post(path(session), by=make.person(), n=3).status_code == 201


def test_kept_times_are_spread_and_are_the_desks_until_an_hour_before(clock, get, post):
    clock.travel_to("2026-03-05 09:00")
    session = reception.day(kept=3, begins=datetime.fromisoformat("2026-03-06T14:30+08:00"))
    worker = make.staff(at=session.area)

    assert times(get, session) == [1, 2, 3, 5, 6, 7, 9, 10, 11]
    assert post(path(session), by=make.person(), n=4).json["code"] == "slot_taken"
    assert times(get, session, by=worker) == list(range(1, 13))
    clock.travel_to("2026-03-06 13:30")
    assert post(path(session), by=make.person(), n=4).status_code == 201


def test_at_the_door_the_first_free_time_from_now_on_is_given(clock, post):
    session = reception.day()
    worker = make.staff(at=session.area)
    post(path(session), by=make.person(), n=4)
    clock.travel_to("2026-03-05 10:25")
    walk_ins = [post(path(session, "walk_in"), by=worker).json["n"] for _ in range(2)]

    assert walk_ins == [3, 5]


def test_booked_and_walk_ins_are_called_in_one_order_by_their_time(clock, get, post):
    session = reception.day()
    worker = make.staff(at=session.area)
    post(path(session), by=make.person("约了的"), n=2)
    post(path(session, "walk_in"), by=worker, called="林伯")
    post(path(session, "walk_in"), by=worker)
    listed = get(path(session, "numbers"), by=worker, live="true").json["items"]

    assert [(one["n"], one["name"], one["ahead"]) for one in listed] == [
        (1, "林伯", 0),
        (2, "约了的", 1),
        (3, None, 2),
    ]


def test_the_last_time_is_one_persons_and_then_there_is_none(clock, post):
    session = reception.day(slot_minutes=60)
    for _ in range(2):
        post(path(session), by=make.person())

    assert post(path(session), by=make.person()).json["code"] == "line_full"


def test_one_time_each_and_one_for_a_relative(clock, post):
    session, daughter = reception.day(), make.person("小雯")
    assert post(path(session), by=daughter).status_code == 201
    assert post(path(session), by=daughter).json["code"] == "already_in_line"
    assert post(path(session), by=daughter, called="外婆").status_code == 201
    assert post(path(session), by=daughter, called="外公").json["code"] == "one_for_others"


def test_what_it_is_about_is_sealed_read_by_the_desk_and_forgotten_a_day_later(
    clock, get, post, work
):
    session = reception.day(state=PLANNED)
    worker = make.staff(at=session.area)
    post(f"/api/occasions/sessions/{session.id}/publish", by=worker)
    aunt = make.person()
    post(path(session), by=aunt, topic="邻居漏水")
    raw = db.session.scalar(db.text("SELECT topic FROM queue_numbers"))
    listed = get(path(session, "numbers"), by=worker).json["items"]
    mine = get("/api/reception/sessions", by=aunt).json["items"][0]["my_numbers"]

    assert "漏水" not in raw
    assert [listed[0]["topic"], mine[0]["topic"]] == ["邻居漏水", "邻居漏水"]
    clock.forward(days=2)
    work()
    number = db.session.scalars(db.select(QueueNumber)).one()
    assert (number.topic, number.called) == (None, None)


def test_whoever_lives_in_another_community_is_told_to_come_to_the_door(clock, post):
    session = reception.day()
    neighbour = make.person(estate=make.estate("隔壁小区"))
    stranger = make.person(estate=make.estate("南门小区", make.community("南门社区")))
    nowhere = make.person(estate=False)
    line = reception.line_of(session)

    assert post(path(session), by=neighbour, n=1).status_code == 201
    for who in (stranger, nowhere):
        for where in (path(session), f"/api/occasions/lines/{line.id}/numbers"):
            refused = post(where, by=who)
            assert refused.json["code"] == "lives_elsewhere"
            assert "到现场取号" in refused.json["detail"]
    worker = make.staff(at=session.area)
    assert post(path(session, "walk_in"), by=worker, called="南门来的").status_code == 201


@pytest.mark.parametrize("state", [PLANNED, ENDED])
def test_what_is_not_open_is_not_booked(clock, post, state):
    session = reception.day(state=state)
    answer = post(path(session), by=make.staff(Role.SOCIAL_WORKER, session.area), called="林伯")

    assert answer.status_code == 409


def test_without_tables_or_of_another_kind_nothing_is_booked(clock, get, post):
    bare, market = reception.session(), occasions.session()

    assert get(path(bare, "times")).json["code"] == "no_table"
    assert post(path(market), by=make.person()).json["code"] == "not_reception"


def test_the_common_way_of_taking_a_number_keeps_what_is_kept(clock, post):
    session = reception.day(slot_minutes=60, kept=1, begins=None)
    clock.travel_to("2026-03-04 09:00")
    line = reception.line_of(session)
    answers = [
        post(f"/api/occasions/lines/{line.id}/numbers", by=make.person()).status_code
        for _ in range(2)
    ]

    assert answers == [201, 409]


def test_how_somebody_is_called_out_is_how_everybody_calls_them(clock, post):
    """「我妈」 is nobody's name to whoever calls."""
    session, daughter = reception.day(), make.person("小雯")
    refused = post(path(session), by=daughter, called="我妈")

    assert refused.status_code == 422
    assert "喊不了" in refused.json["problems"]["called"][0]
