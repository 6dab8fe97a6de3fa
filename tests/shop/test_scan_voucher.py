"""扫兑换券: which order it is, and why a code is worth nothing."""

import pytest

from server.core.db import db
from server.shop import codes
from tests import make
from tests import make_shop as shop


@pytest.fixture
def scan(post, store, keeper):
    def scan(code, by=None, at=None):
        return post(shop.path(at or store, "scan"), by=by or keeper, code=code)

    return scan


def test_the_keeper_reads_which_order_it_is(scan, placed):
    told = scan(shop.code(placed)).json

    assert (told["order_id"], told["goods_name"], told["count"]) == (placed.id, "大米", 2)
    assert (told["name"], told["state_label"]) == ("陈**", "待领取")
    assert told["held"]


def test_a_link_is_as_good_as_the_code(scan, placed):
    assert scan(codes.link(shop.code(placed))).status_code == 200


def test_whoever_is_no_keeper_learns_no_name_and_opens_nothing(scan, placed, rice):
    told = scan(shop.code(placed), by=make.person("路人")).json

    assert (told["order_id"], told["name"], told["held"]) == (placed.id, None, None)


def test_the_code_lives_a_minute(scan, placed, clock, refused):
    shown = shop.code(placed)
    clock.forward(seconds=30)
    assert scan(shown).status_code == 200

    clock.forward(seconds=30)
    assert "截图" in refused(scan(shown), "code_expired")


def test_a_forged_code_is_said_to_be_one(scan, placed, refused):
    forged = shop.code(placed)[:-1] + "A"
    forged = forged if forged != shop.code(placed) else forged[:-1] + "B"

    refused(scan(forged), "code_forged")
    refused(scan(f"V1.999999.1.{'A' * 16}"), "code_forged")


def test_the_code_of_another_order_does_not_open_this_one(scan, placed, rice, aunt, refused):
    other = shop.order(rice, aunt)
    mixed = shop.code(other).replace(f".{other.id}.", f".{placed.id}.")

    refused(scan(mixed), "code_forged")


def test_a_voucher_of_another_shop_says_where_to_go(scan, placed, refused):
    other = shop.open_(make.community("城东社区"))

    where = refused(scan(shop.code(placed), by=shop.keeper(other), at=other), "other_shop")
    assert "浔北社区积分超市" in where


def test_a_voucher_of_another_deployment_is_said_to_be_one(scan, placed, refused):
    foreign = codes.link(shop.code(placed)).replace("jinlin.example", "jinlin.elsewhere")

    refused(scan(foreign), "other_deployment")


def test_what_is_no_voucher_is_said_to_be_none(scan, refused):
    refused(scan("https://jinlin.example/q/k/CARDTOKEN234567"), "no_voucher")


def test_of_a_used_voucher_it_is_said_when_and_by_whom(scan, post, placed, keeper, refused):
    form = {"shop_id": placed.shop_id, "code": shop.code(placed)}
    post(shop.path(placed, "hand_over"), by=keeper, **form)

    words = refused(scan(shop.code(placed)), "handed_already")
    assert words == "3月5日 09:00 在“浔北社区积分超市”领走，经手人 小**"


def test_of_a_cancelled_order_nothing_is_fetched(scan, post, placed, aunt, refused):
    post(shop.path(placed, "cancel"), by=aunt)

    refused(scan(shop.code(placed)), "order_cancelled")


def test_after_the_last_day_nothing_is_fetched(scan, placed, clock, refused):
    clock.travel_to("2026-03-20 00:01")

    refused(scan(shop.code(placed)), "order_expired")


def test_a_paper_is_good_once_it_is_printed(scan, placed, post, aunt, refused):
    refused(scan(shop.paper(placed)), "paper_replaced")
    post(shop.path(placed, "print"), by=aunt)

    assert scan(shop.paper(placed)).json["held"]


def test_a_paper_that_was_printed_anew_makes_the_first_one_worthless(scan, placed, post, refused):
    worker = make.staff()
    for _ in range(2):
        post(shop.path(placed, "print"), by=worker)

    refused(scan(shop.paper(placed, 1)), "paper_replaced")
    assert scan(shop.paper(placed, 2)).status_code == 200


def test_a_paper_does_not_turn_over(scan, placed, post, aunt, clock):
    post(shop.path(placed, "print"), by=aunt)
    clock.forward(days=3)

    assert scan(shop.paper(placed)).status_code == 200


def test_the_number_finds_the_order_and_hands_nothing_over(scan, placed):
    told = scan(placed.number).json

    assert (told["order_id"], told["held"]) == (placed.id, None)


def test_numbers_are_read_by_whoever_works_there_alone(scan, placed, refused):
    refused(scan(placed.number, by=make.person("路人")), "number_at_counter")
    refused(scan(placed.number, by=make.staff(at=make.community("城东社区"))), "number_at_counter")

    assert scan(placed.number, by=make.staff()).status_code == 200


def test_the_secret_is_not_kept_in_the_clear(placed):
    kept = db.session.scalar(db.text("SELECT secret FROM vouchers"))

    assert kept.startswith("gAAAA")


def test_a_wrong_number_is_said_to_be_one(post, store, keeper, refused):
    for wrong in ("50269999", "5026999", "12345678"):
        answer = post(shop.path(store, "scan"), by=keeper, code=wrong)
        assert "再看一遍" in refused(answer, "no_such_number")
