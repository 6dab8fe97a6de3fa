"""Who was there: a scan is written down as it was made, and attendances follow from the scans.

No lock but the attendance row of one person at one session: check-ins of a session do not wait for
each other. Whether a scan counts was judged before and depends on the scan alone; so the same scans
in any order, and twice, leave the same state."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam, func, literal_column, select, update
from sqlalchemy.dialects.postgresql import insert

from schemas.occasion_words import Capacity, Direction, Route
from server.core.db import db
from server.occasions import credit
from server.occasions.presence import Attendance, Scan

# Built once: building a statement anew for each scan costs more than PostgreSQL's part in it.
SCANS, THERE = Scan.__table__, Attendance.__table__
KEEP = insert(SCANS).on_conflict_do_nothing(index_elements=["client_id"]).returning(SCANS.c.id)
TOUCH = (
    insert(THERE)
    .on_conflict_do_update(
        index_elements=["session_id", "person_id", "capacity"],
        set_={"rule_version": credit.VERSION},
    )
    .returning(literal_column("xmax = 0"))  # made now, not found
)
RULE = {"rule_version": credit.VERSION}
COUNTED = (
    select(SCANS.c.direction, SCANS.c.scanned_at)
    .where(
        SCANS.c.session_id == bindparam("session_id"),
        SCANS.c.person_id == bindparam("person_id"),
        SCANS.c.capacity == bindparam("capacity"),
        SCANS.c.refused.is_(None),
        SCANS.c.undone_at.is_(None),
    )
    .order_by(SCANS.c.scanned_at, SCANS.c.direction)
)
WRITE = (
    update(THERE)
    .where(
        THERE.c.session_id == bindparam("at_session"),
        THERE.c.person_id == bindparam("of_person"),
        THERE.c.capacity == bindparam("as_what"),
    )
    .values(
        in_at=bindparam("came"),
        out_at=bindparam("left"),
        minutes_actual=bindparam("minutes"),
        minutes_credited=func.least(
            bindparam("minutes") + THERE.c.minutes_added, bindparam("most")
        ),
        rule_version=credit.VERSION,
    )
)


@dataclass(frozen=True, kw_only=True)
class Made:
    """A scan as it was made."""

    client_id: str
    session_id: int | None
    person_id: int | None
    capacity: Capacity | None
    direction: Direction | None
    route: Route
    scanned_at: datetime
    received_at: datetime
    scanner_id: int
    offline: bool = False
    device_id: int | None = None
    phone_id: str | None = None
    refused: str | None = None
    near: bool | None = None
    reason: str | None = None


class There(NamedTuple):
    """What the scans of one person at one session in one capacity come to."""

    in_at: datetime | None
    out_at: datetime | None
    minutes: int
    since: datetime | None  # of the stay that has no end yet


def keep(made: Made) -> bool:
    """Write it down; False if a scan with this client id is there already."""
    return db.session.execute(KEEP, vars(made)).first() is not None


def count(made: Made, length: timedelta, *, seated: bool) -> There:
    """What the attendance is, now that this scan counts. `length`: of the session. `seated`: they
    have a duty there, so that minutes are credited."""
    fresh = _touch(made)
    if fresh and made.direction is Direction.IN:
        return There(made.scanned_at, None, 0, made.scanned_at)
    return derive(made.session_id, made.person_id, made.capacity, length, seated=seated)


def _touch(made: Made) -> bool:
    """The attendance row, made if need be and locked until this transaction ends; whether it was
    made now. A first check-in is finished with it."""
    known = {"session_id": made.session_id, "person_id": made.person_id, "capacity": made.capacity}
    known["in_at"] = made.scanned_at if made.direction is Direction.IN else None
    none_yet = {"minutes_actual": 0, "minutes_added": 0, "minutes_credited": 0}
    return db.session.execute(TOUCH, known | none_yet | RULE).scalar_one()


def there_now(session_id: int, person_id: int, capacity: Capacity) -> There:
    """Looked up, for an answer that is given again."""
    return paired(_scans(session_id, person_id, capacity))


def derive(session_id, person_id, capacity, length: timedelta, *, seated: bool) -> There:
    """From all scans that count. The caller holds the attendance row."""
    there = paired(_scans(session_id, person_id, capacity))
    _write(session_id, person_id, capacity, there, length, seated=seated)
    return there


def _scans(session_id, person_id, capacity):
    known = {"session_id": session_id, "person_id": person_id, "capacity": capacity}
    return db.session.execute(COUNTED, known).all()


def paired(scans: Iterable[tuple[Direction, datetime]]) -> There:
    """In-out-in sums the pairs. A second in before an out adds nothing, nor a lone out."""
    first = last = since = None
    total = timedelta()
    for direction, at in scans:
        if direction is Direction.IN and since is None:
            first, since, last = first or at, at, None
        elif direction is Direction.OUT and since is not None:
            total, since, last = total + (at - since), None, at
    return There(first, last, int(total.total_seconds()) // 60, since)


def _write(session_id, person_id, capacity, there: There, length, *, seated: bool) -> None:
    row = {"at_session": session_id, "of_person": person_id, "as_what": capacity}
    known = {"came": there.in_at, "left": there.out_at, "minutes": there.minutes}
    most = credit.most(capacity, length, seated=seated)
    db.session.execute(WRITE, row | known | {"most": most})
