"""The keeper's side of the shop in the mini-program build, with the real server: a voucher is
scanned and handed over, a card pays, stock is counted; and without network nothing goes out."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine

from server.core.clock import SHANGHAI
from server.core.db import db
from server.people.names import masked_name
from tests import make_occasions as occasions
from tests import make_shop as shop
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
def scene(app):
    with time_machine.travel(MORNING, tick=False):
        who = neighbourhood()
        served = occasions.session(who.estate, begins=MORNING - timedelta(days=2))
        occasions.card(who.volunteer)
        yield SimpleNamespace(who=who, **vars(shop_scene(who, served)))


@pytest.fixture
def keeper(app, wechat, scene, tmp_path):
    server = SteadyServer(app)
    app.config["PUBLIC_URL"] = server.base
    try:
        with phones(server.base, wechat, tmp_path) as phone_of:
            yield phone_of("o-keeper", scene.keeper)
    finally:
        server.shut()


def test_a_voucher_is_scanned_and_handed_over_once(keeper, scene):
    code = shop.code(scene.placed)
    keeper.open("packages/counter/counter")
    keeper.sees("待领取", "今天的兑换", "洗衣液（1 千克一份）1 份")
    keeper.tap("扫码")
    scans(keeper, code)
    keeper.sees("30 分", "请核对东西和份数，再点“交给本人”")
    keeper.tap("交给本人")
    keeper.sees("已交给本人", "领取凭条")
    keeper.tap("点一下，接着扫")

    scans(keeper, code)
    keeper.sees("先不要给", "已经领过了")
    db.session.refresh(scene.placed)
    assert scene.placed.state.value == "handed"


def test_a_number_only_says_what_it_is(keeper, scene):
    keeper.open("packages/counter/scan")
    keeper.type("扫码枪，或输 8 位号码", scene.placed.number)
    keeper.tap("查一下")
    keeper.sees("号码只能查到这份兑换")
    keeper.misses("交给本人")


def test_without_network_nothing_is_handed_over(keeper, scene):
    keeper.open("packages/counter/scan")
    scans(keeper, shop.code(scene.placed))
    keeper.sees("请核对东西和份数")
    keeper.weather("off")
    keeper.sees("没有网络，不能核对，先不要给东西")
    keeper.weather("on")
    keeper.misses("没有网络，不能核对，先不要给东西")
    keeper.tap("交给本人")
    keeper.sees("已交给本人")


def test_a_card_pays_when_the_surname_agrees(keeper, scene):
    keeper.open("packages/counter/scan")
    scans(keeper, "https://jinlin.example/q/k/CARDTOKEN234567")
    keeper.sees("请问一声“您贵姓”", "130", "换完了")
    keeper.tap("大米 2.5 千克")
    keeper.sees("换完还剩 120 分")
    keeper.tap(f"问过了，和「{masked_name(scene.who.volunteer.display_name)}」对上了")
    keeper.tap("换大米 2.5 千克 × 1 份")
    keeper.sees("积分扣好了")
    keeper.tap("交给本人")
    keeper.sees("已交给本人")
    assert shop.purse(scene.who.volunteer, scene.scheme) == 120


def test_a_count_shows_its_difference_first(keeper, scene):
    keeper.open(f"packages/counter/goods?id={scene.soap.id}")
    keeper.sees("17", "库存流水")
    keeper.tap("盘点")
    keeper.type("数到几份？", "15")
    keeper.type("说明", "月底盘点")
    keeper.sees("账上 17，数到 15，少 2")
    keeper.tap("看一下，再记")
    keeper.tap("照数到的记")
    keeper.sees("−2", "月底盘点")
    db.session.refresh(scene.soap)
    assert scene.soap.stock == 15


def scans(keeper, code):
    """With WeChat's own scanner. A test that waits for a page holds no transaction."""
    db.session.commit()
    keeper.sees("用微信扫一扫")
    keeper.give("scans", code)
    keeper.tap("用微信扫一扫")
