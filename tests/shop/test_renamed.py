"""Goods are changed after somebody looked, or ordered, or fetched: what was agreed to stays."""

import pytest

from tests import make
from tests import make_occasions as occasions
from tests import make_shop as shop


@pytest.fixture
def change(post, rice):
    def change(**form):
        form = {"name": "大米", "words": "5 斤装", "price": 5} | form
        assert post(shop.path(rice, "change"), by=make.administrator(), **form).status_code == 200

    return change


def test_another_name_or_word_is_another_version(change, rice):
    for form in ({}, {"words": "2 斤装"}, {"words": "2 斤装", "name": "小米"}):
        change(**form)

    assert rice.version == 3


def test_what_was_renamed_while_they_looked_is_not_ordered(change, post, rice, aunt, refused):
    form = {"count": 1, "price": 5, "version": rice.version}
    change(name="小米")

    assert "小米" in refused(post(shop.path(rice, "order"), by=aunt, **form), "goods_changed")
    form["version"] += 1
    assert post(shop.path(rice, "order"), by=aunt, **form).status_code == 201


def test_an_order_keeps_the_name_under_which_it_was_placed(change, placed, get, aunt, store, hand):
    change(name="小米")
    hand()

    told = get(f"{shop.API}/orders/{placed.id}", by=aunt).json
    assert (told["goods_name"], told["handed_name"]) == ("大米", "大米 2 份")
    line, *_ = get("/api/points/entries", by=aunt, scheme_id=store.scheme_id).json["items"]
    assert line["words"].startswith("大米 2 份")
    (row,) = get(f"{shop.API}/shops/{store.id}/sheet").json["months"]
    assert row["goods_name"] == "大米"


def test_what_the_counter_asked_about_is_asked_anew(change, look_up, redeem, aunt, post, refused):
    asked = redeem(look_up(occasions.own_code(aunt)).json["held"], 2).json["id"]
    change(name="小米")

    refused(post(f"{shop.API}/orders/{asked}/confirm", by=aunt), "goods_changed")


def test_a_month_that_was_settled_stays_when_the_supplier_changes(
    hand, rice, store, post, get, clock, change
):
    before, after = shop.supplier(store, "甲粮油"), shop.supplier(store, "乙粮油")
    change(supplier_id=before.id)
    hand()
    clock.travel_to("2026-04-05 09:00")
    change(supplier_id=after.id, name="小米")

    boss = make.administrator()
    path = f"{shop.API}/suppliers/{{}}/statement"
    march = [get(path.format(one.id), by=boss, month="2026-03").json for one in (before, after)]
    assert [one["points"] for one in march] == [10, 0]
    assert [row["goods_name"] for row in march[0]["items"]] == ["大米"]
