"""Who was there: a scan is written down as it was made, and attendances follow from the scans.

No lock but the attendance row of one person at one session: check-ins of a session do not wait for
each other. Whether a scan counts was judged before and depends on the scan alone; so the same scans
in any order, and twice, leave the same state."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import case, func, select, update

from schemas.occasion_words import Capacity, Direction, Route
from schemas.occasions import SessionState
from server.core.db import db
from server.occasions import credit
from server.occasions.models import Session
from server.occasions.service import rewards
from server.occasions.service.counting import COUNTED, EMPTY, KEEP, RULE, THERE, TOUCH, WRITE
from server.occasions.service.pairing import There, paired
from server.occasions.service.places import Pay, Place
from server.occasions.service.spells import was_seated
from server.points.service.maturing import announced_until

SESSIONS = Session.__table__
SETTLED = timedelta(minutes=1)  # nothing that had begun is still being written down


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
    follows: bool = False
    device_id: int | None = None
    phone_id: str | None = None
    refused: str | None = None
    near: bool | None = None
    reason: str | None = None


class Terms(NamedTuple):
    """What else minutes depend on."""

    length: timedelta  # of the session
    seated: bool  # they have a duty there
    ids: tuple[int, ...]  # of the person and of whoever was merged into them
    over: bool = False  # the session was ended: what changes now is announced anew
    pay: Pay | None = None  # points were promised
    later: bool = True  # what they earn is settled by a job; at the door of one person at once


def terms(spot: Place, ids: tuple[int, ...], *, seated: bool, later=True) -> Terms:
    over = spot.state is SessionState.ENDED
    return Terms(spot.length, seated, ids, over, spot.pay, later)


def keep(made: Made) -> bool:
    """Write it down; False if a scan with this client id is there already."""
    return db.session.execute(KEEP, vars(made)).first() is not None


def count(made: Made, by: Terms) -> There:
    """What the attendance is, now that this scan counts."""
    comes = made.direction is Direction.IN
    first_in = made.scanned_at if comes else None
    fresh = touch(made.session_id, made.person_id, made.capacity, first_in)
    if fresh and comes and len(by.ids) == 1:
        return There(made.scanned_at, None, 0, made.scanned_at, made.scanned_at)
    return derive(made.session_id, made.person_id, made.capacity, by, of=made.client_id)


def touch(session_id: int, person_id: int, capacity: Capacity, in_at=None) -> bool:
    """The attendance row, made if need be and locked until this transaction ends; whether it was
    made now. A first check-in is finished with it."""
    known = {"session_id": session_id, "person_id": person_id, "capacity": capacity}
    none_yet = {"minutes_actual": 0, "minutes_added": 0, "minutes_credited": 0}
    return db.session.execute(TOUCH, known | none_yet | RULE | {"in_at": in_at}).scalar_one()


def there_now(session_id: int, ids: tuple[int, ...], capacity: Capacity, of: str) -> There:
    """Looked up, for an answer that is given again."""
    return paired(_scans(session_id, ids, capacity), of)


def derive(session_id, person_id, capacity, by: Terms, of: str | None = None) -> There:
    """From all scans that count. The caller holds the attendance row (`touch`). `of`: the client id
    of the scan that is answered."""
    scans = _scans(session_id, by.ids, capacity)
    there = paired(scans, of)
    if capacity is Capacity.DUTY and there.in_at and not by.seated:
        came = [at for direction, at, _ in scans if direction is Direction.IN]
        by = by._replace(seated=was_seated(session_id, by.ids, came))
    _write(session_id, person_id, capacity, there, by)
    return there


def _scans(session_id, ids, capacity):
    known = {"session_id": session_id, "person_ids": list(ids), "capacity": capacity}
    return db.session.execute(COUNTED, known).all()


def _write(session_id, person_id, capacity, there: There, by: Terms) -> None:
    row = {"at_session": session_id, "of_person": person_id, "as_what": capacity}
    known = {"came": there.in_at, "left": there.out_at, "minutes": there.minutes}
    known["most"] = credit.most(capacity, by.length, seated=by.seated)
    known["repaired"] = list(by.ids) if capacity is Capacity.DUTY else []
    known |= {"over": by.over, "until": announced_until() if by.over else None}
    minutes, until = db.session.execute(WRITE, row | known).one()
    if aliases := [id for id in by.ids if id != person_id]:
        at = {"at_session": session_id, "as_what": capacity}
        db.session.execute(EMPTY, at | {"aliases": aliases})
    if by.pay and capacity is Capacity.DUTY:
        _pay(session_id, minutes, until, by)


def _pay(session_id: int, minutes: int, until, by: Terms) -> None:
    if by.later:
        rewards.settle_later(session_id, by.ids[0])
    else:
        rewards.earned(session_id, by.ids, by.pay, minutes, until)


def announce(session) -> None:
    """The session has just ended: what was served there is announced. For whoever ends it. Its
    times may have changed since somebody checked out: what is credited is cut to what they are."""
    served = THERE.c.session_id == session.id, THERE.c.capacity == Capacity.DUTY
    most = credit.most(Capacity.DUTY, session.ends_at - session.starts_at, seated=True)
    earned = func.least(THERE.c.minutes_actual + THERE.c.minutes_added, most)
    cut = case((THERE.c.minutes_credited > 0, earned), else_=0)  # 0: without a seat, or never out
    until = {"public_until": announced_until(), "minutes_credited": cut}
    db.session.execute(update(THERE).where(*served).values(until))
    rewards.end(session, until["public_until"])


def announce_left_out() -> None:
    """What was being written down at the moment of the end; without 公示 it would never count, and
    what it earned would never arrive."""
    ended = select(SESSIONS.c.id).where(SESSIONS.c.state == SessionState.ENDED)
    left = THERE.c.public_until.is_(None), THERE.c.minutes_credited > 0
    late = update(THERE).where(*left, THERE.c.session_id.in_(ended))
    found = late.values(public_until=announced_until())
    who = found.returning(THERE.c.session_id, THERE.c.person_id)
    for session_id, person_id in db.session.execute(who).all():
        rewards.settle_later(session_id, person_id)
