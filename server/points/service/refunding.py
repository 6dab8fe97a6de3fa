"""退回: a closed pool keeps nothing. What is left goes back to the givers, the last gift first."""

from sqlalchemy import func, select

from schemas.points_words import Why
from server.core.db import db
from server.points import names
from server.points.earning import Donor, Funding, Pool
from server.points.models import Account
from server.points.refunds import Refund
from server.points.service import ledger
from server.points.service.ledger import Entry


def hold(pool: Pool) -> int:
    """The pool with all donors of its scheme, at once: whoever puts something in holds one of each.
    What is in it."""
    givers = db.session.scalars(select(Donor.id).where(Donor.scheme_id == pool.scheme_id))
    own = names.pool(pool.id)
    return ledger.hold(pool.scheme_id, own, *(names.donor(id) for id in givers))[own]


def give_back(pool: Pool, *, by: int | None = None) -> None:
    """Of a closed pool, to its donors; each gets no more than they gave. What was deducted from
    people may have come into it, too: that goes to whoever gave last in the scheme. Called twice,
    nothing is left to do."""
    rest, refunds = hold(pool), []
    for gift, kept in _gifts(pool):
        if part := min(rest, kept):
            rest -= part
            refunds.append((gift, _refund(pool, gift, part, by)))
    db.session.add_all(row for _, row in refunds)
    db.session.flush()
    if refunds:
        ledger.post(pool.scheme_id, *(_entry(*refund) for refund in refunds), by=by)


def _gifts(pool: Pool) -> list[tuple[Funding, int]]:
    """With how much of each has not gone back. Of this pool, then of the others of the scheme; the
    newest first."""
    gone = select(func.coalesce(func.sum(Refund.points), 0)).where(Refund.funding_id == Funding.id)
    kept = Funding.points - gone.scalar_subquery()
    query = select(Funding, kept).join(Pool, Pool.id == Funding.pool_id)
    query = query.where(Pool.scheme_id == pool.scheme_id, kept > 0)
    own = Funding.pool_id == pool.id
    return [tuple(row) for row in db.session.execute(query.order_by(own.desc(), Funding.id.desc()))]


def _refund(pool: Pool, gift: Funding, points: int, by: int | None) -> Refund:
    return Refund(funding_id=gift.id, pool_id=pool.id, points=points, by_id=by)


def _entry(gift: Funding, row: Refund) -> Entry:
    source, target = names.pool(row.pool_id), names.donor(gift.donor_id)
    known = {"fundings": gift.id}
    return Entry(source, target, row.points, Why.RETURN, f"refund:{row.id}", known)


def left_over() -> list[int]:
    """Closed pools into which something has come since."""
    closed = select(Pool.scheme_id, Pool.id).where(Pool.closed_on.is_not(None)).order_by(Pool.id)
    pools = {names.pool(id): id for _, id in db.session.execute(closed)}
    full = Account.name.in_(pools), Account.balance > 0
    return [pools[name] for name in db.session.scalars(select(Account.name).where(*full))]
