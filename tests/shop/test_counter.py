"""柜台兑换 by 我的码: the person is asked on their own telephone."""

import pytest

from server.core.db import db
from server.shop.parts import Order
from tests import make
from tests import make_occasions as occasions
from tests import make_shop as shop


@pytest.fixture
def asked(look_up, redeem, aunt):
    """Two bags, at the counter."""
    return redeem(look_up(occasions.own_code(aunt)).json["held"], 2).json


def step(post, order: dict, action: str, by):
    return post(f"{shop.API}/orders/{order['id']}/{action}", by=by)


def test_the_keeper_sees_a_surname_and_what_there_is(look_up, aunt):
    told = look_up(occasions.own_code(aunt)).json

    assert (told["surname"], told["available"], told["on_card"]) == ("陈**", 100, False)


def test_an_old_screenshot_of_a_personal_code_means_nobody(look_up, aunt, refused):
    refused(look_up(occasions.own_code(aunt, ago=120)), "member_refused")


def test_it_is_asked_first_and_nothing_is_taken_yet(asked, aunt, store, rice, get):
    assert (asked["state"], asked["channel"]) == ("asked", "counter")
    assert (shop.purse(aunt, store.scheme), rice.stock) == (100, 50)
    (message,) = get("/api/messages/", by=aunt).json["items"][:1]
    assert message["title"] == "请确认兑换"
    assert message["link"] == {"kind": "order", "id": asked["id"]}


def test_what_one_is_asked_about_is_open_until_it_is_answered(asked, get, post, rice, aunt):
    placed = shop.order(rice, aunt).id

    def still_open() -> list[int]:
        mine = get(f"{shop.API}/orders/mine", by=aunt, view="open").json["items"]
        return [row["id"] for row in mine]

    assert still_open() == [placed, asked["id"]]
    step(post, asked, "decline", aunt)
    assert still_open() == [placed]


def test_the_counter_knows_until_when_it_waits_for_a_yes(asked, get, post, keeper, aunt, clock):
    assert (
        asked["confirm_until"]
        == get(f"{shop.API}/orders/{asked['id']}", by=aunt).json["confirm_until"]
    )

    step(post, asked, "confirm", aunt)
    assert get(f"{shop.API}/orders/{asked['id']}", by=keeper).json["confirm_until"] is None


def test_a_tap_on_the_telephone_places_it(asked, post, aunt, store, rice):
    told = step(post, asked, "confirm", aunt).json

    assert (told["state"], told["until"]) == ("placed", "2026-03-19")
    assert (shop.purse(aunt, store.scheme), rice.stock) == (90, 48)


def test_nobody_else_confirms_it(asked, post, keeper):
    assert step(post, asked, "confirm", keeper).status_code == 403
    assert step(post, asked, "confirm", make.person("路人")).status_code == 404


def test_what_was_confirmed_at_the_counter_is_handed_over_there(asked, post, aunt, keeper, store):
    step(post, asked, "confirm", aunt)

    path = f"{shop.API}/orders/{asked['id']}/hand_over"
    assert post(path, by=keeper, shop_id=store.id).json["state"] == "handed"


def test_half_an_hour_later_the_voucher_is_needed(asked, post, aunt, keeper, store, clock, refused):
    step(post, asked, "confirm", aunt)
    clock.forward(minutes=31)

    path = f"{shop.API}/orders/{asked['id']}/hand_over"
    refused(post(path, by=keeper, shop_id=store.id), "code_needed")


def test_before_they_said_yes_nothing_is_handed_over(asked, post, keeper, store, refused):
    path = f"{shop.API}/orders/{asked['id']}/hand_over"
    refused(post(path, by=keeper, shop_id=store.id), "not_confirmed")


def test_they_may_say_no(asked, post, aunt):
    assert step(post, asked, "decline", aunt).json["state"] == "declined"


def test_after_five_minutes_it_has_lapsed(asked, post, aunt, clock, work, refused):
    clock.forward(minutes=5)
    refused(step(post, asked, "confirm", aunt), "confirmed_too_late")

    work()
    assert db.session.get_one(Order, asked["id"]).state == "lapsed"
    refused(step(post, asked, "confirm", aunt), "confirmed_too_late")


def test_what_was_confirmed_does_not_lapse(asked, post, aunt, clock, work, get):
    step(post, asked, "confirm", aunt)
    clock.forward(minutes=6)
    work()

    assert get(f"{shop.API}/orders/{asked['id']}", by=aunt).json["state"] == "placed"


def test_a_price_that_changed_while_they_looked_is_not_paid(
    asked, post, aunt, rice, refused, store
):
    desk = make.staff()
    same = {"name": "大米", "price": 7}
    assert post(shop.path(rice, "change"), by=desk, **same).status_code == 200

    assert "7 分" in refused(step(post, asked, "confirm", aunt), "price_changed")
    assert shop.purse(aunt, store.scheme) == 100


def test_what_somebody_else_took_meanwhile_is_not_paid(asked, post, aunt, store, rice, refused):
    other = shop.buyer(store, 300, "林伯")
    for count in (20, 20, 9):
        shop.order(rice, other, count)

    assert "还剩 1 份" in refused(step(post, asked, "confirm", aunt), "sold_out")


def test_too_few_points_are_said_before_they_are_asked(look_up, redeem, store, refused):
    poor = shop.buyer(store, 3, "林伯")

    refused(redeem(look_up(occasions.own_code(poor)).json["held"]), "not_enough_points")
