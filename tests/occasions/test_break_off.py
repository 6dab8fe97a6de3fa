"""A storm: called off or ended before its time, and nobody who came loses what they served."""

from server.core.db import db
from server.messages.models import Message
from server.occasions.parts import QueueNumber
from server.occasions.presence import Attendance
from server.occasions.service import ending
from tests import make
from tests.occasions.in_line import InLine

EARLY = {"words": "雷阵雨"}


def step(door, action, **form):
    return door.post(f"{door.path}/{action}", by=door.worker(), **form)


def titles(person) -> list[str]:
    rows = db.select(Message.title).where(Message.person_id == person.id)
    return list(db.session.scalars(rows.order_by(Message.id)))


def minutes(person) -> int:
    rows = db.select(Attendance.minutes_credited).where(Attendance.person_id == person.id)
    return db.session.scalars(rows).one()


def number_state() -> str:
    db.session.expire_all()
    return db.session.scalars(db.select(QueueNumber.state)).one()


def test_before_the_beginning_it_ends_for_the_crew_that_has_come(door, clock):
    clock.travel_to("2026-03-05 08:20")
    early, late = door.volunteer(), door.volunteer("林姐")
    door.scan(early)
    off, ended = step(door, "call_off", **EARLY), step(door, "end", **EARLY)
    clock.travel_to("2026-03-05 08:50")
    door.scan(early, "out")

    assert (off.json["code"], ended.status_code) == ("already_there", 200)
    assert titles(late) == ["近邻圩日提前结束"]
    assert minutes(early) == 30


def test_where_no_crew_has_come_it_is_called_off_and_not_ended(door, clock):
    clock.travel_to("2026-03-05 08:20")
    door.scan(make.person("陈伯"))  # passes by

    assert step(door, "end", **EARLY).json["code"] == "not_begun"
    assert step(door, "call_off", **EARLY).status_code == 200


def test_before_its_time_a_reason_is_asked_for(door, clock):
    assert list(step(door, "end").json["problems"]) == ["words"]


def test_once_somebody_is_there_its_time_stays_and_its_place_may_change(door, clock):
    clock.travel_to("2026-03-05 08:20")
    door.scan(door.volunteer())
    moved = step(door, "change", on="2026-03-15")

    assert moved.json["code"] == "somebody_is_there"
    assert step(door, "change", place="架空层").status_code == 200


def test_a_day_later_numbers_that_nobody_called_are_closed_without_a_word(post, clock, work):
    queue = InLine(post)
    ending.set_deadlines(queue.session)
    (resident,) = queue.residents("甲")
    clock.forward(hours=2 + 24)
    work()
    before = number_state()
    clock.forward(hours=1)
    work()

    assert (before, number_state()) == ("waiting", "left")
    assert titles(resident) == []


def test_called_off_nobody_waits_for_a_number_any_longer(post, clock):
    queue = InLine(post)
    (resident,) = queue.residents("甲")
    path = f"/api/occasions/sessions/{queue.session.id}/call_off"
    post(path, by=queue.worker, **EARLY)

    assert (number_state(), len(titles(resident))) == ("left", 1)
