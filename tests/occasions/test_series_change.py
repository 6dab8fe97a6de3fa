"""A changed rule never rewrites a session that somebody signed up for: it asks."""

import pytest

from schemas.occasions import NumberState
from schemas.people_words import Role
from server.core.db import db
from server.core.moves import Job, move
from server.messages.models import Message
from server.occasions.parts import Line, QueueNumber
from tests import make
from tests import make_occasions as occasions
from tests.occasions.plans import PLAN, days, hours, made, on


@pytest.fixture
def worker(clock):
    return make.staff()


@pytest.fixture
def volunteer(worker):
    return make.staff(Role.VOLUNTEER, display_name="王师傅")


@pytest.fixture
def series(post, worker):
    """Sessions on the 18th of March and April, both of them public."""
    series_id = made(post, worker, make.estate())
    for day in ("2026-03-18", "2026-04-18"):
        publish(on(series_id, day))
    return series_id


def publish(session):
    """Past the gate, which is another test's."""
    move(session, "publish", by=Job("test"))
    db.session.commit()


def change(post, worker, series_id, **changed):
    return post(f"/api/occasions/series/{series_id}/change", by=worker, **PLAN | changed)


def preview(post, worker, series_id, **changed):
    path = f"/api/occasions/series/{series_id}/change_preview"
    answer = post(path, by=worker, **PLAN | changed)
    assert answer.status_code == 200, answer.json
    return {name: [day["on"][5:] for day in found] for name, found in answer.json.items()} | {
        "told": answer.json
    }


def inbox(person) -> list[tuple[str, str]]:
    rows = db.select(Message.title, Message.words).where(Message.person_id == person.id)
    return [tuple(row) for row in db.session.execute(rows.order_by(Message.id))]


def test_planned_days_follow_the_new_rule(post, worker):
    series_id = made(post, worker, make.estate())
    answer = change(post, worker, series_id, numbers=[20])

    assert answer.json["version"] == 2
    assert days(series_id, "planned") == ["03-20", "04-20"]
    assert days(series_id, "dropped") == ["03-18", "04-18"]


def test_a_dropped_day_that_the_rule_has_again_is_planned_again(post, worker):
    series_id = made(post, worker, make.estate())
    change(post, worker, series_id, numbers=[20])
    change(post, worker, series_id, numbers=[18], begins="14:00", ends="16:00")

    assert days(series_id, "planned") == ["03-18", "04-18"]
    assert hours(on(series_id, "2026-03-18")) == "14:00–16:00"


def test_a_day_that_staff_dropped_stays_dropped(post, worker):
    series_id = made(post, worker, make.estate())
    post(f"/api/occasions/sessions/{on(series_id, '2026-03-18').id}/drop", by=worker)
    change(post, worker, series_id, numbers=[18, 20])

    assert days(series_id, "planned") == ["03-20", "04-18", "04-20"]


def test_what_nobody_signed_up_for_is_called_off_once_it_was_public(post, worker, series):
    change(post, worker, series, numbers=[20])

    assert days(series, "called_off") == ["03-18", "04-18"]


def test_a_session_with_a_volunteer_must_be_decided(post, worker, series, volunteer):
    session = on(series, "2026-03-18")
    occasions.signup(volunteer, occasions.post(session))
    answer = change(post, worker, series, numbers=[20])

    assert (answer.status_code, answer.json["code"]) == (409, "decide_first")
    assert list(answer.json["problems"]) == [str(session.id)]
    assert "1 人报名" in answer.json["problems"][str(session.id)][0]
    assert days(series, "published") == ["03-18", "04-18"]  # and nothing was changed


def test_a_number_in_a_line_counts_like_a_sign_up(post, worker, series):
    session, aunt = on(series, "2026-03-18"), make.person()
    line = make.saved(Line(session_id=session.id, label="义剪", last=1))
    number = QueueNumber(session_id=session.id, line_id=line.id, n=1, person_id=aunt.id)
    number.entered_by_id, number.state = aunt.id, NumberState.WAITING
    make.saved(number)

    assert change(post, worker, series, numbers=[20]).json["code"] == "decide_first"


