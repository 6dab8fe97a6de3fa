"""At the line: called, nearly there, served or not, gone."""

import pytest

from schemas.occasions import CALLED_OFF
from server.core.db import db
from server.occasions.parts import QueueNumber
from tests import make
from tests.occasions.in_line import InLine


@pytest.fixture
def queue(clock, post):
    return InLine(post)


@pytest.fixture
def titles(get):
    """Of somebody's inbox, the earliest first."""

    def titles(person) -> list[str]:
        items = get("/api/messages/", by=person).json["items"]
        return [message["title"] for message in items][::-1]

    return titles


def kept(number: dict) -> QueueNumber:
    return db.session.get_one(QueueNumber, number["id"])


def test_the_smallest_that_waits_is_called_and_told(queue, get, titles):
    first, second = queue.residents("甲乙")
    called = queue.call_next().json

    assert (called["n"], called["state"], called["ahead"]) == (1, "called", None)
    assert (titles(first), titles(second)) == (["义剪 1 号，轮到您了"], [])
    assert get(queue.path()).json["serving"] == [1]


def test_nobody_is_called_or_served_before_the_hour_before_it_begins(queue, get, titles, clock):
    """However early numbers are given: who is told that it is their turn goes there."""
    (aunt,) = queue.residents("甲")
    clock.travel_to("2026-03-05 07:59")
    (number,) = get("/api/occasions/numbers/mine", by=aunt).json["items"]
    refused = [queue.call_next(), *(queue.step(number, step) for step in ("call", "serve", "fail"))]
    offered = [one["action"] for one in get(queue.path(), by=queue.worker).json["actions"]]
    shown = get(f"/api/occasions/numbers/{number['id']}", by=queue.worker).json["actions"]

    assert {answer.json["code"] for answer in refused} == {"too_early"}
    assert "3月5日 8:00" in refused[0].json["detail"]
    assert titles(aunt) == []
    assert (offered, [one["action"] for one in shown]) == (["take_number_for", "list"], ["leave"])
    clock.travel_to("2026-03-05 08:00")
    assert queue.call_next().status_code == 200


def test_whoever_is_nearly_there_is_told_once(queue, titles):
    people = queue.residents("甲乙丙丁戊")
    queue.call_next()
    assert [titles(person) for person in people[1:]] == [
        [],
        ["前面还有 1 位"],
        ["前面还有 2 位"],
        [],
    ]
    queue.call_next()

    assert titles(people[2]) == ["前面还有 1 位"]
    assert titles(people[3]) == ["前面还有 2 位"]
    assert titles(people[4]) == ["前面还有 2 位"]


def test_whoever_does_not_hear_is_called_again_and_told_once_a_minute(queue, titles, clock):
    (aunt,) = queue.residents("甲")
    number = queue.call_next().json
    for seconds in (10, 10, 60):
        clock.forward(seconds=seconds)
        assert queue.step(number, "call_again").status_code == 200

    assert titles(aunt) == ["义剪 1 号，轮到您了"] * 3


def test_out_of_turn_and_then_in_turn_again(queue):
    queue.residents("甲乙")
    late = queue.taken(queue.resident("丙"))

    assert queue.step(late, "call").json["n"] == 3
    assert [queue.call_next().json["n"] for _ in range(2)] == [1, 2]
    assert queue.call_next().json["code"] == "nobody_waits"


def test_where_no_desk_says_more_it_was_served_or_not_and_why(queue, clock):
    done, not_done = (queue.taken(queue.resident()) for _ in range(2))
    queue.step(done, "serve")
    queue.step(not_done, "fail", reason="剪刀坏了")

    assert (kept(done).state, kept(done).outcome, kept(done).done_at) == (
        "served",
        "served",
        queue.session.starts_at,
    )
    assert (kept(not_done).outcome, kept(not_done).reason) == ("not_served", "剪刀坏了")


def test_a_word_that_nobody_knows_is_refused(queue):
    number = queue.taken(queue.resident())
    refused = queue.step(number, "serve", outcome="repaired")

    assert list(refused.json["problems"]) == ["outcome"]
    assert kept(number).state == "waiting"


def test_what_is_done_is_not_done_again(queue):
    number = queue.taken(queue.resident())
    queue.step(number, "serve")

    assert queue.step(number, "fail").json["code"] == "illegal_move"


def test_nobody_says_of_themselves_that_they_were_served(queue):
    crew = queue.crew()
    own = queue.taken(queue.worker, person_id=crew.id)

    assert queue.step(own, "serve", crew).status_code == 403
    assert queue.step(own, "leave", crew).status_code == 200


def test_whoever_gives_up_lets_the_next_come_nearer(queue, titles):
    first, second, third = queue.residents("甲乙丙")
    number = queue.taken(queue.resident("丁"))
    queue.step(number, "leave", queue.worker)

    assert kept(number).state == "left"
    assert titles(second) == ["前面还有 1 位"]
    assert titles(third) == ["前面还有 2 位"]
    assert titles(first) == []


def test_the_post_that_works_one_line_works_no_other(queue, post):
    crew, other = queue.crew(), queue.another()
    queue.taken(queue.resident())

    assert queue.call_next(crew).status_code == 200
    assert post(f"{queue.path(other)}/call_next", by=crew).status_code == 403


def test_when_it_was_called_off_nobody_is_called(queue):
    number = queue.taken(queue.resident())
    queue.session.state = CALLED_OFF
    make.saved(queue.session)

    assert queue.call_next().json["code"] == "not_now"
    assert queue.step(number, "serve").json["code"] == "not_now"


def test_after_the_end_what_was_served_is_still_written_down(queue, post, clock):
    number = queue.taken(queue.resident())
    clock.forward(hours=3)
    post(f"/api/occasions/sessions/{queue.session.id}/end", by=queue.worker, words="下雨")

    assert queue.step(number, "serve").json["state"] == "served"
