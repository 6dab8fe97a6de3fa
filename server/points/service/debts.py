"""What was taken back and was no longer there: owed, and paid first out of what is earned later. It
is no account: a purse is never below zero, and only donors owe."""

from collections.abc import Sequence

from sqlalchemy import insert, select

from schemas.points_words import Why
from server.core.db import db
from server.points import names
from server.points.earning import Debt
from server.points.service import purses
from server.points.service.ledger import Entry
from server.points.service.purses import Cause


def take(scheme_id: int, ids: Sequence[int], amount: int, pool_id: int, cause: Cause) -> None:
    """Out of the purses, which are held, back to a pool; the rest is owed."""
    taken = purses.take_back(scheme_id, ids, amount, names.pool(pool_id), cause)
    if rest := amount - taken:
        owed = {"scheme_id": scheme_id, "person_id": ids[0], "reason": cause.reason}
        owed |= {"pool_id": pool_id, "amount": rest, "left": rest}
        db.session.execute(insert(Debt), [owed])


def repaid(scheme_id: int, ids: Sequence[int], amount: int, source: str) -> list[Entry]:
    """What is owed comes off first: the entries that pay it, out of `source`, oldest first. The
    caller holds the accounts of the person."""
    owed = Debt.scheme_id == scheme_id, Debt.person_id.in_(ids), Debt.left > 0
    entries = []
    for debt in db.session.scalars(select(Debt).where(*owed).order_by(Debt.id)):
        part = min(debt.left, amount)
        if part:
            debt.left -= part
            amount -= part
            reason = f"debt:{debt.id}:{debt.left}"
            known = {"debt": debt.id}
            entries.append(Entry(source, names.pool(debt.pool_id), part, Why.REPAY, reason, known))
    return entries
