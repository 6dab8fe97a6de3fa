"""Lines: numbers one by one, as many as there are, for oneself, a relative, or a walk-in."""

from datetime import datetime

import pytest

from schemas.occasions import CALLED_OFF, ENDED, PLANNED
from server.core.clock import local
from server.core.db import db
from server.occasions.parts import Line
from tests import make
from tests import make_occasions as occasions
from tests.occasions.in_line import InLine


@pytest.fixture
def queue(clock, post):
    return InLine(post)


def clock_of(moment: str) -> datetime:
    return local(datetime.fromisoformat(moment))


def actions(answer) -> list[str]:
    return [one["action"] for one in answer.json["actions"]]


def test_numbers_are_given_in_the_order_of_arrival(queue, get):
    given = [queue.taken(queue.resident(name)) for name in "甲乙丙"]
    shown = get(queue.path()).json

    assert [(one["n"], one["ahead"]) for one in given] == [(1, 0), (2, 1), (3, 2)]
    assert (shown["last"], shown["waiting"], shown["serving"]) == (3, 3, [])


def test_no_more_are_given_than_there_are_and_none_is_given_twice(clock, post):
    queue = InLine(post, capacity=2)
    first = queue.taken(queue.resident())
    queue.taken(queue.resident())
    queue.step(first, "leave")

    assert queue.take(queue.resident()).json["code"] == "line_full"


def test_one_number_in_each_line_and_the_refusal_says_which(queue):
    aunt, other = queue.resident(), queue.another()
    first = queue.taken(aunt)
    refused = queue.take(aunt)

    assert (refused.status_code, refused.json["code"]) == (409, "already_in_line")
    assert "1 号" in refused.json["detail"]
    assert queue.taken(aunt, other)["n"] == 1
    queue.step(first, "leave", aunt)
    assert queue.taken(aunt)["n"] == 2


@pytest.mark.parametrize(("capacity", "given"), [(None, 4), (9, 4), (3, 3)])
def test_with_times_each_number_has_its_own_until_the_end(clock, post, capacity, given):
    queue = InLine(post, slot_minutes=30, capacity=capacity)
    numbers = [queue.taken(queue.resident()) for _ in range(given)]
    times = [f"{clock_of(number['at']):%H:%M}" for number in numbers]

    assert times == ["09:00", "09:30", "10:00", "10:30"][:given]
    assert queue.take(queue.resident()).json["code"] == "line_full"


def test_the_desk_takes_one_for_somebody_and_the_number_is_theirs(queue, get):
    elder = queue.resident("陈伯")
    receipt = queue.taken(queue.worker, person_id=elder.id)
    (mine,) = get("/api/occasions/numbers/mine", by=elder).json["items"]

    assert (receipt["name"], receipt["n"], mine["id"]) == ("陈伯", 1, receipt["id"])
    assert get("/api/occasions/numbers/mine", by=queue.worker).json["items"] == []


def test_the_desk_takes_none_for_somebody_it_cannot_see(queue):
    stranger = make.person("远客", estate=make.estate("城东小区", make.community("城东社区")))
    answer = queue.take(queue.worker, person_id=stranger.id)

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["person_id"])


def test_for_a_relative_without_a_telephone_ones_own_rings(queue, get):
    daughter = queue.resident("陈姐")
    number = queue.taken(daughter, called="陈伯")
    queue.call_next()
    (told,) = get("/api/messages/", by=daughter).json["items"]

    assert (number["name"], told["title"]) == ("陈伯", "义剪 1 号，轮到您了")
    assert told["words"].startswith("陈伯：")


def test_one_relative_in_each_line_more_are_written_down_at_the_desk(queue):
    daughter = queue.resident("陈姐")
    queue.taken(daughter, called="陈伯")

    assert queue.take(daughter, called="林伯").json["code"] == "one_for_others"
    assert [queue.taken(queue.worker, called=name)["n"] for name in ("林伯", "黄姨")] == [2, 3]
    assert queue.taken(daughter)["n"] == 4  # and one for herself


def test_who_left_twice_takes_no_third_and_the_desk_still_gives_one(queue):
    """A number is never given again: nobody uses up those of others."""
    student, elder = queue.resident("学生"), queue.resident("林伯")
    queue.step(queue.taken(student), "leave", student)
    queue.step(queue.taken(student, called="林伯"), "leave", student)
    refused = [queue.take(student), queue.take(student, called="黄姨")]

    assert [answer.json["code"] for answer in refused] == ["left_twice"] * 2
    assert "服务台" in refused[0].json["detail"]
    assert queue.taken(elder)["n"] == 3  # what was refused was never given
    assert queue.taken(student, queue.another())["n"] == 1
    assert queue.taken(queue.worker, person_id=student.id)["n"] == 4


def test_whoever_walks_in_gets_a_number_of_the_crew_and_is_called_by_name(queue, get):
    crew = queue.crew()
    number = queue.taken(crew, called="穿红衣服的大爷")
    queue.call_next(crew)

    assert (number["n"], number["name"]) == (1, "穿红衣服的大爷")
    assert get("/api/messages/", by=crew).json["items"] == []
    assert get("/api/occasions/numbers/mine", by=crew).json["items"] == []


def test_a_name_is_short_enough_to_be_called_out(queue):
    answer = queue.take(queue.resident(), called="一个长得没有人能喊出来的名字")

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["called"])


@pytest.mark.parametrize("state", [PLANNED, ENDED, CALLED_OFF])
def test_of_a_session_that_is_not_open_nobody_takes_a_number(queue, state):
    closed = occasions.session(queue.estate, state=state)
    line = make.saved(Line(session_id=closed.id, label="义剪"))

    assert queue.take(queue.resident(), line).status_code in (404, 409)
    assert queue.take(queue.worker, line).json["code"] == "line_closed"
    assert db.session.get_one(Line, line.id).last == 0


def test_after_the_hour_of_its_end_none_is_given(queue, clock):
    clock.forward(hours=2, minutes=1)

    assert queue.take(queue.resident()).json["code"] == "line_closed"


def test_the_line_offers_what_makes_sense_to_each(queue, get):
    """Whoever works it needs no number and hands them out; nobody signed in is offered nothing."""
    shown = {
        "resident": actions(get(queue.path(), by=queue.resident())),
        "crew": actions(get(queue.path(), by=queue.crew())),
        "desk": actions(get(queue.path(), by=queue.worker)),
        "nobody": actions(get(queue.path())),
    }
    works = ["take_number_for", "call_next", "list"]

    assert shown == {
        "resident": ["take_number", "take_number_for"],
        "crew": works,
        "desk": works,
        "nobody": [],
    }


def test_a_full_line_offers_no_number(clock, post, get):
    queue = InLine(post, capacity=1)
    queue.taken(queue.resident())

    assert actions(get(queue.path(), by=queue.resident())) == []
    assert actions(get(queue.path(), by=queue.worker)) == ["call_next", "list"]
