"""What is over: a shop that was closed, an account that was."""

import pytest

from schemas.people_words import PersonState
from server.core.db import db
from server.people import leaving
from server.shop.parts import Order
from tests import make
from tests import make_occasions as occasions
from tests import make_shop as shop
from tests.make_tickets import actor


@pytest.fixture
def close(aunt):
    """As they do it themselves, after their proof."""

    def close():
        aunt.state = PersonState.CLOSED
        leaving.leave_all(aunt, by=actor(aunt))
        db.session.commit()

    return close


def test_the_sheet_of_a_closed_shop_stays_public(hand, post, get, store):
    hand()
    desk = make.administrator()
    assert post(shop.path(store, "close"), by=desk).status_code == 200

    assert get(f"{shop.API}/shops/{store.id}").status_code == 404
    assert get(shop.path(store, "sheet")).json["redeemed"] == 10


def test_nothing_is_put_on_the_shelf_of_a_closed_shop(post, rice, store, refused):
    desk = make.administrator()
    post(shop.path(store, "close"), by=desk)

    refused(post(shop.path(rice, "shelve"), by=desk, on_shelf=True), "shop_closed")


def test_a_shelf_full_of_dear_things_is_still_shown(get, store):
    for n in range(2):
        shop.goods(store, name=f"彩电{n}", price=100_000, stock=100_000)

    listed = get(f"{shop.API}/shops", area_id=store.area_id).json["items"]
    assert [row["honours"] for row in listed] == [2 * 10**10]
    assert get(shop.path(store, "sheet")).json["honours"] == 2 * 10**10


def test_who_closes_their_account_leaves_nothing_to_be_fetched(
    close, placed, post, keeper, store, rice, aunt, refused
):
    post(shop.path(placed, "print"), by=aunt)
    close()

    form = {"shop_id": store.id, "code": shop.paper(placed)}
    refused(post(shop.path(placed, "hand_over"), by=keeper, **form), "order_cancelled")
    assert (rice.stock, shop.purse(aunt, store.scheme)) == (50, 100)


def test_what_they_were_asked_about_is_asked_no_more(close, look_up, redeem, aunt):
    asked = redeem(look_up(occasions.own_code(aunt)).json["held"]).json["id"]
    close()

    assert db.session.get_one(Order, asked).state == "declined"


def test_leaving_twice_cancels_once(close, placed, store, aunt):
    close()
    close()

    assert shop.purse(aunt, store.scheme) == 100
