"""From what was served to the purse: announced first, corrected by differences, never invented."""

from datetime import date

import pytest
from sqlalchemy import select

from server.core.db import db
from server.points import names
from server.points.earning import Award, Debt
from server.points.models import Lot
from server.points.service import reserving
from server.points.service.reserving import PoolEmpty
from tests import make_points
from tests.points.serving import arrives, award, purse, there

TODAY, UNTIL = date(2026, 3, 5), date(2026, 3, 10)


@pytest.fixture
def day(pool):
    """Of the session with the id 1: forty half hours are reserved."""
    return make_points.promised(pool, units=40)


def test_what_is_promised_leaves_the_pool(scheme, pool, day):
    assert there(scheme, names.pool(pool.id), names.planned(day.id)) == [60, 40]


def test_nothing_is_promised_that_the_pool_does_not_have(pool):
    with pytest.raises(PoolEmpty, match="还有 100 分，这里要预留 101 分"):
        make_points.promised(pool, units=101)


def test_points_are_announced_before_they_can_be_spent(scheme, day, lin, clock):
    award(scheme, lin, 4, until=UNTIL)
    assert purse(scheme, lin) == (0, 4)

    arrives(scheme, lin, clock, at="2026-03-10 23:59")
    assert purse(scheme, lin) == (0, 4)

    arrives(scheme, lin, clock)
    assert purse(scheme, lin) == (4, 0)
    assert db.session.scalar(select(Lot.expires_on)) == date(2028, 4, 1)


def test_the_same_news_twice_changes_nothing(scheme, day, lin):
    for _ in range(2):
        award(scheme, lin, 4)

    assert purse(scheme, lin) == (0, 4)
    assert db.session.scalar(select(Award.version)) == 1


@pytest.mark.parametrize("units", [0, 2, 6])
def test_a_correction_is_posted_as_a_difference(scheme, day, lin, units):
    award(scheme, lin, 4)
    award(scheme, lin, units)

    assert purse(scheme, lin) == (0, units)
    assert there(scheme, names.planned(day.id)) == [40 - units]


def test_what_has_arrived_is_taken_back_out_of_the_purse(scheme, pool, day, lin, clock):
    award(scheme, lin, 4, until=UNTIL)
    arrives(scheme, lin, clock)

    award(scheme, lin, 1, until=UNTIL, on=TODAY)

    assert purse(scheme, lin) == (1, 0)
    assert there(scheme, names.pool(pool.id)) == [63]


def test_what_is_no_longer_there_is_owed_and_paid_first(scheme, pool, day, lin, clock):
    award(scheme, lin, 4, until=UNTIL)
    arrives(scheme, lin, clock)
    spend(scheme, lin, 3)

    award(scheme, lin, 1, until=UNTIL, on=TODAY)
    assert purse(scheme, lin) == (0, 0)
    assert db.session.scalar(select(Debt.left)) == 2

    make_points.promised(pool, subject=2)
    award(scheme, lin, 5, subject=2, until=date(2026, 3, 12))
    arrives(scheme, lin, clock, at="2026-03-13 01:07")
    assert purse(scheme, lin) == (3, 0)
    assert db.session.scalar(select(Debt.left)) == 0


def spend(scheme, person, amount):
    from tests.points.test_purses import pay

    pay(scheme, person, amount)
    db.session.commit()


def test_what_nobody_earned_goes_back(scheme, pool, day, lin):
    award(scheme, lin, 4)

    reserving.release(reserving.reserved("sessions", 1))

    assert there(scheme, names.pool(pool.id), names.planned(day.id)) == [96, 0]


def test_news_after_the_release_is_paid_out_of_the_pool(scheme, pool, day, lin):
    reserving.release(reserving.reserved("sessions", 1))

    award(scheme, lin, 4)

    assert there(scheme, names.pool(pool.id)) == [96]
    assert purse(scheme, lin) == (0, 4)


def test_what_the_pool_lacks_waits_until_it_is_funded(scheme, lin, work):
    make_points.rule(scheme)
    small = make_points.pool(scheme, 10)
    make_points.promised(small, units=10)
    award(scheme, lin, 12)
    assert purse(scheme, lin) == (0, 10)

    make_points.fund(small, 5)
    work()

    assert purse(scheme, lin) == (0, 12)


def test_a_later_rule_does_not_reach_back(scheme, pool, day, lin):
    make_points.rule(scheme, version=2, per_half_hour=9)

    award(scheme, lin, 4)

    assert purse(scheme, lin) == (0, 4)
