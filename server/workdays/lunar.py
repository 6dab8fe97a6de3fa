"""Days as people here count and say them: 「周日 · 农历十月十四 小雪」."""

from bisect import bisect_right
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from lunar_python import LunarYear, Solar
from lunar_python.util import LunarUtil

WEEKDAYS = "一二三四五六日"


class LunarDate(NamedTuple):
    year: int
    month: int
    leap: bool
    day: int


def lunar_date(day: date) -> LunarDate:
    """From tables of months, each made once a year: asking the library for every single day of a
    preview would take half a second."""
    months = _months(day.year)
    begins, year, month = months[bisect_right([first for first, *_ in months], day) - 1]
    return LunarDate(year, abs(month), month < 0, (day - begins).days + 1)


def branch_of(day: date) -> int:
    """The earthly branch (地支) of a day, 0 子 – 11 亥. They run through months and years."""
    return (day.toordinal() + 2) % 12


@lru_cache(4096)  # a quarter of a millisecond each, and every row of a calendar asks
def day_words(day: date) -> str:
    """The weekday, the lunar day, and the festival or solar term that falls on it."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    special = lunar.getFestivals() or [lunar.getJieQi()]
    words = f"周{WEEKDAYS[day.weekday()]} · 农历{lunar_words(day)} {special[0]}"
    return words.strip()


def lunar_words(day: date) -> str:
    """十月十四; of a leap month 闰六月初一."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return f"{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"


def lunar_name(month: int, day: int) -> str:
    """五月初五, of every year."""
    return f"{LunarUtil.MONTH[month]}月{LunarUtil.DAY[day]}"


@cache
def _months(year: int) -> list[tuple[date, int, int]]:
    """First day, lunar year and month (negative if leap) of the months that touch a solar year."""
    found = {
        _solar(month): (month.getYear(), month.getMonth())
        for lunar_year in (year - 1, year, year + 1)
        for month in LunarYear.fromYear(lunar_year).getMonths()
    }
    return [(first, *found[first]) for first in sorted(found)]


def _solar(month) -> date:
    first = Solar.fromJulianDay(month.getFirstJulianDay())
    return date(first.getYear(), first.getMonth(), first.getDay())
