"""A reception day that is published gets another day or other hours: everything that hangs on its
hour goes along."""

from datetime import timedelta

import pytest

from schemas.occasions import PLANNED
from schemas.reception_words import Party, SeatState
from server.core import clock as time
from server.core.db import db
from server.messages.models import Message
from server.occasions.parts import QueueNumber
from server.reception.models import AgendaItem, Seat
from tests import make
from tests import make_reception as reception
from tests.reception.at_the_table import past


@pytest.fixture
def worker(clock):
    return make.staff(at=make.estate())


@pytest.fixture
def session(worker, post):
    """Tomorrow from ten to twelve, public."""
    begins = time.now() + timedelta(days=1, hours=1)
    session = reception.day(worker.live_grants[0].area, state=PLANNED, begins=begins)
    reception.seat(session, Party.OWNERS, "业委会")
    assert step(post, worker, session, "publish").status_code == 200
    return session


def step(post, worker, session, action, **form):
    return post(f"/api/occasions/sessions/{session.id}/{action}", by=worker, **form)


def book(post, session, **form):
    return post(f"/api/reception/sessions/{session.id}/book", by=make.person(), **form)


def numbers() -> list[QueueNumber]:
    return db.session.scalars(db.select(QueueNumber).order_by(QueueNumber.id)).all()


@pytest.mark.parametrize("on", ["2026-03-10", "2026-03-05"])
def test_who_booked_before_and_after_come_in_the_order_of_their_times(
    clock, post, worker, session, on
):
    clock.travel_to("2026-03-05 08:00")
    book(post, session, n=5)
    step(post, worker, session, "change", on=on)
    book(post, session, n=1)
    book(post, session, n=9)
    clock.travel_to(f"{on} 09:50")
    path = f"/api/reception/sessions/{session.id}/call_next"
    called = [post(path, by=worker, table=1).json["n"] for _ in range(3)]

    assert called == [1, 5, 9]


def test_what_they_come_for_is_forgotten_a_day_after_the_new_end(
    clock, post, worker, session, work
):
    book(post, session, topic="邻居漏水", called="老伴林伯")
    step(post, worker, session, "change", on="2026-03-20")
    clock.travel_to("2026-03-20 12:30")
    work()
    assert [(one.topic, one.called) for one in numbers()] == [("邻居漏水", "老伴林伯")]
    clock.travel_to("2026-03-21 12:30")
    work()

    assert [(one.topic, one.called) for one in numbers()] == [(None, None)]


def test_the_agenda_is_filled_on_the_morning_of_the_new_day(clock, post, worker, session, work):
    step(post, worker, session, "change", on="2026-03-20")
    clock.travel_to("2026-03-10 09:00")
    work()
    ticket = reception.matter(area=session.area)
    ticket.reopens = 1
    make.saved(ticket)
    clock.travel_to("2026-03-20 07:05")
    work()

    assert db.session.scalars(db.select(AgendaItem.ticket_id)).all() == [ticket.id]


def test_who_keeps_missing_is_said_after_the_new_day(clock, post, worker, session, work):
    for weeks in (2, 1):
        past(session.area, weeks, SeatState.ABSENT)
    step(post, worker, session, "change", on="2026-03-10")
    clock.travel_to("2026-03-10 15:00")
    work()
    here = Seat.session_id == session.id, Seat.party == Party.OWNERS
    seat = db.session.scalars(db.select(Seat).where(*here)).one()
    post(f"/api/reception/seats/{seat.id}/mark", by=worker, state="absent")
    clock.travel_to("2026-03-12 15:00")
    work()
    told = db.session.scalars(db.select(Message.title).where(Message.person_id == worker.id))

    assert "业委会连续没有到" in set(told)


def test_no_number_is_left_with_a_time_after_the_end(post, worker, session):
    book(post, session, n=6)
    refused = step(post, worker, session, "change", ends="10:50")

    assert (refused.status_code, refused.json["code"]) == (409, "times_booked")
    assert "6 号是 10:50，结束不能早于 11:00" in refused.json["detail"]
    assert step(post, worker, session, "change", ends="11:00").status_code == 200
    assert step(post, worker, session, "change", begins="10:10").status_code == 409


def test_a_time_that_was_given_up_keeps_nobody_from_ending_earlier(post, worker, session):
    aunt = make.person()
    booked = post(f"/api/reception/sessions/{session.id}/book", by=aunt, n=12).json
    post(f"/api/occasions/numbers/{booked['id']}/leave", by=aunt)

    assert step(post, worker, session, "change", ends="11:00").status_code == 200
