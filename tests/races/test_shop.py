"""Many people before one shelf: nothing is sold twice, nobody pays what they do not have, and the
ledger is zero at every stop."""

from collections import Counter
from random import Random

import pytest
from sqlalchemy import text

from server.core.clock import now
from server.core.codes import step_at
from server.core.db import db
from server.points import audit, names
from server.shop import codes
from server.shop.parts import Voucher
from tests import make, make_points
from tests import make_shop as shop
from tests.races.at_the_shop import in_hands, ordering, patiently, stock

UNITS, BUYERS = 50, 500


@pytest.fixture(scope="package")
def raced(new_app):
    """A database of its own: the audit looks at all there is in it."""
    return new_app("races_of_the_shop")


@pytest.fixture(autouse=True)
def adds_up(app):
    """All accounts of each scheme are zero together, and everything else follows from postings."""
    yield
    db.session.rollback()
    sums = text("SELECT scheme_id FROM accounts GROUP BY 1 HAVING sum(balance) <> 0")
    assert db.session.execute(sums).all() == []
    assert list(audit.findings()) == []


@pytest.fixture
def rice():
    return shop.goods(shop.open_(make.community()), stock=UNITS)


def test_fifty_bags_go_to_exactly_fifty_of_five_hundred(together, rice):
    pool = make_points.pool(rice.shop.scheme, BUYERS * 5)
    buyers = [make.person(f"街坊{n}") for n in range(BUYERS)]
    for buyer in buyers:
        make_points.granted(pool, buyer, 5)
    orders = [ordering(rice, make.token(buyer)) for buyer in buyers]

    told = Counter(code for hand in together(*in_hands(orders)) for code in hand)

    assert told == {"done": UNITS, "sold_out": BUYERS - UNITS}
    assert stock(rice) == 0
    paid = sum(shop.purse(buyer, rice.shop.scheme) == 0 for buyer in buyers)
    assert paid == UNITS


def test_a_hundred_orders_at_once_spend_one_purse_once(together, rice):
    aunt = shop.buyer(rice.shop, 42)
    token = make.token(aunt)

    told = Counter(
        code for hand in together(*in_hands([ordering(rice, token)] * 100, 20)) for code in hand
    )

    assert told == {"done": 8, "not_enough_points": 92}
    assert shop.purse(aunt, rice.shop.scheme) == 2


def test_a_limit_holds_when_all_come_at_once(together, rice):
    rice.limit_count, rice.limit_days = 2, 30
    aunt = shop.buyer(rice.shop, 100)
    token = make.token(aunt)

    told = Counter(together(*[ordering(rice, token)] * 10))

    assert told == {"done": 2, "limit_reached": 8}


def test_the_same_tap_sent_ten_times_orders_once(together, rice):
    aunt = shop.buyer(rice.shop, 100)
    token, path = make.token(aunt), shop.path(rice, "order")

    def tap(web):
        while (
            answer := web.post(path, token=token, key="one-and-the-same", count=1, price=5)
        ).status_code in {409, 503}:
            pass
        return answer.json["id"]

    assert len(set(together(*[tap] * 10))) == 1
    assert stock(rice) == UNITS - 1


def test_two_counters_hand_over_once(together, rice):
    aunt = shop.buyer(rice.shop, 100)
    order = shop.order(rice, aunt)
    form = {"shop_id": rice.shop_id, "code": _soon(order)}
    path = shop.path(order, "hand_over")
    clerks = [make.token(shop.keeper(rice.shop, f"店员{n}")) for n in range(6)]

    told = Counter(
        together(
            *(
                lambda web, token=token: patiently(lambda: web.post(path, token=token, **form))
                for token in clerks
            )
        )
    )

    assert told == {"done": 1, "handed_already": 5}
    assert shop.balance(rice.shop.scheme_id, names.shop(rice.shop_id)) == 5


def test_fetched_and_cancelled_at_once_it_is_one_of_them(together, rice):
    aunt, clerk = shop.buyer(rice.shop, 100), shop.keeper(rice.shop)
    orders = [shop.order(rice, aunt) for _ in range(6)]
    of_aunt, of_clerk = make.token(aunt), make.token(clerk)

    def fetch(order):
        form = {"shop_id": rice.shop_id, "code": _soon(order)}
        path = shop.path(order, "hand_over")
        return lambda web: patiently(lambda: web.post(path, token=of_clerk, **form))

    def cancel(order):
        path = shop.path(order, "cancel")
        return lambda web: patiently(lambda: web.post(path, token=of_aunt))

    told = Counter(together(*map(fetch, orders), *map(cancel, orders)))

    assert told["done"] == 6
    handed = told["order_cancelled"], told["handed_already"]
    assert sum(handed) == 6
    assert shop.purse(aunt, rice.shop.scheme) == 100 - 5 * told["handed_already"]


def test_orders_and_cancellations_crosswise_do_not_lock_each_other_out(together, rice):
    """Two kinds of goods, two people, in every order."""
    oil = shop.goods(rice.shop, name="食用油", stock=UNITS)
    people = [shop.buyer(rice.shop, 300, f"街坊{n}") for n in range(4)]

    def busy(person, seed):
        token, chance = make.token(person), Random(seed)

        def work(web):
            told = []
            for _ in range(12):
                goods = chance.choice([rice, oil])
                order = web.post(shop.path(goods, "order"), token=token, count=1, price=5)
                told.append(order.status_code)
                if order.status_code == 201 and chance.random() < 0.6:
                    path = f"{shop.API}/orders/{order.json['id']}/cancel"
                    told.append(web.post(path, token=token).status_code)
            return told

        return work

    told = Counter(
        code for hand in together(*(busy(p, n) for n, p in enumerate(people * 2))) for code in hand
    )

    assert set(told) <= {201, 200}


def _soon(order) -> str:
    """A code of the next half minute, so that it lives as long as the race."""
    secret = db.session.get_one(Voucher, order.id).secret
    return codes.written(secret, codes.LIVE, order.id, step_at(now()) + 1)


def test_nobody_waits_for_a_shop_that_was_closed_meanwhile(together, rice):
    """Ten order while the desk closes for good: whoever comes first decides it for all."""
    desk = make.token(make.staff(at=rice.shop.area))
    buyers = [shop.buyer(rice.shop, 5, f"街坊{n}") for n in range(10)]

    def closing(web):
        return patiently(lambda: web.post(shop.path(rice.shop, "close"), token=desk))

    told = together(*[ordering(rice, make.token(buyer)) for buyer in buyers], closing)

    placed = told[:-1].count("done")
    assert told[-1] == ("still_waited" if placed else "done")
    assert stock(rice) == UNITS - placed
