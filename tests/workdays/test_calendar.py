"""Working days of 2026 with its make-up days, as the State Council announced them."""

from datetime import date, datetime

import pytest

from server.core.clock import SHANGHAI, local
from server.core.db import db
from server.workdays.calendar import due_after, is_workday, working_days
from server.workdays.models import DayOverride


def at(*moment):
    return datetime(*moment, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (at(2026, 11, 20, 10), 1, at(2026, 11, 23, 17, 30)),  # Friday → Monday
        (at(2026, 9, 24, 10), 2, at(2026, 9, 29, 17, 30)),  # over Mid-Autumn
        (at(2026, 9, 30, 10), 1, at(2026, 10, 8, 17, 30)),  # over National day
        (at(2026, 9, 30, 10), 3, at(2026, 10, 10, 17, 30)),  # Saturday 10-10 is worked
        (at(2026, 9, 18, 10), 1, at(2026, 9, 20, 17, 30)),  # Sunday 9-20 is worked
        (at(2026, 10, 3, 10), 0, at(2026, 10, 8, 17, 30)),  # falls due when the office opens
    ],
)
def test_a_limit_counts_working_days(start, days, due):
    assert due_after(start, days).at == due


def test_a_limit_in_an_unannounced_year_is_provisional_until_staff_type_the_notice():
    start = at(2027, 4, 30, 10)
    before = due_after(start, 3)
    db.session.add(DayOverride(day=date(2027, 5, 8), is_workday=True, note="调休"))
    db.session.flush()
    one_day = due_after(start, 3)
    db.session.add(DayOverride(day=date(2027, 5, 6), is_workday=False, note="劳动节"))
    db.session.flush()
    after = due_after(start, 3)

    assert (before.provisional, one_day.provisional, after.provisional) == (True, True, False)
    assert local(after.at).date() > local(before.at).date()


def test_waiting_over_a_holiday_is_not_waiting():
    assert working_days(at(2026, 9, 30, 18), at(2026, 10, 8, 9)) == 1
    assert working_days(at(2026, 10, 1, 9), at(2026, 10, 7, 9)) == 0


def test_staff_may_close_a_working_day():
    assert not is_workday(date(2026, 11, 23), {date(2026, 11, 23): False})
