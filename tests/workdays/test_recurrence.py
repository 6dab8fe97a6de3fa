"""The days of a rule, against a second calendar by another author and against printed ones."""

import warnings
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.occasion_words import NUMBERS, RuleKind
from server.workdays.lunar import branch_of, lunar_date
from server.workdays.recurrence import Rule, days_of, next_days

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import cnlunar

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
TODAY = date(2026, 11, 22)


def rule(kind, *numbers, **known) -> Rule:
    return Rule(RuleKind(kind), frozenset(numbers), **known)


def every_day(first=FIRST, last=LAST):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def other_calendar(day):
    return cnlunar.Lunar(datetime.combine(day, time(12)), godType="8char")


def test_the_lunar_calendar_is_the_one_of_another_author():
    ours = {day: lunar_date(day) for day in every_day()}
    theirs = {}
    for day in ours:
        other = other_calendar(day)
        theirs[day] = (other.lunarYear, other.lunarMonth, other.isLunarLeapMonth, other.lunarDay)

    assert {day: found for day, found in ours.items() if tuple(found) != theirs[day]} == {}


def test_the_branches_are_those_of_another_author():
    named = {day: other_calendar(day).day8Char[1] for day in every_day(last=date(2026, 12, 31))}

    assert all("子丑寅卯辰巳午未申酉戌亥"[branch_of(day)] == name for day, name in named.items())


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2024, 2, 10), (2024, 1, False, 1)),
        (date(2025, 1, 29), (2025, 1, False, 1)),
        (date(2026, 2, 17), (2026, 1, False, 1)),
        (date(2027, 2, 6), (2027, 1, False, 1)),
        (date(2028, 1, 26), (2028, 1, False, 1)),
        (date(2026, 6, 19), (2026, 5, False, 5)),
        (date(2027, 6, 9), (2027, 5, False, 5)),
        (date(2026, 9, 25), (2026, 8, False, 15)),
        (date(2027, 9, 15), (2027, 8, False, 15)),
        (date(2025, 7, 25), (2025, 6, True, 1)),
        (date(2023, 3, 22), (2023, 2, True, 1)),
    ],
)
def test_festivals_and_leap_months_fall_on_the_printed_days(day, lunar):
    assert lunar_date(day) == lunar


def test_market_days_of_three_and_eight():
    days = next_days(rule("lunar_digit", 3, 8), TODAY, 7)

    assert [day.isoformat()[5:] for day in days] == [
        "11-26", "12-01", "12-06", "12-11", "12-16", "12-21", "12-26",
    ]  # fmt: skip


def test_the_second_and_the_sixteenth_of_the_moon():
    days = next_days(rule("lunar_day", 2, 16), TODAY, 4)

    assert [day.isoformat() for day in days] == [
        "2026-11-24", "2026-12-10", "2026-12-24", "2027-01-09",
    ]  # fmt: skip


def test_a_month_without_that_day_has_no_market():
    assert [day.month for day in next_days(rule("solar_day", 31), TODAY, 3)] == [12, 1, 3]


def test_a_short_moon_has_no_thirtieth():
    fives_and_tens = set(days_of(rule("lunar_digit", 5, 0), FIRST, LAST))
    thirtieths = {day for day in every_day() if lunar_date(day).day == 30}
    lasts = {day for day in every_day() if lunar_date(day + timedelta(days=1)).day == 1}

    assert thirtieths < lasts
    assert fives_and_tens & lasts == thirtieths


def test_dragon_and_dog_days_come_every_six_days():
    days = next_days(rule("branch", 4, 10), TODAY)

    assert {later - day for day, later in pairwise(days)} == {timedelta(days=6)}


def test_what_staff_skip_and_add_wins():
    new_year, fair = date(2026, 2, 17), date(2026, 2, 19)
    days = rule(
        "lunar_digit", 1, skip=frozenset({new_year}), extra=frozenset({fair}), valid_to=new_year
    )

    assert not days.falls_on(new_year)
    assert days.falls_on(fair)


RULES = st.sampled_from(RuleKind).flatmap(
    lambda kind: st.builds(
        Rule,
        st.just(kind),
        st.frozensets(st.sampled_from(NUMBERS[kind]), min_size=1)
        if NUMBERS[kind]
        else st.just(frozenset()),
        valid_from=st.dates(date(2026, 1, 1), date(2026, 6, 1)),
        valid_to=st.dates(date(2026, 6, 1), date(2031, 1, 1)),
        skip=st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=3),
        extra=st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=3),
    )
)


@settings(max_examples=100, deadline=None)
@given(RULES, st.dates(date(2026, 1, 1), date(2029, 6, 1)))
def test_every_day_found_satisfies_its_rule_and_none_is_missing(rule, start):
    """Said in other words than the code's: day by day, by the other library."""
    last = start + timedelta(days=400)
    found = list(days_of(rule, start, last))

    assert found == sorted(set(found))
    for day in every_day(start, last):
        other = _by_the_other_library(rule, day) and rule.valid_from <= day <= rule.valid_to
        assert (day in found) == ((other or day in rule.extra) and day not in rule.skip)


def _by_the_other_library(rule: Rule, day: date) -> bool:
    lunar = _lunar_day(day)
    return {
        "solar_day": day.day in rule.numbers,
        "weekday": day.weekday() + 1 in rule.numbers,
        "solar_digit": int(str(day.day)[-1]) in rule.numbers,
        "lunar_digit": int(str(lunar)[-1]) in rule.numbers,
        "lunar_day": lunar in rule.numbers,
        "branch": (day - date(2026, 11, 26)).days % 12 in {(n - 4) % 12 for n in rule.numbers},
        "daily": True,
    }[rule.kind]


KNOWN: dict[date, int] = {}


def _lunar_day(day: date) -> int:
    if day not in KNOWN:
        KNOWN[day] = other_calendar(day).lunarDay
    return KNOWN[day]
