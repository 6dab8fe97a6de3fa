"""Nobody takes another's points alone: who serves neither says who stands there, nor makes what
proves it; and whose points they are hears of it."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.occasions.devices import Card
from server.shop.models import ShopKeeper
from server.shop.parts import Order
from tests import make, make_points
from tests import make_occasions as occasions
from tests import make_shop as shop


@pytest.fixture
def both(store):
    """One person with the desk's role and a place at the counter."""
    worker = make.staff(display_name="小林")
    make.grant(worker, Role.SHOP_KEEPER, store.area)
    make.saved(ShopKeeper(shop_id=store.id, person_id=worker.id, by_id=worker.id))
    return worker


@pytest.fixture
def told(get):
    def told(who) -> list[str]:
        rows = get("/api/messages/", by=who).json["items"]
        return [f"{row['title']} {row['words']}" for row in rows]

    return told


def test_who_keeps_the_counter_prints_no_voucher_of_somebody_else(post, placed, both):
    assert post(shop.path(placed, "print"), by=both).status_code == 403


def test_nor_is_it_offered_to_them(get, placed, both, aunt):
    pages = f"{shop.API}/persons/{aunt.id}/orders", f"{shop.API}/shops/{placed.shop_id}/orders"
    rows = [get(page, by=both).json["items"][0] for page in pages]
    rows.append(get(f"{shop.API}/orders/{placed.id}", by=both).json)

    for row in rows:
        assert "print_voucher" not in [step["action"] for step in row["actions"]]


def test_their_own_voucher_they_print(post, rice, store, both):
    db.session.query(make.RoleGrant).delete()  # earned before they held an office
    make_points.filled(store.scheme, both, 5)
    assert post(shop.path(shop.order(rice, both), "print"), by=both).status_code == 200


def test_a_keeper_redeems_by_name_alone_for_nobody(look_up, redeem, both, aunt, store, refused):
    looked = look_up(by=both, person_id=aunt.id).json

    assert looked["free_left"] == 0
    refused(redeem(looked["held"], by=both), "pin_needed")
    assert shop.purse(aunt, store.scheme) == 100


def test_with_the_pin_of_whoever_stands_there_they_do(look_up, redeem, post, both, aunt, store):
    post(f"{shop.API}/pin", by=aunt, pin="4071")
    held = look_up(by=both, person_id=aunt.id).json["held"]
    form = {"held": held, "pin": "4071", "points": 5}

    proved = post(shop.path(store, "prove"), by=both, **form).json["held"]
    assert redeem(proved, by=both).status_code == 201


def test_a_card_pays_nothing_at_the_hands_of_who_printed_it(look_up, redeem, card, both, refused):
    db.session.query(Card).update({"printed_by_id": both.id})
    db.session.commit()

    refused(redeem(look_up(card, by=both).json["held"], by=both), "pin_needed")


def test_at_another_counter_the_desk_redeems_by_name(look_up, redeem, both, aunt, store):
    other = shop.open_(make.estate(of=store.area), scheme=store.scheme, name="驿站")

    held = look_up(by=both, at=other, person_id=aunt.id).json["held"]
    assert redeem(held, by=both, of=shop.goods(other)).status_code == 201


def test_who_set_a_pin_for_somebody_pays_nothing_with_it(look_up, post, aunt, store, refused):
    worker, colleague = make.staff(), make.staff(display_name="小王")
    post(f"{shop.API}/persons/{aunt.id}/pin", by=worker, pin="4071")

    def prove(by):
        held = look_up(by=by, person_id=aunt.id).json["held"]
        return post(shop.path(store, "prove"), by=by, held=held, pin="4071", points=100)

    refused(prove(worker), "pin_set_by_you")
    assert prove(colleague).status_code == 200


def test_what_somebody_else_prints_is_told_and_what_one_prints_oneself_is_not(
    post, placed, aunt, told
):
    post(shop.path(placed, "print"), by=aunt)
    assert "兑换券" not in told(aunt)[0]

    post(shop.path(placed, "print"), by=make.staff())
    assert "小林替您打印了“大米 2 份”的兑换券" in told(aunt)[0]


def test_a_hand_over_is_told_in_any_case(hand, aunt, told):
    assert hand().status_code == 200

    words, *_ = told(aunt)
    assert "兑换已领取" in words
    assert "大米 2 份，用了 10 分。" in words


def test_the_counter_reads_half_a_name_on_the_receipt(hand, placed, keeper, aunt, monkeypatch):
    from server.shop.service import vouchers
    from tests.make_tickets import actor

    hand()
    monkeypatch.setattr(vouchers, "receipt_pdf", lambda paper: paper.person)

    assert vouchers.print_receipt(placed, by=actor(keeper)) == "陈**"
    assert vouchers.print_receipt(placed, by=actor(aunt)) == "陈阿姨"


def test_what_a_look_up_opens_says_nothing_to_whoever_holds_it(look_up, card):
    from base64 import urlsafe_b64decode

    held = look_up(card).json["held"]

    assert b"card" not in urlsafe_b64decode(held.split(".")[0] + "===")


def test_one_question_at_a_time_is_asked_of_a_telephone(look_up, redeem, aunt, post, refused):
    held = look_up(occasions.own_code(aunt)).json["held"]
    asked = redeem(held, 2).json["id"]
    refused(redeem(held, 1), "still_asked")
    assert db.session.query(Order).count() == 1

    post(f"{shop.API}/orders/{asked}/decline", by=aunt)
    assert redeem(held, 1).json["state"] == "asked"


def test_what_was_not_answered_in_time_is_asked_again(look_up, redeem, aunt, clock):
    redeem(look_up(occasions.own_code(aunt)).json["held"], 2)
    clock.forward(minutes=5)

    again = look_up(occasions.own_code(aunt)).json["held"]
    assert redeem(again, 2).status_code == 201
