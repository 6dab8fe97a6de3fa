"""Posting: balances follow, nothing is made out of nothing, and what was written stays."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from schemas.points_words import Why
from server.core.db import db
from server.points import names
from server.points.models import Account, Posting
from server.points.service import ledger
from server.points.service.ledger import Entry, NotEnough
from tests import make_points


def moved(scheme, source, target, amount, reason="a reason"):
    ledger.hold(scheme.id, source, target)
    return ledger.post(scheme.id, Entry(source, target, amount, Why.GRANT, reason))


def total(scheme) -> int:
    query = select(func.sum(Account.balance)).where(Account.scheme_id == scheme.id)
    return db.session.scalar(query)


def test_what_leaves_one_account_is_in_the_other(scheme, pool, lin):
    moved(scheme, names.pool(pool.id), names.purse(lin.id), 30)

    there = ledger.balances(scheme.id, [names.pool(pool.id), names.purse(lin.id)])
    assert there == {names.pool(pool.id): 70, names.purse(lin.id): 30}
    assert total(scheme) == 0


def test_nobody_spends_what_they_do_not_have(scheme, pool, lin):
    with pytest.raises(NotEnough):
        moved(scheme, names.purse(lin.id), names.pool(pool.id), 1)


def test_only_what_is_left_over_all_entries_counts(scheme, pool, lin):
    """In and out again in one post needs nothing beforehand."""
    here, there = names.pool(pool.id), names.purse(lin.id)
    ledger.hold(scheme.id, here, there)

    ledger.post(
        scheme.id,
        Entry(here, there, 100, Why.GRANT, "one"),
        Entry(there, here, 60, Why.REPAY, "two"),
    )

    assert ledger.balances(scheme.id, [there])[there] == 40


def test_the_same_reason_is_posted_once(scheme, pool, lin):
    moved(scheme, names.pool(pool.id), names.purse(lin.id), 30)

    with pytest.raises(IntegrityError):
        moved(scheme, names.pool(pool.id), names.purse(lin.id), 30)


def test_points_do_not_cross_schemes(scheme, pool, lin):
    other = make_points.scheme(area=make_points.make.community("浔中社区"))
    ledger.hold(scheme.id, names.purse(lin.id))
    entry = Entry(names.pool(pool.id), names.purse(lin.id), 1, Why.GRANT, "over there")

    with pytest.raises(NotEnough):
        ledger.post(other.id, entry)
    db.session.add(Posting(**entry._asdict(), scheme_id=other.id))
    with pytest.raises(IntegrityError, match="fk_postings_source"):
        db.session.flush()


def test_a_post_that_is_refused_leaves_nothing_behind(scheme, pool, lin):
    with pytest.raises(NotEnough):
        moved(scheme, names.pool(pool.id), names.purse(lin.id), 101)

    assert ledger.balances(scheme.id, [names.pool(pool.id)])[names.pool(pool.id)] == 100
    assert db.session.scalars(select(Posting.why)).all() == [Why.FUND]


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE postings SET amount = 7",
        "DELETE FROM postings",
        "TRUNCATE postings CASCADE",
        "UPDATE fundings SET points = 7",
        "DELETE FROM lot_uses",
    ],
)
def test_what_was_posted_stays(scheme, pool, tamper):
    with pytest.raises(DBAPIError, match="append-only"):
        db.session.execute(text(tamper))


def test_only_donors_owe(scheme, pool):
    with pytest.raises(IntegrityError, match="owes_nothing"):
        db.session.execute(text("UPDATE accounts SET balance = -1 WHERE kind = 'pool'"))
