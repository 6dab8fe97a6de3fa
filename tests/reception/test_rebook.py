"""改时间: another time in one step; what was written is read again, and may be put right."""

from datetime import datetime

import pytest

from server.core.db import db
from server.messages.models import Message
from server.occasions.parts import QueueNumber
from tests import make
from tests import make_reception as reception

FRIDAY = datetime.fromisoformat("2026-03-06T14:30+08:00")


@pytest.fixture
def session(clock):
    clock.travel_to("2026-03-03 09:00")
    return reception.day(begins=FRIDAY, kept=3)


@pytest.fixture
def book(session, post):
    def send(who, **form):
        return post(f"/api/reception/sessions/{session.id}/book", by=who, **form).json

    return send


@pytest.fixture
def rebook(post):
    def send(number, who, **form):
        return post(f"/api/occasions/numbers/{number['id']}/rebook", by=who, **form)

    return send


def offered(number) -> list[str]:
    return [one["label"] for one in number["actions"]]


def test_days_before_nobody_queues_and_nothing_is_said_of_others(book):
    book(make.person(), n=1)
    number = book(make.person(), n=3, topic="楼道灯不亮")

    assert (number["state_label"], number["ahead"]) == ("约好了", None)
    assert offered(number) == ["改时间", "取消预约"]
    assert number["by_time"]
    assert number["topic"] == "楼道灯不亮"


def test_from_an_hour_before_they_queue(book, get, clock):
    aunt = make.person()
    book(make.person(), n=1)
    number = book(aunt, n=3)
    clock.travel_to("2026-03-06 13:30")
    seen = get(f"/api/occasions/numbers/{number['id']}", by=aunt).json

    assert (seen["state_label"], seen["ahead"]) == ("排队中", 1)
    assert offered(seen) == ["改时间", "不等了"]


def test_cancelled_before_the_day_it_says_so(book, post):
    aunt = make.person()
    number = book(aunt, n=3)
    left = post(f"/api/occasions/numbers/{number['id']}/leave", by=aunt).json

    assert left["state_label"] == "已取消"


def test_the_time_and_the_words_change_and_the_old_time_is_free(book, rebook, get, session):
    aunt = make.person()
    number = book(aunt, n=3, topic="灯不亮")
    answer = rebook(number, aunt, n=5, topic="三楼的灯不亮")
    times = get(f"/api/reception/sessions/{session.id}/times").json["items"]

    assert (answer.status_code, answer.json["n"], answer.json["id"]) == (200, 5, number["id"])
    assert datetime.fromisoformat(answer.json["at"]) == FRIDAY.replace(hour=15, minute=10)
    assert answer.json["topic"] == "三楼的灯不亮"
    assert 3 in [one["n"] for one in times]
    assert 5 not in [one["n"] for one in times]


def test_words_alone_change_and_the_time_stays(book, rebook):
    aunt = make.person()
    number = book(aunt, n=3, topic="灯不亮")

    assert rebook(number, aunt, topic=None).json["topic"] is None
    assert rebook(number, aunt, topic="又亮了").json["n"] == 3
    assert rebook(number, aunt).status_code == 422


@pytest.mark.parametrize("n", [1, 4, 99])
def test_a_time_that_is_taken_kept_or_none_is_refused_and_the_old_one_stays(book, rebook, n):
    aunt = make.person()
    book(make.person(), n=1)
    number = book(aunt, n=3)

    assert rebook(number, aunt, n=n).json["code"] == "slot_taken"
    assert db.session.get_one(QueueNumber, number["id"]).n == 3


def test_whoever_moved_it_often_has_not_left_it(book, rebook):
    aunt = make.person()
    number = book(aunt, n=3)

    assert [rebook(number, aunt, n=n).status_code for n in (5, 6, 7, 3)] == [200] * 4


def test_for_a_relative_it_is_moved_by_whoever_booked(book, rebook):
    niece = make.person()
    number = book(niece, n=3, called="外婆")

    assert rebook(number, niece, n=5).json["n"] == 5
    assert rebook(number, make.person(), n=6).status_code == 404


def test_the_desk_moves_it_for_whoever_telephones_and_they_are_told(book, rebook, session):
    aunt = make.person()
    number = book(aunt, n=3, topic="灯不亮")
    moved = rebook(number, make.staff(at=session.area), n=5).json
    told = db.session.scalars(db.select(Message).where(Message.person_id == aunt.id)).all()

    assert moved["topic"] is None  # read on the desk's own page
    assert [one.title for one in told] == ["您约的时间改了"]


def test_once_it_begins_or_is_cancelled_nothing_is_moved(book, rebook, post, clock):
    aunt, uncle = make.person(), make.person()
    number, gone = book(aunt, n=3), book(uncle, n=5)
    post(f"/api/occasions/numbers/{gone['id']}/leave", by=uncle)
    assert rebook(gone, uncle, n=6).status_code == 409
    clock.travel_to("2026-03-06 14:30")

    assert rebook(number, aunt, n=7).json["code"] == "begun_already"
