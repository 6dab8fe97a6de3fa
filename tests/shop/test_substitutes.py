"""Something else instead keeps what an order keeps: its shelf, its price, its buyers, its limit."""

import pytest

from schemas.shop_words import Buyers
from tests import make
from tests import make_shop as shop


@pytest.fixture
def instead(hand):
    def instead(goods, count=1, **form):
        form = {"price": goods.price, "agreed": True} | form
        return hand(substitute_id=goods.id, count=count, **form)

    return instead


def test_it_keeps_the_limit_of_each_person(instead, store, refused):
    oil = shop.goods(store, name="油", price=1, limit_count=1, limit_days=30)

    refused(instead(oil, 5), "limit_reached")
    assert instead(oil, 1).status_code == 200


def test_what_they_had_of_it_before_counts(instead, store, aunt, refused):
    oil = shop.goods(store, name="油", price=1, limit_count=1, limit_days=30)
    shop.order(oil, aunt)

    refused(instead(oil), "limit_reached")


def test_what_is_for_volunteers_is_given_to_no_other(instead, store, refused):
    refused(instead(shop.goods(store, name="油", buyers=Buyers.VOLUNTEERS)), "not_for_you")


def test_what_was_taken_off_the_shelf_is_not_given(instead, store, refused):
    refused(instead(shop.goods(store, name="油", on_shelf=False)), "off_shelf")


def test_dearer_than_they_agreed_to_it_is_not_given(instead, store, post, refused):
    oil = shop.goods(store, name="油", price=2)
    post(shop.path(oil, "change"), by=make.administrator(), name="油", price=5)

    assert "5 分" in refused(instead(oil, price=2), "price_changed")


def test_its_price_is_said(hand, store):
    oil = shop.goods(store, name="油", price=2)

    told = hand(substitute_id=oil.id, agreed=True)
    assert (told.status_code, "price" in told.text) == (422, True)


def test_a_paused_shop_still_gives_something_else(instead, store, post, keeper):
    oil = shop.goods(store, name="油", price=2)
    post(shop.path(store, "pause"), by=keeper)

    assert instead(oil).status_code == 200


def test_at_the_same_price_they_hear_what_was_handed_over(instead, store, aunt, get):
    assert instead(shop.goods(store, name="盐", price=5), 2).status_code == 200

    message, *_ = get("/api/messages/", by=aunt).json["items"]
    assert "盐 2 份，用了 10 分" in message["words"]


def test_a_receipt_keeps_the_name_of_what_was_given(instead, store, placed, post, get, aunt):
    salt = shop.goods(store, name="盐", price=5)
    instead(salt, 2)
    post(shop.path(salt, "change"), by=make.administrator(), name="低钠盐", price=5)

    told = get(f"{shop.API}/orders/{placed.id}", by=aunt).json
    assert (told["goods_name"], told["handed_name"]) == ("大米", "盐 2 份")
