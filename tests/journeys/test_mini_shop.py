"""The buyer's side of the shop in the mini-program build, with the real server: a counter asks, the
voucher on the screen is good at the counter, and the statement agrees."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine

from server.core.clock import SHANGHAI
from tests import make_occasions as occasions
from tests import make_shop as shop
from tests.journeys.mini_codes import code_on
from tests.journeys.mini_house import phones
from tests.journeys.people import neighbourhood
from tests.journeys.shop_scene import shop_scene
from tests.journeys.steady import SteadyServer

MORNING = datetime(2026, 11, 26, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture(scope="module")
def journey_settings(house_settings):
    """Nobody looks at the H5 build, so it need not be made."""
    return house_settings | {"DEMO": True}


@pytest.fixture
def hands():
    """The clock stands still, and is moved by hand."""
    with time_machine.travel(MORNING, tick=False) as machine:
        yield lambda **duration: machine.shift(timedelta(**duration))


@pytest.fixture
def scene(hands, app):
    who = neighbourhood()
    served = occasions.session(who.estate, begins=MORNING - timedelta(days=2))
    return SimpleNamespace(who=who, **vars(shop_scene(who, served)))


@pytest.fixture
def phone(hands, app, wechat, scene, tmp_path):
    server = SteadyServer(app)
    app.config["PUBLIC_URL"] = server.base
    try:
        with phones(server.base, wechat, tmp_path) as phone_of:
            yield phone_of("o-lin", scene.who.volunteer)
    finally:
        server.shut()


def test_what_a_counter_asks_is_answered_on_the_telephone(phone, scene):
    phone.sees("请您确认：大米（2.5 千克一份）1 份，10 分")
    phone.tap("去确认")
    phone.sees("用掉", "过了就作废")
    phone.tap("确认兑换")
    phone.sees("待领取", "出示兑换券")

    assert shop.purse(scene.who.volunteer, scene.scheme) == 120


def test_a_voucher_on_the_screen_is_good_at_the_counter(phone, scene, post):
    phone.open("packages/shop/shop")
    phone.sees("您能用的积分", "130", "剩 17")
    phone.tap("洗衣液 1 千克")
    phone.tap("多一份")
    phone.sees("换完还剩 70 分")
    phone.tap("换 2 份")
    phone.sees("过了期限没领，积分原样退回")
    phone.tap("确认，用 60 分换")
    phone.sees("有效到12月10日")
    hands_over(post, scene, code_on(phone, "兑换券"))
    phone.sees("已领取", "洗衣液（1 千克一份）2 份")

    phone.open("packages/shop/purse")
    phone.sees("70", "−60", "+150", "公示中，11月30日到账")


def hands_over(post, scene, code):
    """The keeper scans what the telephone shows."""
    keeper = scene.keeper
    seen = post(shop.path(scene.store, "scan"), by=keeper, code=code).json
    path = f"{shop.API}/orders/{seen['order_id']}/hand_over"
    answer = post(path, by=keeper, shop_id=scene.store.id, code=seen["held"])
    assert answer.status_code == 200, answer.text


def test_a_card_gets_a_pin_and_orders_can_be_given_up(phone, scene):
    phone.open("packages/shop/pin")
    phone.type("4 位密码", "4826")
    phone.type("再输一遍", "4826")
    phone.tap("设好")
    phone.tap("知道了")
    phone.sees("已经设了兑换密码")

    phone.open(f"packages/shop/order?id={scene.placed.id}")
    phone.tap("取消兑换")
    phone.sees("30 分原样退回")
    phone.tap("取消兑换", near="还要")
    phone.sees("已取消")
    assert shop.purse(scene.who.volunteer, scene.scheme) == 160