def test_kept_it_is_held_as_it_was(post, worker, series, volunteer):
    session = on(series, "2026-03-18")
    occasions.signup(volunteer, occasions.post(session))
    answer = change(post, worker, series, numbers=[20], begins="14:00", ends="16:00",
                    keep_ids=[session.id])  # fmt: skip

    assert answer.status_code == 200, answer.json
    assert days(series, "published") == ["03-18"]
    assert hours(on(series, "2026-03-18")) == "09:00–11:00"
    assert inbox(volunteer) == []
    assert change(post, worker, series, numbers=[21]).status_code == 200  # it is not asked again


def test_called_off_everybody_who_signed_up_is_told(post, worker, series, volunteer):
    session = on(series, "2026-03-18")
    occasions.signup(volunteer, occasions.post(session))
    change(post, worker, series, numbers=[20], call_off_ids=[session.id], words="改到二十号")

    ((title, words),) = inbox(volunteer)
    assert title == "近邻圩日：改到二十号"
    assert "3月18日" in words


def test_another_hour_asks_where_somebody_signed_up_and_moves_the_others(
    post, worker, series, volunteer
):
    session = on(series, "2026-03-18")
    occasions.signup(volunteer, occasions.post(session))
    change(post, worker, series, place="小区东门", keep_ids=[session.id])
    places = [on(series, day).place for day in ("2026-03-18", "2026-04-18")]

    assert places == ["小区中心广场", "小区东门"]
    assert on(series, "2026-04-18").changed_words == "地点由小区中心广场改为小区东门"


def test_another_incentive_asks_nobody(post, worker, series, volunteer):
    occasions.signup(volunteer, occasions.post(on(series, "2026-03-18")))

    assert change(post, worker, series, incentive="每次 2 分").status_code == 200
    assert on(series, "2026-03-18").incentive == ""
    assert on(series, "2026-04-18").incentive == "每次 2 分"


def test_what_was_changed_by_hand_stays(post, worker):
    series_id = made(post, worker, make.estate())
    first = on(series_id, "2026-03-18")
    post(f"/api/occasions/sessions/{first.id}/change", by=worker, place="社区会议室")
    change(post, worker, series_id, place="小区东门", begins="10:00")
    places = [on(series_id, day).place for day in ("2026-03-18", "2026-04-18")]

    assert places == ["社区会议室", "小区东门"]
    assert hours(on(series_id, "2026-03-18")) == "10:00–11:00"


def test_the_preview_says_what_saving_would_do_and_changes_nothing(post, worker, series, volunteer):
    occasions.signup(volunteer, occasions.post(on(series, "2026-03-18")))
    shown = preview(post, worker, series, numbers=[20])

    assert shown["asked"] == ["03-18"]
    assert shown["dropped"] == ["04-18"]
    assert shown["added"] == ["03-20", "04-20"]
    assert len(shown["next"]) == 12
    (asked,) = shown["told"]["asked"]
    assert (asked["why"], asked["signed_up"], asked["numbers"]) == ("gone", 1, 0)
    assert days(series, "published") == ["03-18", "04-18"]


def test_what_has_begun_is_left_alone(post, clock, worker, series):
    clock.travel_to("2026-03-18 10:00")
    change(post, worker, series, numbers=[20])

    assert days(series, "published") == ["03-18"]


def test_ending_asks_likewise(post, worker, series, volunteer):
    session = on(series, "2026-04-18")
    occasions.signup(volunteer, occasions.post(session))
    path = f"/api/occasions/series/{series}/end"

    assert post(path, by=worker, on="2026-04-01").json["code"] == "decide_first"
    post(path, by=worker, on="2026-04-01", call_off_ids=[session.id], words="停办")
    assert days(series, "called_off") == ["04-18"]
    assert len(inbox(volunteer)) == 1


def test_one_session_is_not_kept_and_called_off(post, worker, series):
    answer = change(post, worker, series, keep_ids=[1], call_off_ids=[1])

    assert list(answer.json["problems"]) == ["keep_ids"]
