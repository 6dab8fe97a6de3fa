"""柜台兑换: 我的码 asks on the telephone; a card pays a little, and more by PIN."""

import pytest

from server.core.db import db
from server.occasions.devices import Card
from server.shop.parts import Order
from tests import make, make_points
from tests import make_occasions as occasions
from tests import make_shop as shop


@pytest.fixture
def look_up(post, store, keeper):
    def look_up(code=None, by=None, at=None, **known):
        form = {"code": code} if code else {}
        return post(shop.path(at or store, "look_up"), by=by or keeper, **form, **known)

    return look_up


@pytest.fixture
def redeem(post, rice, keeper):
    def redeem(held, count=1, by=None, of=None, **form):
        of = of or rice
        form = {"held": held, "count": count, "price": of.price, "surname_matches": True} | form
        return post(shop.path(of, "redeem"), by=by or keeper, **form)

    return redeem


@pytest.fixture
def card(aunt):
    """What is printed on it."""
    occasions.card(aunt)
    return "https://jinlin.example/q/k/CARDTOKEN234567"


@pytest.fixture
def held(look_up, card):
    return look_up(card).json["held"]


@pytest.fixture
def asked(look_up, redeem, aunt):
    """Two bags, at the counter."""
    return redeem(look_up(occasions.own_code(aunt)).json["held"], 2).json


def step(post, order: dict, action: str, by):
    return post(f"{shop.API}/orders/{order['id']}/{action}", by=by)


# ---- 我的码


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


# ---- the card


def test_a_card_pays_at_once_and_the_person_is_told(redeem, held, aunt, store, get):
    told = redeem(held).json

    assert (told["state"], told["channel"]) == ("placed", "card")
    assert shop.purse(aunt, store.scheme) == 95
    assert get("/api/messages/", by=aunt).json["items"][0]["title"] == "刷卡兑换"


def test_the_surname_is_compared_first(redeem, held, refused):
    refused(redeem(held, surname_matches=False), "surname_unchecked")


def test_without_a_pin_a_card_pays_so_much_a_day(redeem, look_up, card, refused, clock):
    held = look_up(card).json["held"]
    assert redeem(held, 3).status_code == 201
    assert look_up(card).json["free_left"] == 5

    assert "今天刷卡还能换 5 分" in refused(redeem(held, 2), "pin_needed")
    assert redeem(held, 1).status_code == 201
    clock.forward(days=1)
    assert redeem(look_up(card).json["held"], 4).status_code == 201


def test_three_shops_are_not_three_times_as_much(redeem, look_up, card, store, refused):
    redeem(look_up(card).json["held"], 4)
    other = shop.open_(make.estate(of=store.area), scheme=store.scheme, name="驿站")
    clerk = shop.keeper(other)

    held = look_up(card, by=clerk, at=other).json["held"]
    refused(redeem(held, by=clerk, of=shop.goods(other)), "pin_needed")


def test_a_revoked_card_means_nobody(look_up, card, post, aunt, refused):
    card_id = db.session.scalar(db.select(Card.id))
    post(f"/api/occasions/cards/{card_id}/revoke", by=aunt)

    refused(look_up(card), "member_refused")


def test_a_card_that_is_revoked_after_its_look_up_pays_nothing(redeem, held, post, aunt, refused):
    card_id = db.session.scalar(db.select(Card.id))
    post(f"/api/occasions/cards/{card_id}/revoke", by=aunt)

    assert "作废" in refused(redeem(held), "member_refused")


def test_a_look_up_is_good_for_five_minutes(redeem, held, clock, refused):
    clock.forward(minutes=6)

    refused(redeem(held), "scan_again")


def test_a_look_up_is_good_for_whoever_did_it_where_they_did_it(redeem, held, store, refused):
    refused(redeem(held, by=shop.keeper(store, "小吴")), "scan_again")
    other = shop.goods(shop.open_(make.estate(of=store.area), scheme=store.scheme, name="驿站"))
    desk = make.staff()
    refused(redeem(held, by=desk, of=other), "scan_again")


def test_what_nobody_signed_opens_nothing(redeem, refused):
    refused(redeem("WzEsMl0.abc"), "scan_again")


