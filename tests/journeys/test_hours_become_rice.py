"""A whole day of points in a browser: a pool is filled, hours of a market day become points, points
a voucher, the counter hands over, and the statement and the public accounts agree to the point."""

from datetime import datetime, timedelta

import pytest
import time_machine

from schemas.occasions import PLANNED
from server.core import jobs
from server.core.clock import SHANGHAI
from server.core.db import db
from server.points.audit import findings
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests import make_points
from tests import make_shop as shop
from tests.journeys import market_acts as market
from tests.journeys import shop_acts as acts
from tests.journeys.people import neighbourhood
from tests.work import work_off

MORNING = datetime(2026, 11, 26, 8, 30, tzinfo=SHANGHAI)  # a Thursday
PLACES, HALF_HOURS, EACH = 3, 4, 5
EARNED = HALF_HOURS * EACH
PUT_IN, PRICE = 100, 15


@pytest.fixture
def hands():
    with time_machine.travel(MORNING, tick=False) as machine:
        yield lambda **duration: machine.shift(timedelta(**duration))


def test_hours_become_points_and_points_rice(hands, phone_of, computer_of, tmp_path):
    who = neighbourhood()
    scheme = make_points.scheme(who.community)
    make_points.rule(scheme, per_half_hour=EACH)
    pool = make_points.pool(scheme, 0)
    store = shop.open_(who.community, scheme=scheme)
    rice = shop.goods(store, name="大米 2.5 千克", price=PRICE, stock=7)
    day, desk, helper = planned(who), computer_of(who.colleague), phone_of(who.volunteer)

    is_published(desk, day, pool)
    market.signs_up(helper, day)
    serves(hands, phone_of, who, day, tmp_path)
    market.ends_it(desk, day)
    acts.reads_what_is_announced(helper, EARNED)
    arrives(hands)
    acts.follows_a_point(helper, EARNED)
    acts.buys(helper, rice)
    fetches(helper, phone_of, shop.keeper(store), tmp_path / "voucher.y4m")

    agrees(helper, phone_of(None), scheme, store, rice)
    assert shop.purse(who.volunteer, scheme) == EARNED - PRICE
    assert list(findings()) == []


def planned(who):
    begins = MORNING.replace(hour=9, minute=0)
    known = {"incentive": "", "lead_id": who.worker.id}
    day = occasions.session(who.estate, begins=begins, state=PLANNED, **known)
    occasions.post(day, capacity=PLACES)
    markets.stall(day)
    return day


def is_published(desk, day, pool):
    acts.thanks_in_points(desk, day, pool)
    acts.is_refused(desk, pool, PLACES * EARNED)
    acts.puts_points_in(desk, str(PUT_IN))
    desk.opens(f"/packages/staff/sessions/session?id={day.id}")
    desk.taps("发布")
    desk.sees("已发布")


def serves(hands, phone_of, who, day, tmp_path):
    """From 8:55 to 11:02, by the camera of their telephone."""
    hands(minutes=25)
    screen = market.shows_codes(phone_of(who.colleague), day)
    market.checks_in_by_camera(phone_of, who.volunteer, screen, tmp_path)
    hands(minutes=127)
    screen.reloads()
    screen.taps("签退码")
    screen.sees("扫码签退", "秒后换新")
    market.leaves_by_camera(phone_of, who.volunteer, screen, tmp_path)


def arrives(hands):
    """After three working days, at night, when the worker sees to it."""
    hands(days=6)
    jobs.defer("points.mature_awards", timestamp=0)
    db.session.commit()
    assert "mature" in work_off()


def fetches(helper, phone_of, keeper, film):
    acts.voucher_of(helper, film)
    acts.hands_over(phone_of, keeper, film)
    helper.sees("已领取")
    acts.is_handed_nothing(phone_of, keeper, film)


def agrees(helper, stranger, scheme, store, rice):
    """What the person reads, and what everybody reads."""
    rest = EARNED - PRICE
    acts.reads_the_statement(helper, str(rest), f"+{EARNED}", f"−{PRICE}")
    amounts = {"积分池里": PUT_IN - EARNED, "居民手里": rest, "已兑换": PRICE}
    acts.reads_the_accounts(stranger, scheme, amounts)
    acts.reads_the_shop(stranger, store, rice, PRICE)
    db.session.rollback()
