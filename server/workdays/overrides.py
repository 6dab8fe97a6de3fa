"""The notice of the State Council, typed in: days on which offices are open or closed, whatever
the library says."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from server.core.db import db
from server.core.jobs import defer
from server.workdays.calendar import is_announced, is_typed_in
from server.workdays.models import DayOverride

DAY = r"(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?"
LINE = re.compile(rf"\s*{DAY}(?:\s*[-~～—–至到]+\s*{DAY})?\s*[,，\t ]\s*(\S+?)(?:[,，\s]+(.*))?\s*")
OPEN = {"上班": True, "班": True, "调休上班": True, "休息": False, "休": False, "放假": False}
LONGEST = 31  # days in one line
NOTE_MAX = 20


def list_days(year: int) -> tuple[bool, list[DayOverride]]:
    """Whether the year's days off are known, by the library or by what was typed in; and that."""
    inside = DayOverride.day.between(date(year, 1, 1), date(year, 12, 31))
    days = db.session.scalars(select(DayOverride).where(inside).order_by(DayOverride.day)).all()
    typed_in = is_typed_in(year, {row.day: row.is_workday for row in days})
    return is_announced(year) or typed_in, list(days)


def set_day(day: date, is_workday: bool, note: str) -> None:
    _save(day, is_workday, note)
    _changed({day.year})


def _save(day: date, is_workday: bool, note: str) -> None:
    new = insert(DayOverride).values(day=day, is_workday=is_workday, note=note)
    same = {"is_workday": is_workday, "note": note}
    db.session.execute(new.on_conflict_do_update(index_elements=["day"], set_=same))


def _changed(years: set[int]) -> None:
    """What is due in these years is counted anew, in the transaction that saved them."""
    if years:
        defer("tickets.reckon_again", years=sorted(years))


def remove_days(days: list[date]) -> None:
    db.session.execute(delete(DayOverride).where(DayOverride.day.in_(days)))
    _changed({day.year for day in days})


def import_lines(text: str) -> list[dict]:
    """「2027-02-05 至 2027-02-11 休息 春节」, one a line: each is answered; what cannot be read is
    not guessed at, and the others are saved."""
    years: set[int] = set()
    answers = [_imported(line.strip(), years) for line in text.splitlines() if line.strip()]
    _changed(years)
    return answers


def _imported(line: str, years: set[int]) -> dict:
    told = {"line": line, "days": 0, "saved": False}
    read = LINE.fullmatch(line)
    if read is None:
        return told | {"words": "看不懂这一行，请写成：2027-02-05 休息 春节"}
    first = _date(read.group(1, 2, 3))
    last = _date(read.group(4, 5, 6)) if read[4] else first
    if first is None or last is None or not 0 <= (last - first).days < LONGEST:
        return told | {"words": "日期不对"}
    if read[7] not in OPEN:
        return told | {"words": "请写“上班”或“休息”"}
    for day in _each(first, last):
        _save(day, OPEN[read[7]], (read[8] or "")[:NOTE_MAX])
        years.add(day.year)
    return told | {"days": (last - first).days + 1, "saved": True, "words": "已保存"}


def _date(parts: tuple[str, ...]) -> date | None:
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def _each(first: date, last: date) -> Iterator[date]:
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)