def test_a_keeper_does_not_redeem_for_themselves(look_up, store, refused):
    own = shop.keeper(store, "小吴")
    make_points.filled(store.scheme, own, 10)
    refused(look_up(occasions.own_code(own), by=own), "serves_self")


# ---- the PIN


@pytest.fixture
def pin(post, aunt):
    assert post(f"{shop.API}/pin", by=aunt, pin="4071").json["is_set"]


@pytest.fixture
def prove(post, store, keeper):
    def prove(held, pin="4071"):
        return post(shop.path(store, "prove"), by=keeper, held=held, pin=pin)

    return prove


def test_with_the_pin_a_card_pays_all_there_is(redeem, held, pin, prove, aunt, store):
    proved = prove(held).json["held"]

    assert redeem(proved, 20).status_code == 201
    assert shop.purse(aunt, store.scheme) == 0


def test_what_was_paid_by_pin_does_not_count_as_free(redeem, held, pin, prove, look_up, card):
    redeem(prove(held).json["held"], 10)

    assert look_up(card).json["free_left"] == 20


def test_a_wrong_pin_opens_nothing(held, pin, prove, refused):
    refused(prove(held, "1357"), "pin_wrong")


def test_after_five_wrong_ones_a_quarter_of_an_hour_passes(held, pin, prove, refused, clock):
    for _ in range(5):
        refused(prove(held, "1357"), "pin_wrong")
    refused(prove(held), "too_many_tries", 429)


def test_then_the_right_one_opens_it(look_up, card, pin, prove, refused, clock):
    held = look_up(card).json["held"]
    for _ in range(5):
        prove(held, "1357")
    clock.forward(minutes=16)

    assert prove(look_up(card).json["held"]).status_code == 200


def test_who_has_no_pin_is_told_where_to_get_one(redeem, held, refused):
    assert "社区服务台" in refused(redeem(held, 5), "pin_needed")


def test_a_pin_is_not_four_in_a_row(post, aunt):
    for easy in ("1111", "1234", "8765"):
        assert post(f"{shop.API}/pin", by=aunt, pin=easy).status_code == 422


def test_any_desk_sets_it_and_whose_it_is_hears_of_it(post, get, aunt):
    path = f"{shop.API}/persons/{aunt.id}/pin"
    worker = make.staff()
    assert post(path, by=worker, pin="4071").json["by_desk"]
    assert get("/api/messages/", by=aunt).json["items"][0]["title"] == "兑换密码设好了"

    assert post(f"{path}/remove", by=worker).json["is_set"] is False
    assert get(f"{shop.API}/pin", by=aunt).json["is_set"] is False


def test_a_pin_is_kept_as_a_hash(pin):
    assert db.session.scalar(db.text("SELECT hash FROM pins")).startswith("$argon2id$")


# ---- the desk


def test_the_desk_orders_for_somebody_it_knows(post, look_up, redeem, aunt, store):
    worker = make.staff()
    looked = look_up(by=worker, person_id=aunt.id).json
    assert looked["on_card"] is True

    told = redeem(looked["held"], by=worker).json
    assert (told["channel"], told["state"]) == ("desk", "placed")
    paper = post(f"{shop.API}/orders/{told['id']}/print", by=worker).json["paper"]
    assert paper.startswith("/papers/vouchers/")


def test_a_keeper_looks_nobody_up_by_name(look_up, aunt):
    assert look_up(person_id=aunt.id).status_code == 403


def test_the_paper_opens_for_an_hour(post, get, placed, aunt, clock):
    paper = post(shop.path(placed, "print"), by=aunt).json["paper"]

    answer = get(paper)
    assert (answer.status_code, answer.data[:5]) == (200, b"%PDF-")
    clock.forward(minutes=61)
    assert get(paper).status_code == 410


def test_a_paper_that_was_replaced_does_not_open(post, get, placed, aunt):
    first = post(shop.path(placed, "print"), by=aunt).json["paper"]
    post(shop.path(placed, "print"), by=aunt)

    assert get(first).status_code == 404


def test_who_hands_over_prints_no_vouchers(post, placed, keeper):
    assert post(shop.path(placed, "print"), by=keeper).status_code == 403


def test_no_pin_is_no_form(post, aunt):
    assert post(f"{shop.API}/pin", by=aunt).status_code == 422
