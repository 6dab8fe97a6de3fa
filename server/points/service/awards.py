"""Awards: what somebody earned by one thing, and the postings that follow from it.

All of one person and month is settled together under the lock of their accounts: caps fall on the
same awards in whatever order news of them comes. What changed is posted as a difference."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from schemas.points_words import Why
from server.core.db import db
from server.points import names
from server.points.earning import Award, Reserve
from server.points.service import debts, ledger
from server.points.service.capping import capped
from server.points.service.ledger import Entry, NotEnough
from server.points.service.lines import Line, Served, lines_of
from server.points.service.purses import Cause

_kept = insert(Award.__table__)
CHANGES = ("units", "due", "granted", "less", "pending", "paid", "matures_on", "version")
# Once announced it stays so: the end of a session may come between the reading and the writing.
ANNOUNCED = func.coalesce(_kept.excluded.matures_on, Award.matures_on)
KEEP = _kept.on_conflict_do_update(
    index_elements=["subject_kind", "subject_id", "person_id"],
    set_={name: _kept.excluded[name] for name in CHANGES} | {"matures_on": ANNOUNCED},
)


def award(scheme_id: int, served: Served) -> None:
    """What was served is new, or has changed: the same news twice changes nothing. The caller holds
    the row from which it follows (an attendance, a ticket)."""
    hold_person(scheme_id, served.ids)
    settle(scheme_id, served.ids, lines_of(scheme_id, served))


def announce(reserve: Reserve, until: date) -> None:
    """公示 has begun for all that was earned there, and for what a cap or an empty pool still keeps
    back: it may be granted later. The caller holds the reserve."""
    earned = update(Award).where(Award.reserve_id == reserve.id)
    db.session.execute(earned.values(matures_on=until))


def hold_person(scheme_id: int, ids: Sequence[int]) -> None:
    ledger.hold(scheme_id, *(make(id) for id in ids for make in (names.purse, names.pending)))


def settle(scheme_id: int, ids: Sequence[int], lines: Sequence[Line]) -> None:
    """The lines of one person and month; their accounts are held. What is planned is not, before
    the last statement: many check out of one session at once."""
    changed = [line for line in capped(lines) if line.news or line.granted != line.posted]
    if not changed:
        return
    there = {names.planned(line.reserve_id): line.planned for line in changed}
    if any(_needs_pool(line, changed) for line in changed):
        changed, there = _held(scheme_id, changed)
    try:
        _carry_out(scheme_id, ids, changed, there)
    except NotEnough:  # somebody else has had it since it was read
        _carry_out(scheme_id, ids, *_held(scheme_id, changed))


def _needs_pool(line: Line, changed: Sequence[Line]) -> bool:
    """Out of it or back to it; or something is taken back, which may be of what is just ending."""
    same = [other for other in changed if other.reserve_id == line.reserve_id]
    wanted = sum(other.granted - other.posted for other in same)
    return line.released or line.granted < line.posted or wanted > line.planned


def _held(scheme_id: int, lines: Sequence[Line]) -> tuple[list[Line], dict[str, int]]:
    """What is planned, then the pools; and what was released since the lines were read."""
    there = ledger.hold(scheme_id, *(names.planned(line.reserve_id) for line in lines))
    there |= ledger.hold(scheme_id, *(names.pool(line.pool_id) for line in lines))
    of_them = Reserve.id.in_({line.reserve_id for line in lines})
    over = select(Reserve.id).where(of_them, Reserve.released_at.is_not(None))
    released = set(db.session.scalars(over))
    return [line._replace(released=line.reserve_id in released) for line in lines], there


def _carry_out(scheme_id: int, ids: Sequence[int], lines: Sequence[Line], there: dict) -> None:
    left, entries, kept = Counter(there), [], []
    for line in lines:
        line = line._replace(version=line.version + 1)
        if line.granted >= line.posted:
            line, moved = _up(line, left)
        else:
            line, moved = _down(line, ids)
        entries += moved
        kept.append(_row(line))
    db.session.execute(KEEP, kept)
    if entries:
        ledger.post(scheme_id, *entries)


def _up(line: Line, there: Counter) -> tuple[Line, list[Entry]]:
    """From what is planned, then from the pool; what neither has waits until the pool is funded."""
    entries = []
    sources = [names.planned(line.reserve_id), names.pool(line.pool_id)]
    for source in sources[line.released :]:
        amount = min(line.granted - line.posted, there[source])
        if amount > 0:
            there[source] -= amount
            entries.append(_entry(line, source, names.pending(line.person_id), amount, Why.EARN))
            line = line._replace(pending=line.pending + amount)
    return line, entries


def _down(line: Line, ids: Sequence[int]) -> tuple[Line, list[Entry]]:
    """Out of what is announced; the rest out of the purse, and what is not there is owed."""
    excess, entries = line.posted - line.granted, []
    if amount := min(excess, line.pending):
        back = names.pool(line.pool_id) if line.released else names.planned(line.reserve_id)
        entries.append(_entry(line, names.pending(line.person_id), back, amount, Why.CORRECT))
        line = line._replace(pending=line.pending - amount)
    if amount := excess - amount:
        cause = Cause(Why.REVERSE, f"{_reason(line)}:reverse", _known(line))
        debts.take(line.scheme_id, ids, amount, line.pool_id, cause)
        line = line._replace(paid=line.paid - amount)
    return line, entries


def _entry(line: Line, source: str, target: str, amount: int, why: Why) -> Entry:
    reason = f"{_reason(line)}:{why}:{source.split(':')[0]}"
    return Entry(source, target, amount, why, reason, _known(line))


def _reason(line: Line) -> str:
    return f"{line.subject_kind}:{line.subject_id}:person:{line.person_id}:{line.version}"


def _known(line: Line) -> dict:
    return {line.subject_kind: line.subject_id, "rule": line.rule_id, "units": line.units}


def _row(line: Line) -> dict:
    same = ("scheme_id", "person_id", "reserve_id", "subject_kind", "subject_id", "earned_on")
    changes = (name for name in CHANGES if name != "due")
    return {name: getattr(line, name) for name in (*same, *changes)} | {"due": line.due}
