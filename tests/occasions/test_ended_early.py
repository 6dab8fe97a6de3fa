"""A day that ended early: when and why is read wherever it is shown, and nobody waits in vain."""

import pytest

from server.core.db import db
from server.occasions.service.ending import set_deadlines
from tests import make
from tests import make_occasions as occasions
from tests.occasions.in_line import InLine

EARLY = "9:40 提前结束：雨太大"


@pytest.fixture
def queue(clock, post):
    return InLine(post)


@pytest.fixture
def end(post, queue, clock):
    def end(**given):
        clock.travel_to("2026-03-05 09:40")
        path = f"/api/occasions/sessions/{queue.session.id}/end"
        return post(path, by=queue.worker, **({"words": "雨太大"} | given))

    return end


def test_when_and_why_is_read_on_every_page(get, queue, end):
    aunt, helper = queue.resident(), queue.crew()
    number = queue.taken(aunt)
    assert end().json["ended_early"] == EARLY
    session = get(f"/api/occasions/sessions/{queue.session.id}").json
    (row,) = get("/api/occasions/sessions", since="2026-03-05").json["items"]
    mine = get("/api/occasions/signups/mine", by=helper, past="true").json["items"]
    shown = get(f"/api/occasions/numbers/{number['id']}", by=aunt).json

    assert [one["ended_early"] for one in (session, row, shown, *mine)] == [EARLY] * 4
    assert session["changed_words"] == "雨太大"


def test_held_to_its_end_it_says_nothing(get, queue, clock, post):
    clock.travel_to("2026-03-05 11:00")
    ended = post(f"/api/occasions/sessions/{queue.session.id}/end", by=queue.worker)

    assert (ended.json["state"], ended.json["ended_early"]) == ("ended", None)


def test_whoever_still_waited_reads_that_it_was_not_their_turn(get, queue, end, clock, work):
    aunt = queue.resident()
    number = queue.taken(aunt)
    path = f"/api/occasions/numbers/{number['id']}"
    set_deadlines(queue.session)
    db.session.commit()
    end()
    after = get(path, by=aunt).json
    clock.travel_to("2026-03-06 12:01")
    work()
    closed = get(path, by=aunt).json

    assert (after["ahead"], after["state_label"]) == (None, "没有轮到")
    assert (closed["state"], closed["state_label"]) == ("left", "没有轮到")


def test_whoever_was_called_reads_that(get, queue, end):
    (aunt,) = queue.residents("甲")
    number = queue.call_next().json
    end()

    assert get(f"/api/occasions/numbers/{number['id']}", by=aunt).json["state_label"] == "叫过号"


def test_it_is_past_for_whoever_had_signed_up(get, queue, end):
    helper = queue.crew()
    end()
    mine = "/api/occasions/signups/mine"

    assert get(mine, by=helper).json["items"] == []
    assert len(get(mine, by=helper, past="true").json["items"]) == 1


def test_whoever_left_by_themselves_reads_that(get, queue, end):
    aunt = queue.resident()
    number = queue.taken(aunt)
    queue.step(number, "leave", aunt)
    end()

    assert get(f"/api/occasions/numbers/{number['id']}", by=aunt).json["state_label"] == "不等了"


def test_the_screen_says_that_it_is_over_and_until_when_one_checks_out(post, queue, end, clock):
    occasions.device(queue.estate)
    device = {"device": "secret-of-the-tablet"}
    codes = f"/api/occasions/sessions/{queue.session.id}/codes"
    end()
    clock.forward(seconds=1)
    come = post(codes, by=queue.worker, direction="in", **device)
    leave = post(codes, by=queue.worker, direction="out", **device)
    clock.travel_to("2026-03-05 10:41")
    closed = post(codes, by=queue.worker, direction="out", **device)

    assert (come.status_code, come.json["code"]) == (409, "over")
    assert come.json["detail"] == f"{EARLY}。不再签到；10:40 前还可以签退"
    assert leave.status_code == 200
    assert closed.json["detail"] == f"{EARLY}。签退也截止了，没签退的请申请补记"


def test_only_who_may_read_what_is_announced_is_sent_there(get, queue, end):
    neighbour = queue.resident()
    stranger = make.person("外地人", estate=make.estate("别处"))
    end()
    path = f"/api/occasions/sessions/{queue.session.id}"
    announced = {who: get(path, by=who).json["announces"] for who in (neighbour, stranger, None)}

    assert list(announced.values()) == [True, False, False]
    for who in (neighbour, stranger):
        assert (get(f"{path}/announced", by=who).status_code == 200) == announced[who]
