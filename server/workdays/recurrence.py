"""On which days something happens: 每月18号, 每周六, 逢三八, 初二十六, 辰戌日, every day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from schemas.occasion_words import RuleKind
from server.workdays.lunar import branch_of, lunar_date

HORIZON = timedelta(days=400)  # a rule with no day in it has none worth waiting for

MATCHES = {
    RuleKind.SOLAR_DAY: lambda day: day.day,
    RuleKind.WEEKDAY: lambda day: day.isoweekday(),
    RuleKind.SOLAR_DIGIT: lambda day: day.day % 10,
    RuleKind.LUNAR_DIGIT: lambda day: lunar_date(day).day % 10,
    RuleKind.LUNAR_DAY: lambda day: lunar_date(day).day,
    RuleKind.BRANCH: branch_of,
}


@dataclass(frozen=True)
class Rule:
    """`valid_to` is its last day. `skip` wins over everything (正月初一歇市), `extra` over the rule
    and over its validity (加圩)."""

    kind: RuleKind
    numbers: frozenset[int] = frozenset()
    valid_from: date = date.min
    valid_to: date = date.max
    skip: frozenset[date] = field(default=frozenset())
    extra: frozenset[date] = field(default=frozenset())

    def falls_on(self, day: date) -> bool:
        if day in self.skip:
            return False
        return day in self.extra or (self.valid_from <= day <= self.valid_to and self._matches(day))

    def _matches(self, day: date) -> bool:
        return self.kind is RuleKind.DAILY or MATCHES[self.kind](day) in self.numbers


def days_of(rule: Rule, first: date, last: date) -> Iterator[date]:
    """All days of the rule from `first` to `last`, both included, in order."""
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if rule.falls_on(day):
            yield day


def next_days(rule: Rule, start: date, count: int = 12) -> list[date]:
    """The next ones from `start` on, `start` included: what staff look at before they save."""
    return list(islice(days_of(rule, start, start + HORIZON), count))
