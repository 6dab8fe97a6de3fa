"""A session is changed or called off: whoever signed up is told, once, with old and new."""

from datetime import timedelta

import pytest

from schemas.occasions import NumberState
from schemas.people_words import Role
from server.core import clock as the_clock
from server.core.db import db
from server.messages.models import Message
from server.occasions.parts import Line, QueueNumber, Signup
from tests import make
from tests import make_occasions as occasions
from tests.occasions.plans import hours, made, on


@pytest.fixture
def worker(clock):
    return make.staff()


@pytest.fixture
def session(worker):
    """Tomorrow from nine to eleven, public."""
    return occasions.session(make.estate(), begins=the_clock.now() + timedelta(days=1))


@pytest.fixture
def volunteer(session):
    person = make.staff(Role.VOLUNTEER, display_name="王师傅")
    occasions.signup(person, occasions.post(session))
    return person


def step(post, worker, session, action, **form):
    return post(f"/api/occasions/sessions/{session.id}/{action}", by=worker, **form)


def told(person) -> list[tuple[str, str]]:
    rows = db.select(Message.title, Message.words).where(Message.person_id == person.id)
    return [tuple(row) for row in db.session.execute(rows.order_by(Message.id))]


def numbered(session, person, **given) -> QueueNumber:
    line = make.saved(Line(session_id=session.id, label="义剪", last=1))
    number = QueueNumber(session_id=session.id, line_id=line.id, n=1, person_id=person.id)
    number.entered_by_id, number.state = person.id, NumberState.WAITING
    for name, value in given.items():
        setattr(number, name, value)
    return make.saved(number)


def test_another_time_is_told_with_old_and_new(post, worker, session, volunteer):
    answer = step(post, worker, session, "change", begins="14:00", ends="16:00")

    assert hours(session) == "14:00–16:00"
    assert answer.json["changed_words"] == (
        "时间由3月6日 周五 · 农历正月十八 9:00–11:00改为3月6日 周五 · 农历正月十八 14:00–16:00"
    )
    ((title, words),) = told(volunteer)
    assert title == "有变动，请看一看"
    assert "9:00–11:00" in words
    assert "14:00–16:00" in words


def test_each_change_is_told_once(post, worker, session, volunteer):
    for place in ("小区东门", "小区西门", "小区西门"):
        step(post, worker, session, "change", place=place)

    assert len(told(volunteer)) == 2
    assert session.version == 3


def test_what_nobody_has_to_know_is_not_told(post, worker, session, volunteer):
    spot = {"latitude": 25.49, "longitude": 118.24}
    answer = step(post, worker, session, "change", theme="重阳敬老", incentive="每次 2 分", **spot)

    assert (answer.json["theme"], answer.json["latitude"]) == ("重阳敬老", 25.49)
    assert told(volunteer) == []


def test_whoever_has_a_number_is_told_and_the_relative_whose_telephone_was_given(
    post, worker, session
):
    aunt, daughter = make.person(), make.person("女儿")
    numbered(session, aunt, told_id=daughter.id)
    step(post, worker, session, "call_off", words="因雨取消")

    assert [title for person in (aunt, daughter) for title, _ in told(person)] == [
        "近邻圩日：因雨取消"
    ] * 2


def test_the_guardian_of_a_child_is_told(post, worker, session):
    child, mother = make.person("小宝"), make.person("妈妈")
    occasions.signup(child, occasions.post(session), child=True, guardian_id=mother.id)
    step(post, worker, session, "call_off", words="因雨取消")

    assert len(told(mother)) == 1


def test_who_withdrew_or_was_served_is_not_told(post, worker, session, volunteer):
    post(f"/api/occasions/signups/{signup_of(volunteer)}/withdraw", by=volunteer)
    aunt = make.person()
    numbered(session, aunt, state=NumberState.LEFT)
    step(post, worker, session, "call_off", words="因雨取消")

    assert told(volunteer) == told(aunt) == []


def signup_of(person) -> int:
    return db.session.scalars(db.select(Signup.id).where(Signup.person_id == person.id)).one()


def test_rain_off_is_seen_by_everybody_and_no_code_counts(post, get, worker, session, volunteer):
    occasions.device(session.area)
    step(post, worker, session, "call_off", words="因雨取消")
    shown = get(f"/api/occasions/sessions/{session.id}").json
    scan = {"client_id": occasions.scan_id(), "code": occasions.screen_code(session)}

    assert (shown["state"], shown["changed_words"]) == ("called_off", "因雨取消")
    assert shown["share_text"].startswith("【已取消】")
    assert post("/api/occasions/scans", by=volunteer, **scan).json["status"] == "refused"
    screen = {"device": "secret-of-the-tablet", "direction": "in"}
    assert step(post, worker, session, "codes", **screen).json["code"] == "no_codes"


def test_called_off_twice_is_told_once(post, worker, session, volunteer):
    first, second = (step(post, worker, session, "call_off", words="因雨取消") for _ in range(2))

    assert (first.status_code, second.json["code"]) == (200, "illegal_move")
    assert len(told(volunteer)) == 1


def test_once_somebody_checked_in_it_is_ended_and_not_called_off(
    post, clock, worker, session, volunteer
):
    clock.forward(days=1)
    code = occasions.screen_code(session)
    post("/api/occasions/scans", by=volunteer, client_id=occasions.scan_id(), code=code)

    assert step(post, worker, session, "call_off", words="因雨取消").json["code"] == "already_there"


def test_what_has_begun_is_not_changed(post, clock, worker, session):
    clock.forward(days=1, minutes=1)

    assert (
        step(post, worker, session, "change", begins="08:00").json["code"] == "too_late_to_change"
    )


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"ends": "08:00"}, "ends"),
        ({"begins": "12:00"}, "ends"),
        ({"on": "2026-03-04"}, "on"),
        ({"lead_id": 999999}, "lead_id"),
        ({"latitude": 25.4}, "latitude"),
        ({"title": ""}, "title"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(post, worker, session, form, field):
    answer = step(post, worker, session, "change", **form)

    assert (answer.status_code, list(answer.json["problems"])) == (422, [field])


def test_a_session_of_a_series_that_moves_to_another_day_leaves_its_own(post, worker, work):
    series_id = made(post, worker, make.estate())
    first = on(series_id, "2026-03-18")
    answer = step(post, worker, first, "change", on="2026-03-19")
    refused = step(post, worker, on(series_id, "2026-03-19"), "change", on="2026-04-18")
    again = post(f"/api/occasions/series/{series_id}/change_preview", by=worker, **rule_of(first))

    assert (answer.json["on"], refused.json["code"]) == ("2026-03-19", "day_taken")
    assert [day["on"] for day in again.json["added"]] == []


def rule_of(session) -> dict:
    """The series as its page would send it back."""
    db.session.refresh(session.series)
    row = session.series
    return {
        **{name: getattr(row, name) for name in ("title", "place")},
        **{"rule_kind": row.rule_kind, "numbers": row.numbers},
        **{"valid_from": row.valid_from.isoformat(), "begins": "09:00", "ends": "11:00"},
        "skip": [day.isoformat() for day in row.skip],
    }
