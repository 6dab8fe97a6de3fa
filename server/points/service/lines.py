"""What somebody has earned so far in a month, line by line: one statement, which every check-out
runs."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import text

from schemas.people_words import DESK, Role
from schemas.points_words import Less
from server.core.db import db

OFFICIALS = [*DESK, Role.ADMINISTRATOR, Role.VIEWER, Role.AUDITOR]  # 国办函〔2026〕12号: no points


class Served(NamedTuple):
    """What somebody did, as the ledger of presence or of needs counts it."""

    subject_kind: str  # the table: "sessions", "tickets"
    subject_id: int
    ids: tuple[int, ...]  # of the person, and of whoever was merged into them
    units: int  # credited half hours; 1 for a ticket
    on: date
    path: str  # of the area where it was
    matures_on: date | None  # the last day of its 公示; None: that has not begun


class Line(NamedTuple):
    """An award, or nothing yet, beside what was promised for it."""

    subject_kind: str
    subject_id: int
    reserve_id: int
    scheme_id: int
    pool_id: int
    released: bool
    planned: int  # what is still reserved, as it was read: nobody holds it
    rate: int  # points for a unit
    rule_id: int
    day_most: int | None
    month_most: int | None
    person_id: int
    earned_on: date
    units: int = 0
    granted: int = 0
    less: str | None = None
    pending: int = 0
    paid: int = 0
    matures_on: date | None = None
    version: int = 0
    news: bool = False  # it is not written down like this yet

    @property
    def posted(self) -> int:
        return self.pending + self.paid

    @property
    def due(self) -> int:
        return 0 if self.less == Less.OFFICIAL else self.units * self.rate


PROMISED = """
    v.subject_kind, v.subject_id, v.id, v.scheme_id, v.pool_id, v.released_at IS NOT NULL,
    (SELECT balance FROM accounts p
     WHERE p.scheme_id = v.scheme_id AND p.name = 'planned:' || v.id),
    v.times * CASE v.subject_kind WHEN 'sessions' THEN r.per_half_hour ELSE r.per_ticket END,
    r.id, r.day_most, r.month_most"""
EARNED = """
    a.person_id, a.earned_on, a.units, a.granted, a.less, a.pending, a.paid, a.matures_on,
    a.version"""
# An official: who works there that day.
OWN = f"""
    SELECT {PROMISED}, {EARNED}, EXISTS (
        SELECT FROM role_grants g JOIN areas p ON p.id = g.area_id
        WHERE g.person_id = ANY(CAST(:ids AS int[])) AND g.role = ANY(CAST(:officials AS text[]))
          AND g.since <= :on AND (g.until IS NULL OR g.until > :on)
          AND CAST(:path AS text) LIKE p.path || '%')
    FROM reserves v JOIN earning_rules r ON r.id = v.rule_id
    LEFT JOIN awards a ON a.subject_kind = v.subject_kind AND a.subject_id = v.subject_id
        AND a.person_id = ANY(CAST(:ids AS int[]))
    WHERE v.subject_kind = :subject_kind AND v.subject_id = :subject_id"""
ALL = f"""
    SELECT {PROMISED}, {EARNED}, false
    FROM awards a JOIN reserves v ON v.id = a.reserve_id JOIN earning_rules r ON r.id = v.rule_id
    WHERE a.person_id = ANY(CAST(:ids AS int[])) AND a.scheme_id = :scheme_id
      AND a.earned_on >= :first AND a.earned_on < :next"""
MONTH = text(ALL)
OWN_AND_MONTH = text(f"""
    {OWN} UNION ALL {ALL} AND NOT (a.subject_kind = :subject_kind AND a.subject_id = :subject_id)
    """)


def month_of(scheme_id: int, ids: Sequence[int], day: date) -> list[Line]:
    """All awards of the month. The caller holds the accounts of the person."""
    rows = db.session.execute(MONTH, _month(scheme_id, ids, day)).all()
    return [Line(*row[:-1]) for row in rows]


def lines_of(scheme_id: int, served: Served) -> list[Line]:
    """The same, and among them what was served now; none at all if nothing was promised for it."""
    known = {"officials": OFFICIALS, "on": served.on, "path": served.path}
    known |= {"subject_kind": served.subject_kind, "subject_id": served.subject_id}
    known |= _month(scheme_id, served.ids, served.on)
    rows = db.session.execute(OWN_AND_MONTH, known).all()
    own = [row for row in rows if _is_of(row, served)]
    if not own:
        return []
    return [*_served(own, served), *(Line(*row[:-1]) for row in rows if not _is_of(row, served))]


def _month(scheme_id: int, ids: Sequence[int], day: date) -> dict:
    first = day.replace(day=1)
    known = {"scheme_id": scheme_id, "ids": list(ids), "first": first}
    return known | {"next": (first + timedelta(days=31)).replace(day=1)}


def _is_of(row, served: Served) -> bool:
    return (row.subject_kind, row.subject_id) == (served.subject_kind, served.subject_id)


def _served(rows, served: Served) -> list[Line]:
    """With the units of now: under the first of their ids that has an award already. Who is an
    official is judged when it is first written down."""
    if rows[0].person_id is None:
        less = Less.OFFICIAL if rows[0][-1] else None
        first = Line(*rows[0][:11], served.ids[0], served.on, less=less)
        return [_now(first, served.units, served)] if served.units else []
    stored = sorted(
        (Line(*row[:-1]) for row in rows), key=lambda line: line.person_id != served.ids[0]
    )
    return [_now(line, 0 if n else served.units, served) for n, line in enumerate(stored)]


def _now(line: Line, units: int, served: Served) -> Line:
    news = (line.units, line.matures_on) != (units, served.matures_on)
    return line._replace(units=units, matures_on=served.matures_on, news=news)
