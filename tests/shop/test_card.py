"""A printed card pays a little each day, for whoever has no telephone; and the desk orders too."""

from schemas.people_words import PersonState
from server.core.db import db
from server.occasions.devices import Card
from tests import make, make_points
from tests import make_occasions as occasions
from tests import make_shop as shop


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


def test_whoever_closed_their_account_since_pays_nothing(held, redeem, aunt, refused):
    aunt.state = PersonState.CLOSED
    db.session.commit()

    refused(redeem(held), "member_refused")
