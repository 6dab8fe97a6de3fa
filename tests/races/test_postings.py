"""Postings that cross: each locks its accounts in the order of their names."""

from contextvars import copy_context
from random import Random

from schemas.points_words import Why
from server.core.db import db
from server.points import names
from server.points.service import ledger
from server.points.service.ledger import Entry
from tests import make, make_points
from tests import make_shop as shop


def test_a_thousand_transfers_this_way_and_that_wait_for_nobody_for_ever(together, app):
    """Between ten pools, each posting locking its two accounts in the order of their names."""
    scheme = make_points.scheme(make.community())
    pools = [make_points.pool(scheme, 1000, f"池{n}").id for n in range(10)]
    start = {id: shop.balance(scheme.id, names.pool(id)) for id in pools}

    def carry(hand):
        chance = Random(hand)

        def work(_):
            with app.app_context():
                for n in range(125):
                    one, other = chance.sample(pools, 2)
                    reason = f"race:{scheme.id}:{hand}:{n}"
                    entry = Entry(names.pool(one), names.pool(other), 1, Why.SETTLE, reason)
                    ledger.post(scheme.id, entry)
                    db.session.commit()
                db.session.remove()

        return lambda web: copy_context().run(work, web)

    together(*map(carry, range(8)))

    db.session.rollback()
    assert sum(shop.balance(scheme.id, names.pool(id)) for id in pools) == sum(start.values())
