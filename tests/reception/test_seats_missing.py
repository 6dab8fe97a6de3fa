"""Who came is for this estate alone; who keeps missing is said to its desk."""

from datetime import timedelta

import pytest

from schemas.occasions import ENDED
from schemas.people_words import Role
from schemas.reception_words import Party, SeatState
from server.core import clock as time
from server.core.db import db
from server.occasions.service import ending
from server.reception.models import Seat
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.reception.at_the_table import past


@pytest.mark.parametrize(
    ("who", "status"),
    [("neighbour", 200), ("stranger", 403), ("viewer", 403), ("town", 403), ("desk", 200)],
)
def test_it_is_read_by_the_residents_and_the_desk_of_this_estate_alone(clock, get, who, status):
    session = reception.day()
    person = {
        "neighbour": lambda: make.person(estate=session.area),
        "stranger": lambda: make.person(estate=make.estate("别的小区")),
        "viewer": lambda: make.viewer(),
        "town": lambda: make.staff(Role.VIEWER, make._the(make.Level.TOWN, make.town)),
        "desk": lambda: make.staff(at=session.area),
    }[who]()
    answer = get(f"/api/reception/sessions/{session.id}/seats", by=person)

    assert answer.status_code == status
    if who == "neighbour":
        assert answer.json["audience"] == "public"
        assert "marked_by_name" not in answer.text


@pytest.mark.parametrize(
    ("before", "told"),
    [(("absent", "absent"), True), (("absent", "present"), False), (("absent", "expected"), False)],
)
def test_absent_three_times_running_is_said_to_the_desk(clock, get, before, told):
    estate = make.estate()
    for weeks, state in enumerate(before, start=1):
        past(estate, weeks, SeatState(state))
    worker = make.staff(at=estate)
    session = reception.day(estate, begins=time.now())
    reception.seat(session, Party.OWNERS, "业委会", state=SeatState.ABSENT)
    clock.forward(hours=3)
    ending.end_session(session, by=tickets.actor(worker))
    db.session.commit()
    inbox = [one["title"] for one in get("/api/messages/", by=worker).json["items"]]

    assert ("业委会连续没有到" in inbox) is told
    shown = get(f"/api/reception/sessions/{session.id}/seats", by=worker).json
    assert shown["missed"] == (["业委会"] if told else [])


def test_a_mark_of_absence_is_not_taken_away_with_its_seat(clock, post):
    session = reception.day()
    worker = make.staff(at=session.area)
    seat = reception.seat(session, Party.OWNERS, "业委会")
    post(f"/api/reception/seats/{seat.id}/mark", by=worker, state="absent")
    owners = {"party": "owners", "words": "业委会"}
    path = f"/api/reception/sessions/{session.id}/set_out"
    for more in ([], [owners]):
        form = reception.form(seats=[*reception.SEATS, *more])
        assert post(path, by=worker, **form).status_code == 200
    marks = db.select(Seat.state).where(Seat.session_id == session.id, Seat.words == "业委会")

    assert db.session.scalars(marks).all() == [SeatState.ABSENT]


def test_a_seat_that_nobody_marked_is_said_to_be_so_once_it_is_over(clock, get):
    estate = make.estate()
    worker = make.staff(at=estate)
    to_come = reception.day(estate)
    over = reception.day(estate, begins=time.now() - timedelta(days=7), state=ENDED)
    labels = [
        get(f"/api/reception/sessions/{day.id}/seats", by=worker).json["items"][0]["state_label"]
        for day in (to_come, over)
    ]

    assert labels == ["应到", "未登记"]
