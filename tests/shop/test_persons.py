"""Whose orders they are: two accounts of one person, somebody who goes; what everybody reads."""

from datetime import date

import pytest

from schemas.people_words import PersonState
from server.core.db import db
from server.people.models import Person
from server.points.models import Lot
from server.shop.parts import Order
from server.shop.service.leaving import leave_orders
from tests import make, make_points
from tests import make_shop as shop
from tests import make_tickets as tickets

SOON, LATER = date(2026, 5, 1), date(2027, 5, 1)


@pytest.fixture
def two(store):
    """One person under two accounts, with a lot in each."""
    keeper, old = make.person("林伯伯"), make.person("林伯")
    make_points.filled(store.scheme, keeper, 6, ends=LATER)
    make_points.filled(store.scheme, old, 6, ends=SOON)
    old.merged_into_id = keeper.id
    db.session.commit()
    return keeper, old


def left(*people: Person) -> list[int]:
    rows = db.session.execute(db.select(Lot.person_id, Lot.left)).all()
    found = dict(rows)
    return [found[person.id] for person in people]


def test_what_ends_soonest_pays_first_whichever_account_it_is_in(post, rice, two):
    post(shop.path(rice, "order"), by=two[0], count=2, price=5)

    assert left(*two) == [2, 0]


def test_what_was_not_handed_over_goes_back_to_what_ends_last(post, rice, two, keeper, store):
    told = post(shop.path(rice, "order"), by=two[0], count=2, price=5).json
    order = db.session.get_one(Order, told["id"])
    form = {"shop_id": store.id, "code": shop.code(order), "count": 1}

    assert post(shop.path(order, "hand_over"), by=keeper, **form).json["back_points"] == 5
    assert left(*two) == [6, 1]


def test_all_of_it_goes_back_to_both(post, rice, two):
    told = post(shop.path(rice, "order"), by=two[0], count=2, price=5).json
    post(f"{shop.API}/orders/{told['id']}/cancel", by=two[0])

    assert left(*two) == [6, 6]


def test_orders_of_the_old_account_are_theirs(get, post, store, rice, two):
    order = shop.order(rice, two[1])

    listed = get(f"{shop.API}/orders/mine", by=two[0]).json["items"]
    assert [row["id"] for row in listed] == [order.id]
    assert post(shop.path(order, "cancel"), by=two[0]).json["audience"] == "own"


def test_of_whoever_closed_their_account_no_words_are_kept(placed, post, aunt):
    post(shop.path(placed, "cancel"), by=aunt, words="家里还有")
    db.session.execute(db.update(Person).values(state=PersonState.CLOSED))
    db.session.refresh(aunt)

    leave_orders(aunt, roles=None, by=tickets.actor(aunt))

    db.session.refresh(placed)
    assert placed.reason is None


def test_what_everybody_reads_names_nobody(get, post, store, rice, aunt, keeper):
    order = shop.order(rice, aunt)
    post(shop.path(order, "hand_over"), by=keeper, shop_id=store.id, code=shop.code(order))

    for path in ("", "/goods", "/sheet"):
        words = get(f"{shop.API}/shops/{store.id}{path}").text
        assert "陈" not in words
        assert "小店员" not in words
