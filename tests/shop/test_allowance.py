"""What somebody may still have stands beside the goods: nothing is offered only to be refused."""

import pytest

from schemas.shop_words import Buyers
from tests import make
from tests import make_shop as shop


@pytest.fixture
def shown(get):
    def shown(goods, by, **query):
        rows = get(shop.path(goods.shop, "goods"), by=by, **query).json["items"]
        (row,) = [row for row in rows if row["id"] == goods.id]
        return row["may_have"], row["may_have_words"], row["lacks_words"]

    return shown


def test_without_a_limit_nothing_is_counted(shown, rice, aunt):
    shop.order(rice, aunt)

    assert shown(rice, aunt) == (None, None, None)


def test_a_limit_is_counted_down_and_says_from_which_day_on(shown, store, aunt):
    cups = shop.goods(store, name="搪瓷杯", price=1, limit_count=2, limit_days=90)

    assert shown(cups, aunt) == (2, None, None)
    shop.order(cups, aunt)
    assert shown(cups, aunt) == (1, "换过 1 份，现在还能换 1 份；6月3日起又能多换", None)
    shop.order(cups, aunt)
    assert shown(cups, aunt) == (0, "换过 2 份，6月3日起又能换", None)


def test_on_that_day_it_can_be_had_again(shown, store, aunt, clock):
    cups = shop.goods(store, name="搪瓷杯", price=1, limit_count=1, limit_days=2)
    shop.order(cups, aunt)
    clock.forward(days=1)
    assert shown(cups, aunt)[0] == 0

    clock.forward(days=1)
    assert shown(cups, aunt) == (1, None, None)


def test_what_is_for_volunteers_says_so_to_whoever_is_none(shown, store, aunt, get):
    gloves = shop.goods(store, name="防割手套", buyers=Buyers.VOLUNTEERS)
    assert shown(gloves, aunt)[2] == "志愿者才能换"
    assert get(f"{shop.API}/goods/{gloves.id}", by=aunt).json["lacks_words"] == "志愿者才能换"

    assert shown(gloves, make.volunteer())[2] is None


def test_whoever_is_not_signed_in_is_told_nothing(shown, store):
    few = {"buyers": Buyers.VOLUNTEERS, "limit_count": 1, "limit_days": 9}
    gloves = shop.goods(store, name="防割手套", **few)

    assert shown(gloves, None) == (None, None, None)


def test_the_counter_sees_it_for_whoever_stands_there(shown, store, aunt, keeper, look_up, card):
    gloves = shop.goods(store, name="防割手套", buyers=Buyers.VOLUNTEERS)
    cups = shop.goods(store, name="搪瓷杯", price=1, limit_count=2, limit_days=90)
    order = shop.order(cups, aunt)
    held = look_up(card).json["held"]

    for query in ({"held": held}, {"order_id": order.id}):
        assert shown(gloves, keeper, **query)[2] == "志愿者才能换"
        assert shown(cups, keeper, **query)[0] == 1


def test_nobody_else_looks_through_the_eyes_of_another(get, store, rice, aunt, placed, keeper):
    path = shop.path(store, "goods")

    assert get(path, by=make.person(), order_id=placed.id).status_code == 403
    other = shop.open_(make.community("城东社区"))
    there, clerk = shop.path(other, "goods"), shop.keeper(other)
    assert get(there, by=clerk, order_id=placed.id).status_code == 404


def test_twenty_limited_goods_cost_as_much_as_one(get, store, aunt, count_queries):
    token = make.token(aunt)

    def cost():
        with count_queries() as statements:
            get(shop.path(store, "goods"), token=token)
        return len(statements)

    def build(n):
        for buyers in (Buyers.VOLUNTEERS, Buyers.NEIGHBOURS):
            shop.goods(store, name=f"米{n}", limit_count=1, limit_days=9, buyers=buyers)

    build(0)
    one = cost()
    for n in range(1, 9):
        build(n)

    assert cost() == one
