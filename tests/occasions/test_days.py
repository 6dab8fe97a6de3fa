"""Days off as the notice says them: typed in by administrators of the highest area."""

from datetime import date

import pytest

from schemas.people_words import Role
from server.core.audit import AuditEntry
from server.core.db import db
from server.workdays.calendar import is_workday, known_days
from tests import make

PATH = "/api/occasions/days"


@pytest.fixture
def administrator(clock):
    return make.staff(Role.ADMINISTRATOR, at=make._the(make.Level.COUNTY, make.county))


def works(day: str) -> bool:
    return is_workday(date.fromisoformat(day), known_days())


def test_an_announced_year_is_known_and_another_is_not(get, administrator):
    assert get(PATH, by=administrator, year=2026).json["announced"] is True
    assert get(PATH, by=administrator, year=2027).json == {
        "year": 2027,
        "announced": False,
        "items": [],
    }


def test_a_day_that_is_typed_in_counts_at_once(post, administrator):
    answer = post(PATH, by=administrator, day="2027-01-30", is_workday=True, note="调休上班")
    (shown,) = answer.json["items"]

    assert answer.json["announced"] is False  # one day is no notice yet
    assert (shown["label"], shown["note"], shown["words"]) == (
        "上班",
        "调休上班",
        "周六 · 农历腊月廿三",
    )
    assert works("2027-01-30")


def test_a_year_is_known_when_days_off_and_their_made_up_days_are_typed_in(post, administrator):
    post(PATH, by=administrator, day="2027-01-30", is_workday=True, note="春节调休")
    answer = post(PATH, by=administrator, day="2027-02-05", is_workday=False, note="春节")

    assert answer.json["announced"] is True


def test_typed_in_again_it_is_corrected_and_removed_it_is_as_before(post, administrator):
    for open_ in (True, False):
        post(PATH, by=administrator, day="2027-03-03", is_workday=open_)
    corrected = works("2027-03-03")
    left = post(f"{PATH}/remove", by=administrator, day="2027-03-03").json["items"]

    assert (corrected, works("2027-03-03"), left) == (False, True, [])


def test_a_notice_is_pasted_line_by_line(post, administrator):
    notice = """
        2027年2月5日至2027年2月11日 放假 春节
        2027-01-30 上班 春节调休
        2027-02-30 休息 没有这一天
        2027-02-20 也许
        元宵节上班
        2027-01-01 休 至于其他
    """
    told = post(f"{PATH}/import", by=administrator, lines=notice).json["items"]

    assert [(line["saved"], line["days"]) for line in told] == [
        (True, 7),
        (True, 1),
        (False, 0),
        (False, 0),
        (False, 0),
        (True, 1),
    ]
    assert told[4]["words"].startswith("看不懂这一行")
    assert [works(f"2027-02-{day:02}") for day in (5, 8, 11, 12)] == [False, False, False, True]


def test_who_administers_a_community_alone_changes_no_days(post, clock):
    local = make.staff(Role.ADMINISTRATOR)

    assert post(PATH, by=local, day="2027-02-05", is_workday=False).status_code == 403


def test_each_correction_is_on_record(post, administrator):
    post(PATH, by=administrator, day="2027-02-05", is_workday=False, note="除夕")
    (entry,) = db.session.scalars(db.select(AuditEntry).where(AuditEntry.action == "set_day"))

    assert entry.actor_id == administrator.id
    assert entry.known == {"day": "2027-02-05", "is_workday": False}
