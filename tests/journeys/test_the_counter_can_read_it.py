"""The pages of a counter and of the desk behind it, on a phone and on a computer, measured."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from tests import make
from tests import make_shop as shop
from tests.journeys.market_scene import market_scene
from tests.journeys.measured import COMPUTERS, PHONES, Ruler
from tests.journeys.people import neighbourhood
from tests.journeys.shop_scene import shop_scene

COUNTER, SHOPS = "/packages/counter", "/packages/staff/shops"
LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])
SCREENS = pytest.mark.parametrize("screens", ["phone", "computer"])


@pytest.fixture
def who():
    return neighbourhood()


@pytest.fixture
def made(who):
    market = market_scene(who.estate, who.aunt, who.volunteer)
    made = shop_scene(who, market.ended)
    supplier = shop.supplier(made.store, name="德化县城关百货批发部（南门）")
    made.soap.supplier_id = supplier.id
    db.session.commit()
    made.supplier, made.two = supplier, shop.order(made.soap, who.volunteer, 2)
    return made


@pytest.fixture
def ruler_of(phone_of, computer_of, look, screens):
    takes, sizes = {"phone": (phone_of, PHONES), "computer": (computer_of, COMPUTERS)}[screens]
    return lambda person: Ruler(takes(person, look=look), look, sizes)


@LOOKS
@SCREENS
def test_a_keeper_can_read_and_hit_everything(ruler_of, made):
    ruler = ruler_of(made.keeper)
    pages = {
        "counter": "今天的兑换",
        "orders?view=waiting": "洗衣液",
        "orders?view=today": "大米",
        "stock": "电饭煲",
        f"goods?id={made.soap.id}": "盘点",
        "scan": "8 位号码",
        f"order?id={made.placed.id}": "洗衣液",
        f"order?id={made.handed.id}": "大米",
    }

    for path, words in pages.items():
        looks_at(ruler, f"{COUNTER}/{path}", words)
    hands_over(ruler, made)
    counts(ruler, made)
    ruler.found_nothing()


@LOOKS
@SCREENS
def test_the_desk_behind_a_shop_can_read_and_hit_everything(ruler_of, who, made):
    ruler = ruler_of(who.worker)
    pages = {
        f"{SHOPS}/shops": made.store.name,
        f"{SHOPS}/shop?id={made.store.id}": "店员",
        f"{COUNTER}/stock?shop={made.store.id}": "供应方",
        f"{COUNTER}/edit?shop={made.store.id}": "换一份要几分",
        f"{COUNTER}/suppliers?shop={made.store.id}": "批发部",
        f"{COUNTER}/statement?id={made.supplier.id}&name=批发部": "批发部",
    }

    for path, words in pages.items():
        looks_at(ruler, path, words)
    ruler.found_nothing()


@LOOKS
def test_who_only_reads_finds_points_and_shops_on_the_first_page(phone_of, who, made, look):
    viewer = make.staff(Role.VIEWER, at=who.community, display_name="邓晓岚")
    desk = phone_of(viewer, look=look)
    ruler = Ruler(desk, look)

    desk.opens("/packages/staff/desk/desk")
    desk.sees("您在这里只看，不改", "办了多少")
    ruler.measures("the desk of who only reads")
    desk.taps_on("积分管理")
    desk.sees("积分都在哪里")
    ruler.measures("points, read only")
    looks_at(ruler, f"{SHOPS}/shops", made.store.name)
    looks_at(ruler, f"{SHOPS}/shop?id={made.store.id}", "账目公开")
    ruler.found_nothing()


def looks_at(ruler, path: str, words: str) -> None:
    ruler.visitor.opens(path)
    ruler.visitor.sees(words)
    ruler.measures(path)


def hands_over(ruler, made) -> None:
    counter = ruler.visitor
    counter.opens(f"{COUNTER}/scan?code={shop.code(made.two)}")
    counter.sees("交给本人")
    ruler.measures("verified")
    counter.taps("只给几份")
    ruler.measures("fewer")
    counter.opens(f"{COUNTER}/scan?code={shop.code(made.two)}")
    counter.taps("换一样")
    ruler.measures("something else")


def counts(ruler, made) -> None:
    counter = ruler.visitor
    counter.opens(f"{COUNTER}/goods?id={made.soap.id}")
    counter.taps("盘点")
    counter.sees("数到几份？")
    ruler.measures("counting")
