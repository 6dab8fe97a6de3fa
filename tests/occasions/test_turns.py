"""When it is about somebody's turn: never a time that is past, and none where nobody comes."""

from datetime import datetime, timedelta

import pytest

from schemas.occasions import ENDED, PLANNED
from server.core.clock import local
from server.core.db import db
from server.occasions.parts import Line
from tests import make
from tests import make_occasions as occasions
from tests.occasions.in_line import InLine

COPY = "/api/occasions/sessions/{}/copy_from"


@pytest.fixture
def queue(clock, post):
    """From nine to eleven, half an hour for each."""
    return InLine(post, slot_minutes=30)


def hour(moment: str | None) -> str | None:
    return moment and f"{local(datetime.fromisoformat(moment)):%H:%M}"


def of_number(get, queue, number) -> str | None:
    path = f"/api/occasions/numbers/{number['id']}"
    return hour(get(path, by=queue.worker).json["at"])


def next_one(get, queue) -> tuple:
    line = get(queue.path()).json
    return hour(line["next_at"]), line["left"]


def test_a_number_whose_time_is_past_comes_after_those_who_still_wait(get, queue, clock):
    first, second = (queue.taken(queue.resident(name)) for name in "甲乙")
    clock.forward(minutes=40)

    assert of_number(get, queue, first) == "09:40"
    assert of_number(get, queue, second) == "10:10"
    assert next_one(get, queue) == ("10:40", 2)


def test_a_line_that_keeps_its_times_says_those(get, queue, clock):
    numbers = [queue.taken(queue.resident(name)) for name in "甲乙"]

    assert [of_number(get, queue, number) for number in numbers] == ["09:00", "09:30"]
    assert next_one(get, queue) == ("10:00", 2)


def test_whoever_was_called_or_served_waits_for_no_time(get, queue, clock):
    number = queue.taken(queue.resident())
    queue.call_next()
    called = of_number(get, queue, number)
    queue.step(number, "serve")

    assert (called, of_number(get, queue, number)) == (None, None)


def test_nobody_is_told_a_time_after_the_end(get, queue, clock):
    first, *_, last = [queue.taken(queue.resident(name)) for name in "甲乙丙"]
    clock.forward(minutes=85)

    assert (of_number(get, queue, first), of_number(get, queue, last)) == ("10:25", None)
    assert next_one(get, queue) == (None, 1)


def test_a_line_that_is_over_or_full_has_no_next_time(get, queue, clock):
    queue.residents("甲乙丙丁")
    full = next_one(get, queue)
    queue.session.state = ENDED
    db.session.commit()

    assert (full, next_one(get, queue)) == ((None, 0), (None, 0))


def test_no_more_numbers_are_left_than_there_are_times(clock, post, get):
    roomy, open_end = InLine(post, slot_minutes=30, capacity=20), InLine(post)

    assert next_one(get, roomy) == ("09:00", 4)
    assert next_one(get, open_end) == (None, None)


def copied(post, minutes: int, **line):
    """To a day that is shorter than the one it is prepared like."""
    estate = make.estate()
    earlier = occasions.session(estate)
    coming = occasions.session(estate, state=PLANNED)
    coming.ends_at = coming.starts_at + timedelta(minutes=minutes)
    make.saved(Line(session_id=earlier.id, label="义剪", **line))
    answer = post(COPY.format(coming.id), by=make.staff(at=estate), session_id=earlier.id)
    return answer, db.session.scalar(db.select(Line).where(Line.session_id == coming.id))


def test_of_a_copied_line_no_more_numbers_are_kept_than_fit_the_new_day(clock, post):
    _, line = copied(post, 60, capacity=8, slot_minutes=15)

    assert (line.capacity, line.slot_minutes) == (4, 15)


def test_a_line_none_of_whose_times_fits_the_new_day_is_not_copied(clock, post):
    answer, line = copied(post, 20, slot_minutes=30)

    assert "“义剪”每个号 30 分钟" in answer.json["problems"]["session_id"][0]
    assert line is None
