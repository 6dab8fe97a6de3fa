"""An order is placed: the purse is held, points go to the clearing account of the order, and last
of all the shelf is touched, so that of two orders of the same goods the second waits the least.

The statements are written out and built once: this road is measured (make bench)."""

from collections.abc import Sequence
from datetime import timedelta
from secrets import token_urlsafe
from typing import NamedTuple

from sqlalchemy import text

from schemas.points_words import Why
from schemas.shop_words import PLACED, OrderChannel
from server.core import clock
from server.core.crypto import seal
from server.core.db import db
from server.core.numbers import checked
from server.people.actor import Actor
from server.points import names
from server.points.service import ledger, purses
from server.points.service.purses import Cause
from server.shop.models import Goods
from server.shop.parts import Order
from server.shop.service import fitness
from server.shop.service.refusals import GoodsChanged, SoldOut

NEXT = text("SELECT nextval('orders_id_seq'), nextval('order_numbers')")
# The guard is the last word on what it is, its price, shelf and stock. The goods row is changed
# before rows that refer to it are checked: locked by its own transaction it needs no second lock.
GONE = """
    WITH gone AS (
        UPDATE goods SET stock = stock - :count
        WHERE id = :goods_id AND stock >= :count AND on_shelf AND price = :price
          AND version = :version
        RETURNING id, name
    )"""
REST = """, taken AS (
        INSERT INTO stock_moves (goods_id, change, kind, words, order_id, by_id, at)
        SELECT id, -:count, 'order', '', :id, :entered_by_id, :now FROM gone
    ), signed AS (
        INSERT INTO vouchers (order_id, secret, papers) SELECT :id, :secret, 0 FROM gone
    )
    SELECT count(*) FROM gone"""
WRITE = text(f"""{GONE}, made AS (
        INSERT INTO orders (id, number, scheme_id, shop_id, goods_id, goods_name, count, price,
            points, person_id, entered_by_id, channel, proof, state, made_at, placed_at, until)
        SELECT :id, :number, :scheme_id, :shop_id, id, name, :count, :price,
            :points, :person_id, :entered_by_id, :channel, :proof, 'placed', :now, :now, :until
        FROM gone
    ), noted AS (
        INSERT INTO moves (subject_kind, subject_id, action, after, actor_kind, actor_id,
            actor_name, on_behalf_of_id, channel, known, moved_at)
        SELECT 'orders', :id, 'place', 'placed', 'person', :entered_by_id, '', :behalf, :channel,
            '{{}}', :now FROM gone
    ){REST}""")
TAKE = text(f"{GONE}{REST}")


class Buyer(NamedTuple):
    """Who pays, who entered it, and how. `ids`: of the purses; the first bears the order."""

    ids: Sequence[int]
    entered_by: Actor
    channel: OrderChannel = OrderChannel.APP
    proof: str | None = None


def place_order(goods: Goods, form: dict, *, by: Actor) -> Order:
    """On one's own telephone."""
    return place(
        goods, form["count"], form["price"], Buyer(by.ids, by), version=form.get("version")
    )


def place(
    goods: Goods, count: int, price: int, buyer: Buyer, *, version: int | None = None, also=None
) -> Order:
    """The order is written down by one statement and no row of the session. `also(order)` refuses
    for what only the caller knows; the purse is held by then."""
    fitness.must_be_on_offer(goods, price, version)
    order = _order(goods, count, price, buyer)
    there = _hold(order, buyer.ids)
    if also:
        also(order)
    fitness.must_be_for(goods, buyer.ids, count)
    fitness.must_have(goods, buyer.ids, there, order.points)
    _pay(order, buyer.ids, buyer.entered_by)
    behalf = order.person_id if order.person_id != order.entered_by_id else None
    _touch_shelf(WRITE, goods, _row(order) | {"behalf": behalf, "version": goods.version})
    return order


def complete(order: Order, ids: Sequence[int], *, by: Actor) -> None:
    """Of one that was asked for, and is agreed to now. The caller holds it and has moved it."""
    fitness.must_be_on_offer(order.goods, order.price)
    if order.goods.name != order.goods_name:
        raise GoodsChanged(order.goods)
    there = _hold(order, ids)
    fitness.must_be_for(order.goods, ids, order.count)
    fitness.must_have(order.goods, ids, there, order.points)
    order.placed_at, order.until = clock.now(), last_day(order.shop.fetch_days)
    db.session.flush()
    _pay(order, ids, by)
    known = {"id": order.id, "count": order.count, "price": order.price}
    known |= {"entered_by_id": order.entered_by_id, "goods_id": order.goods_id}
    known["version"] = order.goods.version
    _touch_shelf(TAKE, order.goods, known | {"secret": _secret(), "now": order.placed_at})


def last_day(fetch_days: int):
    return clock.today() + timedelta(days=fetch_days)


def _order(goods: Goods, count: int, price: int, buyer: Buyer) -> Order:
    """Not of the session: nothing writes it but WRITE."""
    order_id, serial = db.session.execute(NEXT).one()
    shop, now = goods.shop, clock.now()
    known = {"id": order_id, "number": checked(serial), "goods": goods, "shop": shop}
    known |= {"goods_id": goods.id, "shop_id": shop.id, "scheme_id": shop.scheme_id}
    known |= {"count": count, "price": price, "points": count * price, "proof": buyer.proof}
    known["goods_name"] = goods.name
    known |= {"person_id": buyer.ids[0], "entered_by_id": buyer.entered_by.id}
    known |= {"channel": buyer.channel, "state": PLACED, "made_at": now, "placed_at": now}
    return Order(**known, until=last_day(shop.fetch_days))


def _row(order: Order) -> dict:
    names_of = """id number scheme_id shop_id goods_id count price points person_id entered_by_id
        channel proof until"""
    row = {name: getattr(order, name) for name in names_of.split()}
    return row | {"now": order.placed_at, "secret": _secret()}


def _hold(order: Order, ids: Sequence[int]) -> int:
    """The clearing account of the order, and the purses; what is in those."""
    own = [names.purse(id) for id in ids]
    there = ledger.hold(order.scheme_id, names.clearing(order.id), *own)
    return sum(there[name] for name in own)


def _pay(order: Order, ids: Sequence[int], by: Actor) -> None:
    cause = Cause(Why.ORDER, f"order:{order.id}", {"orders": order.id}, by.id)
    purses.pay(order.scheme_id, ids, order.points, names.clearing(order.id), cause)


def _touch_shelf(statement, goods: Goods, known: dict) -> None:
    if db.session.scalar(statement, known):
        return
    db.session.refresh(goods)
    fitness.must_be_on_offer(goods, known["price"], known["version"])
    raise SoldOut(goods.stock)


def _secret() -> str:
    return seal(token_urlsafe(24))
