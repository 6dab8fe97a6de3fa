"""Office hours: limits in hours run in them alone, and alarms keep the night."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from server.core.clock import SHANGHAI, local
from server.workdays.calendar import Due, is_provisional, is_workday, known_days

OFFICE = ((time(8, 30), time(12)), (time(14, 30), time(17, 30)))
OPENING = OFFICE[0][0]
AWAKE = time(8), time(20)  # of a working day: then somebody may be reminded
NOTHING = timedelta(0)


def due_after_hours(start: datetime, hours: float) -> Due:
    return due_after_time(start, timedelta(hours=hours))


def due_after_time(start: datetime, span: timedelta) -> Due:
    """The moment at which the office has been open for `span` since `start`; of no span, the first
    moment at which it is open."""
    days, left = known_days(), span
    for opens, closes in _open_from(start, days):
        if left <= closes - opens:
            due = opens + left
            return Due(due, is_provisional(local(due).date(), days))
        left -= closes - opens
    raise AssertionError("offices open again")


def office_time(start: datetime, end: datetime) -> timedelta:
    """How long the office was open between two moments."""
    total = NOTHING
    for opens, closes in _open_from(start, known_days()):
        if opens >= end:
            break
        total += min(closes, end) - opens
    return total


def openings(start: datetime, end: datetime) -> int:
    """How many office days begin after `start` and not after `end`: what lies between closing and
    opening is none."""
    days, first, last = known_days(), local(start).date(), local(end).date()
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return sum(start < at(day, OPENING) <= end and is_workday(day, days) for day in every)


def is_quiet(moment: datetime) -> bool:
    """At night or on a day off nobody is alarmed."""
    here = local(moment)
    awake = AWAKE[0] <= here.time() < AWAKE[1]
    return not (awake and is_workday(here.date(), known_days()))


def awake_from(moment: datetime) -> datetime:
    """The moment itself, or the next morning of a working day at which the office opens."""
    if not is_quiet(moment):
        return moment
    days, here = known_days(), local(moment)
    day = here.date() if here.time() < AWAKE[0] else here.date() + timedelta(days=1)
    while not is_workday(day, days):
        day += timedelta(days=1)
    return at(day, OPENING)


def at(day: date, of_day: time) -> datetime:
    return datetime.combine(day, of_day, SHANGHAI).astimezone(UTC)


def _open_from(start: datetime, days: dict[date, bool]) -> Iterator[tuple[datetime, datetime]]:
    """The stretches in which the office is open, the first one from `start` on."""
    day, start = local(start).date(), start.astimezone(UTC)
    while True:
        if is_workday(day, days):
            for opens, closes in OFFICE:
                if at(day, closes) > start:
                    yield max(at(day, opens), start), at(day, closes)
        day += timedelta(days=1)
