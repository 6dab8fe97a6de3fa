"""取消兑换: points go back to the lots they came from, and the goods to the shelf."""

from datetime import date

import pytest
from sqlalchemy import select

from server.core.db import db
from server.points.models import Lot
from server.shop.jobs import expire_orders
from tests import make, make_points
from tests import make_shop as shop


@pytest.fixture
def cancel(post, placed, aunt):
    def cancel(by=None, **form):
        return post(shop.path(placed, "cancel"), by=by or aunt, **form)

    return cancel


def lots(person) -> dict[date, int]:
    rows = select(Lot.expires_on, Lot.left).where(Lot.person_id == person.id)
    return dict(db.session.execute(rows).all())


def test_whoever_pays_takes_it_back_without_saying_why(cancel, aunt, store, rice):
    answer = cancel()

    assert answer.status_code == 200
    told = answer.json
    assert (told["state"], told["back_points"], told["actions"]) == ("cancelled", 10, [])
    assert shop.purse(aunt, store.scheme) == 100
    assert rice.stock == 50


def test_it_goes_back_to_the_same_lots(post, store, rice):
    lin = shop.buyer(store, 0, "林伯")
    soon, later = date(2026, 5, 1), date(2027, 5, 1)
    make_points.filled(store.scheme, lin, 7, ends=soon)
    make_points.filled(store.scheme, lin, 20, ends=later)
    order = shop.order(rice, lin, 2)
    assert lots(lin) == {soon: 0, later: 17}

    post(shop.path(order, "cancel"), by=lin)

    assert lots(lin) == {soon: 7, later: 20}


def test_what_has_expired_meanwhile_can_be_spent_for_thirty_days(post, store, rice, clock):
    lin = shop.buyer(store, 0, "林伯")
    make_points.filled(store.scheme, lin, 10, ends=date(2026, 3, 6))
    order = shop.order(rice, lin, 2)
    clock.forward(days=3)

    post(shop.path(order, "cancel"), by=lin)

    assert lots(lin) == {date(2026, 4, 7): 10}


def test_the_shop_says_why_and_the_person_is_told(cancel, keeper, aunt, get):
    assert cancel(by=keeper).status_code == 422

    told = cancel(by=keeper, words="这批米受潮了").json

    assert (told["audience"], told["state"], told["name"]) == ("counter", "cancelled", "陈**")
    (message,) = get("/api/messages/", by=aunt).json["items"][:1]
    assert "受潮" in message["words"]
    assert "10 分已退回" in message["words"]


def test_the_desk_may_cancel_too(cancel, rice):
    assert cancel(by=make.staff(), words="本人来说不要了").status_code == 200


def test_cancelled_twice_it_went_back_once(cancel, refused, aunt, store):
    cancel()

    refused(cancel(), "order_cancelled")
    assert shop.purse(aunt, store.scheme) == 100


def test_what_was_handed_over_is_not_cancelled(cancel, post, placed, keeper, refused):
    form = {"shop_id": placed.shop_id, "code": shop.code(placed)}
    assert post(shop.path(placed, "hand_over"), by=keeper, **form).status_code == 200

    assert "小**" in refused(cancel(), "handed_already")


def test_a_neighbour_does_not_see_it(cancel):
    assert cancel(by=make.person("邻居")).status_code == 404


def test_a_keeper_of_another_shop_does_not_see_it(cancel, store):
    other = shop.open_(make.community("城东社区"))

    assert cancel(by=shop.keeper(other), words="不要了").status_code == 404


def test_what_nobody_fetches_expires_and_points_go_back(
    placed, work, clock, aunt, store, rice, get
):
    clock.travel_to("2026-03-19 23:00")
    expire_orders(timestamp=0)
    work()
    assert placed.state == "placed"

    clock.travel_to("2026-03-20 01:30")
    expire_orders(timestamp=0)
    expire_orders(timestamp=0)
    work()

    assert placed.state == "expired"
    assert (shop.purse(aunt, store.scheme), rice.stock) == (100, 50)
    titles = [m["title"] for m in get("/api/messages/", by=aunt).json["items"]]
    assert titles.count("兑换过期了") == 1


def test_three_days_before_whoever_has_not_come_is_reminded_once(placed, work, clock, aunt, get):
    clock.travel_to("2026-03-16 01:27")
    expire_orders(timestamp=0)
    expire_orders(timestamp=0)

    titles = [m["title"] for m in get("/api/messages/", by=aunt).json["items"]]
    assert titles.count("还有兑换没领") == 1
