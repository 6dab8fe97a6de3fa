"""How much of what is due is granted: no more than the caps of a day and a month leave."""

from collections import Counter
from collections.abc import Sequence

from schemas.points_words import Less
from server.points.service.lines import Line


def capped(lines: Sequence[Line]) -> list[Line]:
    """The lines of one person and month with what each is granted, and why if that is less. What
    has arrived in the purse stays, and before anything else; else earlier days come first."""
    granted, judged = Counter(), []
    for line in sorted(lines, key=_order):
        amount, less = _room(line, granted)
        arrived = min(line.paid, line.due)  # of two accounts that are one now, both may have some
        if arrived > amount:
            amount, less = arrived, less if arrived < line.due else None
        granted[line.earned_on] += amount
        granted[None] += amount
        judged.append(line._replace(granted=amount, less=less))
    return judged


def _room(line: Line, granted: Counter) -> tuple[int, str | None]:
    amount, less = line.due, line.less if line.less == Less.OFFICIAL else None
    for most, of, why in (
        (line.day_most, line.earned_on, Less.DAY_CAP),
        (line.month_most, None, Less.MONTH_CAP),
    ):
        if most is not None and granted[of] + amount > most:
            amount, less = max(most - granted[of], 0), why
    return amount, less


def _order(line: Line):
    return line.paid == 0, line.earned_on, line.subject_kind, line.subject_id, line.person_id
