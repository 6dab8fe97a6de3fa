"""Who was there: a scan is written down as it was made, and attendances follow from the scans.

No lock but the attendance row of one person at one session: check-ins of a session do not wait for
each other. Whether a scan counts was judged before and depends on the scan alone; so the same scans
in any order, and twice, leave the same state."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import literal_column, select, update
from sqlalchemy.dialects.postgresql import insert

from schemas.occasion_words import Capacity, Direction, Route
from server.core.db import db
from server.occasions import credit
from server.occasions.presence import Attendance, Scan


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
    new = insert(Scan).values(asdict(made)).on_conflict_do_nothing(index_elements=["client_id"])
    return db.session.execute(new.returning(Scan.id)).first() is not None


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
    first = made.scanned_at if made.direction is Direction.IN else None
    new = insert(Attendance).values(
        session_id=made.session_id,
        person_id=made.person_id,
        capacity=made.capacity,
        in_at=first,
        rule_version=credit.VERSION,
        minutes_actual=0,
        minutes_added=0,
        minutes_credited=0,
    )
    key = ["session_id", "person_id", "capacity"]
    touched = new.on_conflict_do_update(index_elements=key, set_={"rule_version": credit.VERSION})
    made_now = literal_column("xmax = 0")
    return db.session.execute(touched.returning(made_now)).scalar_one()


def there_now(session_id: int, person_id: int, capacity: Capacity) -> There:
    """Looked up, for an answer that is given again."""
    return paired(_scans(session_id, person_id, capacity))


def derive(session_id, person_id, capacity, length: timedelta, *, seated: bool) -> There:
    """From all scans that count. The caller holds the attendance row."""
    there = paired(_scans(session_id, person_id, capacity))
    _write(session_id, person_id, capacity, there, length, seated=seated)
    return there


def _scans(session_id, person_id, capacity):
    whose = (
        Scan.session_id == session_id,
        Scan.person_id == person_id,
        Scan.capacity == capacity,
        Scan.refused.is_(None),
        Scan.undone_at.is_(None),
    )
    query = select(Scan.direction, Scan.scanned_at).where(*whose)
    return db.session.execute(query.order_by(Scan.scanned_at, Scan.direction)).all()


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
    row = (
        Attendance.session_id == session_id,
        Attendance.person_id == person_id,
        Attendance.capacity == capacity,
    )
    known = {
        "in_at": there.in_at,
        "out_at": there.out_at,
        "minutes_actual": there.minutes,
        "minutes_credited": credit.credited(
            there.minutes, Attendance.minutes_added, capacity, length, seated=seated
        ),
        "rule_version": credit.VERSION,
    }
    db.session.execute(update(Attendance).where(*row).values(known))
