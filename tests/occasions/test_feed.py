"""The feed of an estate, as a calendar program reads it."""

from contextvars import Context
from datetime import timedelta

import pytest
from icalendar import Calendar

from schemas.occasions import PLANNED
from server.core import clock as the_clock
from server.core.clock import SHANGHAI
from tests import make
from tests import make_occasions as occasions


@pytest.fixture
def fetch(app):
    client = app.test_client()
    return lambda area, **headers: Context().run(
        client.get, f"/calendar/{area.code}.ics", headers=headers
    )


@pytest.fixture
def estate(clock):
    return make.estate("幸福小区")


def in_days(days, area, **given):
    return occasions.session(area, begins=the_clock.now() + timedelta(days=days), **given)


def events(answer) -> list:
    return list(Calendar.from_ical(answer.data).walk("VEVENT"))


def test_a_session_is_an_event_with_its_day_by_both_calendars(fetch, estate):
    session = in_days(1, estate, theme="年货大集")
    answer = fetch(estate)
    (event,) = events(answer)

    assert answer.mimetype == "text/calendar"
    assert event["summary"] == "近邻圩日 · 年货大集"
    assert event["uid"] == f"{session.token}@jinlin"
    assert event["location"] == "幸福小区 小区中心广场"
    assert event.start == session.starts_at.astimezone(SHANGHAI)
    assert event["dtstart"].params["tzid"] == "Asia/Shanghai"
    assert "农历正月十八" in event["description"]
    assert f"/q/o/{session.token}" in event["description"]


def test_the_time_zone_is_explained(fetch, estate):
    in_days(1, estate)
    (zone,) = Calendar.from_ical(fetch(estate).data).walk("VTIMEZONE")

    assert zone["tzid"] == "Asia/Shanghai"


def test_a_change_is_the_same_event_with_a_higher_number(fetch, post, estate):
    session = in_days(1, estate)
    before = events(fetch(estate))[0]
    post(f"/api/occasions/sessions/{session.id}/change", by=make.staff(), begins="14:00",
         ends="16:00")  # fmt: skip
    after = events(fetch(estate))[0]

    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (1, 2)
    assert after.start.hour == 14


def test_what_is_called_off_says_so(fetch, post, estate):
    session = in_days(1, estate)
    path = f"/api/occasions/sessions/{session.id}/call_off"
    post(path, by=make.staff(), words="因雨取消")
    (event,) = events(fetch(estate))

    assert event["status"] == "CANCELLED"
    assert "因雨取消" in event["description"]


def test_it_holds_what_is_public_here_and_above(fetch, estate):
    here, above = in_days(1, estate), in_days(2, make._the(make.Level.COUNTY, make.county))
    in_days(1, estate, state=PLANNED)
    in_days(1, make.estate("近邻小区"))

    assert [event["uid"].split("@")[0] for event in events(fetch(estate))] == [
        here.token,
        above.token,
    ]


def test_unchanged_it_is_not_sent_again(fetch, clock, post, estate):
    session = in_days(3, estate)
    first = fetch(estate)
    clock.forward(hours=1)
    same = fetch(estate, **{"If-None-Match": first.headers["ETag"]})
    post(f"/api/occasions/sessions/{session.id}/change", by=make.staff(), theme="重阳敬老")
    other = fetch(estate, **{"If-None-Match": first.headers["ETag"]})

    assert (same.status_code, same.data, other.status_code) == (304, b"", 200)
    assert first.headers["Cache-Control"] == "public, max-age=300"


def test_of_a_place_that_is_not_there_is_no_feed(fetch, estate):
    estate.code = "NONE"

    assert fetch(estate).status_code == 404


@pytest.mark.parametrize("many", [1, 20])
def test_a_long_feed_costs_as_many_statements_as_a_short_one(fetch, count_queries, estate, many):
    for _ in range(many):
        in_days(1, estate)
    with count_queries() as asked:
        fetch(estate)

    assert len(asked) == 4
