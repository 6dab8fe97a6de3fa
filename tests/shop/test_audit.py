"""查账 of the shop: what was lived through adds up, and each tampering is named."""

import re

import pytest
from sqlalchemy import text

from server.core.db import db
from server.points import audit
from tests import make_shop as shop
from tests.points.tamperings import Tampering

REPLICA = text("SET LOCAL session_replication_role = replica")
TAMPERINGS = [
    Tampering(
        "stock is raised", "UPDATE goods SET stock = stock + 5 WHERE id = {rice}",
        r"goods {rice} \(大米\): \d\d in stock, its moves say \d+",
    ),
    Tampering(
        "a stock move is taken away", "DELETE FROM stock_moves WHERE order_id = {placed}",
        r"order {placed}: 2 of goods {rice} while placed, stock moves say 0",
    ),
    Tampering(
        "an order is made to be handed over", """UPDATE orders SET state = 'handed',
            handed_at = now(), handed_goods_id = goods_id, handed_count = count,
            handed_points = points WHERE id = {placed}""",
        r"order {placed}: handed, 10 points; its clearing account has 10",
    ),
    Tampering(
        "an order is taken away", "DELETE FROM orders WHERE id = {placed}",
        r"account clearing:{placed} of scheme {scheme}: there is no such order",
    ),
    Tampering(
        "a handed order is cancelled afterwards", """UPDATE orders SET state = 'cancelled',
            handed_at = NULL WHERE id = {handed}""",
        r"order {handed}: cancelled; of 5 points 5 were paid, 0 went back, 5 to the shop",
    ),
    Tampering(
        "the points of an order are lowered", """
        ALTER TABLE orders DROP CONSTRAINT ck_orders_points;
        ALTER TABLE orders DROP CONSTRAINT ck_orders_handed_points;
        UPDATE orders SET points = 1 WHERE id = {handed}""",
        r"order {handed}: 1 points are not 1 of 5 each",
    ),
    Tampering(
        "the account of a shop is raised",
        "UPDATE accounts SET balance = balance + 5 WHERE name = 'shop:{store}'",
        r"shop {store} \(.*\): its account has 19, its orders say 14",
    ),
    Tampering(
        "a shop that is none gets an account",
        "INSERT INTO accounts VALUES ({scheme}, 'shop:999999', 'shop', 0)",
        r"account shop:999999 of scheme {scheme}: there is no such shop",
    ),
    Tampering(
        "an order is of another shop", "UPDATE orders SET shop_id = {other} WHERE id = {placed}",
        r"order {placed} of scheme {scheme}: its shop {other} is of another",
    ),
    Tampering(
        "a cancelled order is brought back",
        "UPDATE orders SET state = 'placed' WHERE id = {cancelled}",
        r"order {cancelled}: placed, but its moves say cancelled",
    ),
    Tampering(
        "a voucher is taken away", "DELETE FROM vouchers WHERE order_id = {placed}",
        r"order {placed}: placed without a voucher",
    ),
    Tampering(
        "stock goes below zero", """ALTER TABLE goods DROP CONSTRAINT ck_goods_stock;
        UPDATE goods SET stock = -1 WHERE id = {rice}""",
        r"goods {rice} \(大米\): stock -1, price 5",
    ),
]  # fmt: skip


@pytest.fixture
def ids(store, rice, aunt, keeper, placed, post):
    """One of each: waiting, handed over in part, handed over as something else, cancelled."""
    flour = shop.goods(store, name="面粉", price=4)
    cancelled, handed = shop.order(rice, aunt), shop.order(rice, aunt)
    partly, swapped = shop.order(rice, aunt, 2), shop.order(rice, aunt)
    post(shop.path(cancelled, "cancel"), by=aunt)
    swap = {"substitute_id": flour.id, "price": 4, "agreed": True}
    for order, more in ((handed, {}), (partly, {"count": 1}), (swapped, swap)):
        form = {"shop_id": store.id, "code": shop.code(order)} | more
        assert post(shop.path(order, "hand_over"), by=keeper, **form).status_code == 200
    other = shop.open_(store.area, name="另一家", scheme=store.scheme)
    known = {"store": store, "rice": rice, "placed": placed, "cancelled": cancelled}
    known |= {"handed": handed, "other": other, "scheme": store.scheme}
    return {name: row.id for name, row in known.items()}


def test_what_was_lived_through_adds_up(ids):
    assert list(audit.findings()) == []


@pytest.mark.usefixtures("untidy")
@pytest.mark.parametrize("done", TAMPERINGS, ids=lambda done: done.what)
def test_each_tampering_is_named(ids, done):
    db.session.execute(REPLICA)
    for statement in done.sql.format(**ids).split(";"):
        db.session.connection().exec_driver_sql(statement)

    named = re.sub(r"\{([a-z]+)\}", lambda name: str(ids[name[1]]), done.named)
    lines = list(audit.findings())
    assert [line for line in lines if re.search(named, line)], "\n".join(lines) or "nothing found"
