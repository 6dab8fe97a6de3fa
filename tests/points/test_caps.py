"""No more than the caps of a day and a month leave, nothing for officials, more on a festival."""

from datetime import date

import pytest
from sqlalchemy import select

from schemas.people_words import Role
from schemas.points_words import Less
from server.core.db import db
from server.points.earning import Award, EarningRule
from tests import make, make_points
from tests.points.serving import arrives, award, purse

UNTIL = date(2026, 3, 10)


@pytest.fixture
def day(pool):
    """Of the session with the id 1: forty half hours are reserved."""
    return make_points.promised(pool, units=40)


def test_a_cap_falls_on_the_later_day_in_whatever_order_news_comes(scheme, pool, lin):
    capped_month(scheme, 5)
    for subject, day in ((1, 3), (2, 4)):
        make_points.promised(pool, subject=subject, on=date(2026, 3, day))

    award(scheme, lin, 4, subject=2, on=date(2026, 3, 4))
    award(scheme, lin, 4, subject=1, on=date(2026, 3, 3))

    rows = select(Award.subject_id, Award.granted, Award.less).order_by(Award.subject_id)
    assert db.session.execute(rows).all() == [(1, 4, None), (2, 1, Less.MONTH_CAP)]
    assert purse(scheme, lin) == (0, 5)


def test_what_arrived_is_not_taken_back_for_a_cap(scheme, pool, lin, clock):
    capped_month(scheme, 5)
    for subject, day in ((1, 3), (2, 4)):
        make_points.promised(pool, subject=subject, on=date(2026, 3, day))
    award(scheme, lin, 4, subject=2, on=date(2026, 3, 4), until=UNTIL)
    arrives(scheme, lin, clock)

    award(scheme, lin, 4, subject=1, on=date(2026, 3, 3))

    assert purse(scheme, lin) == (4, 1)


def capped_month(scheme, most):
    db.session.query(EarningRule).update({"month_most": most})
    db.session.commit()


def test_a_day_has_its_cap(scheme, pool, lin):
    db.session.query(EarningRule).update({"day_most": 6})
    for subject in (1, 2):
        make_points.promised(pool, subject=subject)
        award(scheme, lin, 4, subject=subject)

    assert purse(scheme, lin) == (0, 6)
    assert db.session.scalars(select(Award.less).order_by(Award.id)).all() == [None, Less.DAY_CAP]


def test_officials_at_their_work_earn_none(scheme, pool, day):
    area = scheme.area
    worker = make.staff(Role.COMMUNITY_STAFF, at=area)

    award(scheme, worker, 4, path=f"{area.path}99/")

    assert purse(scheme, worker) == (0, 0)
    assert db.session.scalar(select(Award.less)) == Less.OFFICIAL


def test_on_a_festival_there_is_more(scheme, pool, lin):
    db.session.query(EarningRule).update({"festival_times": 2})
    make_points.promised(pool, units=10, festival=True)

    award(scheme, lin, 4)

    assert purse(scheme, lin) == (0, 8)
