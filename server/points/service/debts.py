"""What was taken back and was no longer there: owed, and paid first out of what is earned later. It
is no account: a purse is never below zero, and only donors owe."""

from collections.abc import Sequence

from sqlalchemy import insert, select

from schemas.points_words import Why
from server.core.db import db
from server.points import names
from server.points.earning import Debt
from server.points.service import ledger, purses
from server.points.service.ledger import Entry
from server.points.service.purses import Cause


def take(scheme_id: int, ids: Sequence[int], amount: int, pool_id: int, cause: Cause) -> int:
    """Out of the purses, which are held, back to a pool; the rest is owed: how much that is."""
    taken = purses.take_back(scheme_id, ids, amount, names.pool(pool_id), cause)
    if rest := amount - taken:
        owed = {"scheme_id": scheme_id, "person_id": ids[0], "reason": cause.reason}
        owed |= {"pool_id": pool_id, "amount": rest, "left": rest}
        db.session.execute(insert(Debt), [owed])
    return rest


def hold_pools(scheme_id: int, ids: Sequence[int], *pool_ids: int) -> dict[str, int]:
    """Those to which something is owed, and others, all at once: one after the other, two persons
    would wait for each other. The caller holds the accounts of the person."""
    wanted = {names.pool(id) for id in pool_ids} | owed_to(scheme_id, ids)
    return ledger.hold(scheme_id, *wanted) if wanted else {}


def owed_to(scheme_id: int, ids: Sequence[int]) -> set[str]:
    """The accounts of the pools. The caller holds the accounts of the person."""
    return {names.pool(debt.pool_id) for debt in _open(scheme_id, ids)}


def repaid(scheme_id: int, ids: Sequence[int], amount: int, source: str, cause: Cause):
    """What is owed comes off first: the entries that pay it, out of `source`, oldest first. The
    caller holds the accounts of the person."""
    return [
        Entry(source, names.pool(debt.pool_id), part, Why.REPAY, *_why(debt, cause))
        for debt, part in _shares(scheme_id, ids, amount)
    ]


def repay(scheme_id: int, ids: Sequence[int], amount: int, cause: Cause) -> None:
    """The same out of the purses. The caller holds them and the pools."""
    for debt, part in _shares(scheme_id, ids, amount):
        paid = Cause(Why.REPAY, *_why(debt, cause), cause.by)
        purses.take_back(scheme_id, ids, part, names.pool(debt.pool_id), paid)


def settle_up(scheme_id: int, ids: Sequence[int]) -> None:
    """Two accounts are one now: what one owes the other has. Called twice, nothing more is paid."""
    there = purses.hold_purses(scheme_id, ids)
    hold_pools(scheme_id, ids)
    for debt, part in _shares(scheme_id, ids, there):
        paid = Cause(Why.REPAY, f"debt:{debt.id}:{debt.left}", {"debt": debt.id})
        purses.take_back(scheme_id, ids, part, names.pool(debt.pool_id), paid)


def _shares(scheme_id: int, ids: Sequence[int], amount: int) -> list[tuple[Debt, int]]:
    shares = []
    for debt in _open(scheme_id, ids):
        part = min(debt.left, amount)
        if part:
            debt.left -= part
            amount -= part
            shares.append((debt, part))
    db.session.flush()
    return shares


def _open(scheme_id: int, ids: Sequence[int]) -> list[Debt]:
    """As they are now, oldest first."""
    owed = Debt.scheme_id == scheme_id, Debt.person_id.in_(ids), Debt.left > 0
    query = select(Debt).where(*owed).order_by(Debt.id)
    return list(db.session.scalars(query.execution_options(populate_existing=True)))


def _why(debt: Debt, cause: Cause) -> tuple[str, dict]:
    """Named after what brought the points, so that they can be followed there."""
    return f"{cause.reason}:debt:{debt.id}", cause.known | {"debt": debt.id}
