"""Two accounts become one, or two again: what both served is counted anew, together or apart.

Scans, sign-ups and repairs keep the id under which they were made; only attendances follow. What
was announced under either id was open to objection: it is not announced anew."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select, update

from schemas.occasion_words import Capacity
from server.core import clock
from server.core.db import db
from server.core.jobs import defer
from server.occasions.presence import Attendance
from server.occasions.service import presence
from server.occasions.service.deriving import derive_again
from server.occasions.service.uploads import wait_for
from server.people import upward
from server.people.models import Person


@upward.when_merged
def count_anew(person: Person, keeper: Person, *, by) -> None:
    """Both ways. Again in a minute: a scan that was being written down at this moment knew only the
    accounts as they had been."""
    regroup(person.id, keeper.id)
    soon = clock.now() + presence.SETTLED
    defer("occasions.regroup", at=soon, person_id=person.id, keeper_id=keeper.id)


def regroup(person_id: int, keeper_id: int) -> None:
    """All at which the one that is or was the alias has been. Uploads hold several attendances at
    once: they wait for us, or we for them."""
    touched = select(Attendance.session_id, Attendance.capacity).distinct()
    touched = touched.where(Attendance.person_id == person_id)
    order = Attendance.session_id, Attendance.capacity
    for session_id, capacity in db.session.execute(touched.order_by(*order)).all():
        wait_for(session_id)
        _regroup(session_id, capacity, keeper_id, person_id)


def _regroup(session_id: int, capacity: Capacity, keeper_id: int, person_id: int) -> None:
    ids = keeper_id, person_id
    for id in ids:
        presence.touch(session_id, id, capacity)
    before = _rows(session_id, capacity, ids)
    for id in ids:  # of an alias, both times that of the one that remains
        derive_again(session_id, id, capacity)
    mine, other = before[keeper_id], before[person_id]
    _announced(session_id, capacity, person_id, other.until)
    if _credited(_rows(session_id, capacity, (keeper_id,))) <= _credited(before):
        _announced(session_id, capacity, keeper_id, _until(mine, other))


class _Row(NamedTuple):
    credited: int
    until: date | None  # 公示


def _until(mine: _Row, other: _Row) -> date | None:
    """One's own, unless only the other had something, or is still being announced."""
    if other.credited and (not mine.credited or mine.until is None):
        return other.until
    running = other.credited and other.until and other.until >= clock.today()
    return max(mine.until, other.until) if running else mine.until


def _rows(session_id: int, capacity: Capacity, ids: tuple[int, ...]) -> dict[int, _Row]:
    columns = Attendance.person_id, Attendance.minutes_credited, Attendance.public_until
    here = Attendance.session_id == session_id, Attendance.capacity == capacity
    rows = db.session.execute(select(*columns).where(*here, Attendance.person_id.in_(ids)))
    return {id: _Row(*known) for id, *known in rows}


def _credited(rows: dict[int, _Row]) -> int:
    return sum(row.credited for row in rows.values())


def _announced(session_id: int, capacity: Capacity, person_id: int, until: date | None) -> None:
    here = Attendance.session_id == session_id, Attendance.capacity == capacity
    row = update(Attendance).where(*here, Attendance.person_id == person_id)
    quietly = row.values(public_until=until).execution_options(synchronize_session=False)
    db.session.execute(quietly)
