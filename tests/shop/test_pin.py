"""兑换密码: four digits, five tries, kept as a hash."""

import pytest

from server.core.db import db
from tests import make
from tests import make_occasions as occasions
from tests import make_shop as shop


@pytest.fixture
def pin(post, aunt):
    assert post(f"{shop.API}/pin", by=aunt, pin="4071").json["is_set"]


@pytest.fixture
def prove(post, store, keeper):
    def prove(held, pin="4071", points=100):
        return post(shop.path(store, "prove"), by=keeper, held=held, pin=pin, points=points)

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


def test_no_pin_is_no_form(post, aunt):
    assert post(f"{shop.API}/pin", by=aunt).status_code == 422


def test_a_pin_typed_once_pays_one_order(redeem, held, pin, prove, refused, aunt, store):
    proved = prove(held, points=20).json["held"]

    assert redeem(proved, 4).status_code == 201
    refused(redeem(proved, 4), "pin_used")
    assert shop.purse(aunt, store.scheme) == 80


def test_a_pin_is_typed_for_so_many_points_and_no_more(redeem, held, pin, prove, refused):
    proved = prove(held, points=20).json["held"]

    refused(redeem(proved, 5), "pin_for_less")
    assert redeem(proved, 3).status_code == 201


def test_ten_mistakes_a_day_are_all(look_up, card, pin, prove, clock):
    tried = 0
    for _ in range(40):
        held = look_up(card).json["held"]
        while prove(held, "1357").status_code == 409:
            tried += 1
        clock.forward(minutes=15, seconds=1)

    assert tried == 10


def test_who_types_it_right_is_not_counted(look_up, card, pin, prove):
    told = [prove(look_up(card).json["held"]).status_code for _ in range(25)]

    assert set(told) == {200}


def test_a_keeper_guesses_at_no_more_than_twenty_a_day(look_up, store, prove, clock):
    tried = 0
    for n in range(6):
        occasions.card(make.person(f"街坊{n}"), f"CARDTOKEN00000{n + 2}")
        held = look_up(f"https://jinlin.example/q/k/CARDTOKEN00000{n + 2}").json["held"]
        while prove(held, "1357").status_code == 409:
            tried += 1

    assert tried == 20


def test_whose_pin_it_is_hears_of_the_fifth_mistake(held, pin, prove, aunt, get):
    for _ in range(4):
        prove(held, "1357")
    told, *_ = get("/api/messages/", by=aunt).json["items"]
    assert "兑换密码" not in told["title"]

    prove(held, "1357")
    told, *_ = get("/api/messages/", by=aunt).json["items"]
    assert (told["title"], "连着 5 次" in told["words"]) == ("兑换密码输错多次", True)
