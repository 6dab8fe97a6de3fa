"""What somebody served under some of their ids alone: a paper that was printed before accounts were
merged, or while they were, is held against what it was made of."""

from collections import defaultdict
from itertools import groupby
from operator import itemgetter

from sqlalchemy import select

from schemas.occasion_words import Capacity
from schemas.occasions import SEATED, RepairState
from server.core.db import db
from server.occasions import credit
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.occasions.presence import Repair, Scan
from server.occasions.service.pairing import There, paired
from server.occasions.service.spells import was_seated


def minutes_alone(session_ids: list[int], ids: list[int]) -> list[tuple[Session, int]]:
    """Credited minutes of duty at each session, as the rule has it today."""
    query = select(Session).where(Session.id.in_(session_ids))
    sessions = db.session.scalars(query.order_by(Session.on, Session.starts_at, Session.id)).all()
    scans, repairs = _scans(session_ids, ids), _repairs(session_ids, ids)
    held = Signup.session_id.in_(session_ids), Signup.person_id.in_(ids), Signup.state.in_(SEATED)
    seated = set(db.session.scalars(select(Signup.session_id).where(*held)))
    found = []
    for session in sessions:
        there = paired(scans.get(session.id, []))
        seat = session.id in seated or _was_seated(session.id, ids, there)
        most = credit.most(Capacity.DUTY, session.ends_at - session.starts_at, seated=seat)
        added = sum(_adds(one, there.minutes) for one in repairs.get(session.id, []))
        found.append((session, min(there.minutes + added, most)))
    return found


def _scans(session_ids, ids) -> dict[int, list]:
    columns = Scan.session_id, Scan.direction, Scan.scanned_at, Scan.client_id
    mine = Scan.session_id.in_(session_ids), Scan.person_id.in_(ids), Scan.counts()
    query = select(*columns).where(*mine, Scan.capacity == Capacity.DUTY).order_by(*_IN_ORDER)
    rows = groupby(db.session.execute(query), key=itemgetter(0))
    return {session_id: [scan[1:] for scan in scans] for session_id, scans in rows}


_IN_ORDER = Scan.session_id, Scan.scanned_at, Scan.direction, Scan.client_id


def _repairs(session_ids, ids) -> dict[int, list[Repair]]:
    mine = Repair.session_id.in_(session_ids), Repair.person_id.in_(ids)
    query = select(Repair).where(*mine, Repair.state == RepairState.APPROVED)
    found = defaultdict(list)
    for repair in db.session.scalars(query):
        found[repair.session_id].append(repair)
    return found


def _adds(repair: Repair, actual: int) -> int:
    return max(repair.minutes_approved - max(actual - repair.actual_then, 0), 0)


def _was_seated(session_id: int, ids: list[int], there: There) -> bool:
    return there.in_at is not None and was_seated(session_id, tuple(ids), [there.in_at])
