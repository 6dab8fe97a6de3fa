"""Limits in hours run while the office is open: 8:30–12:00 and 14:30–17:30 of working days."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.core.clock import SHANGHAI, local
from server.workdays.calendar import is_workday
from server.workdays.hours import (
    OFFICE,
    awake_from,
    due_after_hours,
    due_after_time,
    is_quiet,
    office_time,
)

FIRST = datetime(2026, 1, 1, tzinfo=SHANGHAI)
MOMENT = st.integers(0, 330 * 24 * 3600).map(lambda after: FIRST + timedelta(seconds=after))
SPAN = st.integers(0, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def at(*moment):
    return datetime(*moment, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        (at(2026, 11, 23, 9), 2, at(2026, 11, 23, 11)),
        (at(2026, 11, 23, 11), 2, at(2026, 11, 23, 15, 30)),  # over noon
        (at(2026, 11, 23, 16, 30), 2, at(2026, 11, 24, 9, 30)),  # over night
        (at(2026, 11, 20, 17), 2, at(2026, 11, 23, 10)),  # Friday → Monday
        (at(2026, 9, 30, 17), 1, at(2026, 10, 8, 9)),  # over National day
        (at(2026, 10, 9, 17), 1, at(2026, 10, 10, 9)),  # Saturday 10-10 is worked
        (at(2026, 10, 3, 10), 2, at(2026, 10, 8, 10, 30)),  # begins when the office opens
        (at(2026, 11, 23, 12), 0, at(2026, 11, 23, 14, 30)),
    ],
)
def test_hours_run_while_the_office_is_open(start, hours, due):
    assert due_after_hours(start, hours).at == due


@FEW
@given(start=MOMENT, span=SPAN)
def test_what_is_due_after_some_time_is_that_time_away(start, span):
    assert office_time(start, due_after_time(start, span).at) == span


@FEW
@given(start=MOMENT, span=SPAN)
def test_it_is_due_while_the_office_is_open(start, span):
    due = local(due_after_time(start, span).at)

    assert is_workday(due.date(), {})
    assert any(opens <= due.time() <= closes for opens, closes in OFFICE)
    assert due >= start


@FEW
@given(start=MOMENT, first=SPAN, second=SPAN)
def test_two_times_one_after_the_other_are_one(start, first, second):
    together = due_after_time(start, first + second)
    apart = due_after_time(due_after_time(start, first).at, second)

    assert office_time(apart.at, together.at) == office_time(together.at, apart.at) == timedelta(0)


@FEW
@given(start=MOMENT, away=SPAN, span=SPAN)
def test_what_starts_later_is_not_due_before(start, away, span):
    assert due_after_time(start + away, span).at >= due_after_time(start, span).at


@FEW
@given(moment=MOMENT)
def test_nobody_is_woken(moment):
    awake = local(awake_from(moment))

    assert awake >= moment
    assert (8, 0) <= (awake.hour, awake.minute) < (20, 0)
    assert is_workday(awake.date(), {})
    assert is_quiet(moment) or awake == moment


@pytest.mark.parametrize(
    ("moment", "awake"),
    [
        (at(2026, 11, 23, 19, 59), at(2026, 11, 23, 19, 59)),
        (at(2026, 11, 23, 20), at(2026, 11, 24, 8, 30)),
        (at(2026, 11, 24, 7, 59), at(2026, 11, 24, 8, 30)),
        (at(2026, 11, 21, 10), at(2026, 11, 23, 8, 30)),  # Saturday
        (at(2026, 9, 30, 21), at(2026, 10, 8, 8, 30)),  # National day
    ],
)
def test_an_alarm_waits_for_the_next_working_morning(moment, awake):
    assert awake_from(moment) == awake


def test_another_year_is_provisional():
    assert due_after_hours(at(2027, 3, 1, 9), 2).provisional
    assert not due_after_hours(at(2026, 3, 2, 9), 2).provisional
