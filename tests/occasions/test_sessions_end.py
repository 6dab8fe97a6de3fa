"""A session ends: by hand or by itself; whoever forgot to check out is told; its secret is
forgotten; and before it begins somebody looks whether there is a crew."""

from datetime import timedelta

import pytest

from schemas.occasions import PLANNED
from schemas.people_words import Role
from server.core import clock as the_clock
from server.core.db import db
from server.messages.models import Message
from server.occasions.models import Session
from tests import make
from tests import make_occasions as occasions


@pytest.fixture
def worker(clock):
    return make.staff()


@pytest.fixture
def volunteer(worker):
    return make.staff(Role.VOLUNTEER, display_name="王师傅")


@pytest.fixture
def session(post, worker):
    """In three days from nine to eleven, published as the desk does it."""
    begins = the_clock.now() + timedelta(days=3)
    row = occasions.session(make.estate(), state="planned", begins=begins, kind="duty")
    assert step(post, worker, row, "publish").status_code == 200
    return row


def step(post, worker, session, action, **form):
    return post(f"/api/occasions/sessions/{session.id}/{action}", by=worker, **form)


def check_in(post, session, volunteer, direction="in"):
    code = occasions.screen_code(session, direction)
    answer = post("/api/occasions/scans", by=volunteer, client_id=occasions.scan_id(), code=code)
    assert answer.json["status"] == "accepted", answer.json


def titles(person) -> list[str]:
    rows = db.select(Message.title).where(Message.person_id == person.id)
    return list(db.session.scalars(rows.order_by(Message.id)))


def state(session) -> str:
    return db.session.scalar(db.select(Session.state).where(Session.id == session.id))


def test_an_hour_after_its_time_it_ends_by_itself(clock, work, session):
    clock.travel_to("2026-03-08 11:59")
    work()
    before = state(session)
    clock.travel_to("2026-03-08 12:00")
    work()

    assert (before, state(session)) == ("published", "ended")


def test_put_off_it_ends_an_hour_after_its_new_time(post, clock, work, worker, session):
    step(post, worker, session, "change", on="2026-03-09")
    clock.travel_to("2026-03-08 12:00")
    work()
    before = state(session)
    clock.travel_to("2026-03-09 12:00")
    work()

    assert (before, state(session)) == ("published", "ended")


def test_staff_end_it_earlier_but_not_before_it_began(post, clock, work, worker, session):
    early = step(post, worker, session, "end", words="下雨")
    clock.travel_to("2026-03-08 10:45")
    unsaid = step(post, worker, session, "end")
    ended = step(post, worker, session, "end", words="雨太大，提前结束")
    clock.travel_to("2026-03-08 12:00")
    work()  # the job that would have ended it finds nothing to do

    assert (early.json["code"], list(unsaid.json["problems"])) == ("not_begun", ["words"])
    assert (ended.status_code, state(session)) == (200, "ended")


def test_whoever_forgot_to_check_out_is_told_once(post, clock, work, session, volunteer):
    careful = make.staff(Role.VOLUNTEER, display_name="林姐")
    duty = occasions.post(session)
    for person in (volunteer, careful):
        occasions.signup(person, duty)
    clock.travel_to("2026-03-08 09:00")
    check_in(post, session, volunteer)
    check_in(post, session, careful)
    clock.travel_to("2026-03-08 11:00")
    check_in(post, session, careful, "out")
    clock.travel_to("2026-03-08 12:00")
    work()
    work()

    assert titles(volunteer) == ["您忘了签退"]
    assert titles(careful) == []


def test_told_while_it_can_still_be_done_they_read_until_when(
    post, clock, worker, session, volunteer
):
    occasions.signup(volunteer, occasions.post(session))
    clock.travel_to("2026-03-08 09:00")
    check_in(post, session, volunteer)
    clock.travel_to("2026-03-08 10:55")
    step(post, worker, session, "end", words="都办完了")
    told = db.select(Message.words).where(Message.title == "您忘了签退")
    words = db.session.scalars(told).one()

    assert "11:55 前还可以扫签退码" in words  # an hour after it was ended
    check_in(post, session, volunteer, "out")


def test_its_secret_is_forgotten_a_day_and_an_hour_later(clock, work, session):
    def secret():
        return db.session.scalar(db.select(Session.secret).where(Session.id == session.id))

    clock.travel_to("2026-03-09 11:59")
    work()
    before = secret()
    clock.travel_to("2026-03-09 12:00")
    work()

    assert before
    assert secret() is None


def test_two_days_before_the_desk_and_the_lead_hear_of_a_missing_crew_once(
    post, clock, work, worker, session, volunteer
):
    step(post, worker, session, "change", lead_id=volunteer.id)
    occasions.post(session, label="引导", capacity=4, minimum=2)
    county = make.staff(at=make._the(make.Level.COUNTY, make.county))
    clock.travel_to("2026-03-06 09:00")
    work()
    work()
    words = db.session.scalars(db.select(Message.words).where(Message.person_id == worker.id)).one()

    assert titles(worker) == titles(volunteer) == ["近邻圩日还缺人手"]
    assert "引导：0 人报名，至少要 2 人" in words
    assert titles(county) == []  # who works above has other things to do


def test_with_a_crew_nobody_is_disturbed(post, clock, work, worker, session, volunteer):
    step(post, worker, session, "change", lead_id=volunteer.id)
    duty = occasions.post(session, minimum=1, steward=True)
    occasions.signup(volunteer, duty)
    clock.travel_to("2026-03-06 09:00")
    work()

    assert titles(worker) == []


def test_the_desk_reads_what_is_missing(get, worker, session):
    occasions.post(session, label="引导", minimum=1)
    path = f"/api/occasions/sessions/{session.id}"

    assert get(path, by=worker).json["warnings"] == [
        "引导：0 人报名，至少要 1 人",
        "没有能扫码签到的岗位，只能由工作人员扫",
        "还没有负责人",
    ]
    assert "warnings" not in get(path).json


def test_what_was_never_published_can_only_be_dropped_once_it_is_over(get, clock, worker):
    forgotten = occasions.session(state=PLANNED, lead_id=worker.id)
    clock.forward(hours=3)
    shown = get(f"/api/occasions/sessions/{forgotten.id}", by=worker).json

    assert [action["action"] for action in shown["actions"]] == ["drop"]
    assert shown["warnings"] == []


def test_buttons_are_those_that_make_sense_now(get, clock, worker, session):
    def buttons(by):
        shown = get(f"/api/occasions/sessions/{session.id}", by=by).json
        return [action["action"] for action in shown["actions"]]

    before = buttons(worker)
    clock.travel_to("2026-03-08 10:00")

    assert (before, buttons(worker)) == (["change", "call_off"], ["call_off", "end"])
    assert buttons(None) == []
