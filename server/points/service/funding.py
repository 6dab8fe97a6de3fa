"""注入: a donor puts points into a pool, for money or goods; what had to wait for them is paid."""

from sqlalchemy import select

from schemas.points_words import Why
from server.core.db import db
from server.core.errors import Malformed
from server.core.jobs import defer
from server.core.moves import Actor
from server.points import names
from server.points.earning import Donor, Funding, Pool
from server.points.service import ledger
from server.points.service.ledger import Entry
from server.points.service.pools import still_open


def fund_pool(pool: Pool, form: dict, *, by: Actor) -> Funding:
    """`form`: donor_id, given, words, fen, points."""
    donor = db.session.scalar(
        select(Donor).where(Donor.id == form["donor_id"], Donor.scheme_id == pool.scheme_id)
    )
    if donor is None:
        raise Malformed(donor_id="请选择这种积分自己的资金来源")
    row = Funding(pool=pool, donor=donor, by_id=by.id, **form)
    db.session.add(row)
    db.session.flush()
    source, target = names.donor(donor.id), names.pool(pool.id)
    ledger.hold(pool.scheme_id, source, target)
    still_open(pool)
    entry = Entry(source, target, row.points, Why.FUND, f"funding:{row.id}", {"funding": row.id})
    ledger.post(pool.scheme_id, entry, by=by.id)
    defer("points.pay_what_waited", pool_id=pool.id)
    return row
