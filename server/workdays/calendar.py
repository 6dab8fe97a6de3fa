"""Working days: announced holidays and make-up days from `holidays`, corrected by staff."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

import holidays
from sqlalchemy import select

from server.core.clock import SHANGHAI, local
from server.core.db import db
from server.workdays.models import DayOverride

CLOSING_TIME = time(17, 30)
SATURDAY = 5


class Due(NamedTuple):
    at: datetime
    provisional: bool  # it reaches into a year whose holidays are not announced


def due_after(start: datetime, days: int) -> Due:
    """The end of the office day `days` working days after `start`."""
    overrides = known_days()
    day = local(start).date()
    left = days
    while left > 0 or not is_workday(day, overrides):
        day += timedelta(days=1)
        left -= is_workday(day, overrides)
    return Due(closing(day), is_provisional(day, overrides))


def working_days(start: datetime, end: datetime) -> int:
    """How many office days begin after `start` and not after `end`."""
    overrides, first, last = known_days(), local(start).date(), local(end).date()
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(is_workday(day, overrides) for day in days)


def closing(day: date) -> datetime:
    """In UTC, as the database gives moments back: told twice, it is told the same."""
    return datetime.combine(day, CLOSING_TIME, SHANGHAI).astimezone(UTC)


def day_before(day: date) -> date:
    """The working day before."""
    overrides = known_days()
    day -= timedelta(days=1)
    while not is_workday(day, overrides):
        day -= timedelta(days=1)
    return day


def is_provisional(day: date, overrides: dict[date, bool]) -> bool:
    """Its year is neither in the library nor typed in."""
    return not (is_announced(day.year) or is_typed_in(day.year, overrides))


def is_typed_in(year: int, overrides: dict[date, bool]) -> bool:
    """Every notice names days off and, for them, days at a weekend on which offices are open: one
    day that somebody typed is none yet."""
    named = {day: is_open for day, is_open in overrides.items() if day.year == year}
    made_up = any(is_open and day.weekday() >= SATURDAY for day, is_open in named.items())
    return made_up and not all(named.values())


def is_workday(day: date, overrides: dict[date, bool]) -> bool:
    known = overrides.get(day)
    return _year(day.year).is_working_day(day) if known is None else known


def is_announced(year: int) -> bool:
    """The notice for the year is in the library: it then knows the make-up working days."""
    return any(day.year == year for day in _year(year).weekend_workdays)


@cache
def _year(year: int):
    return holidays.China(years=[year])


def known_days() -> dict[date, bool]:
    rows = db.session.execute(select(DayOverride.day, DayOverride.is_workday))
    return {row.day: row.is_workday for row in rows}
