"""交货: what was ordered is handed over, all of it, fewer, or something else instead; its points go
to the shop, and what is not used for it goes back to the lots it came from."""

from datetime import timedelta
from typing import NamedTuple

from schemas.points_words import Why
from schemas.shop_words import StockKind
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.core.moves import move
from server.messages.service import tell
from server.people.actor import Actor
from server.people.aliases import everybody
from server.points import names
from server.points.service import ledger
from server.points.service.ledger import Entry
from server.shop.models import Goods
from server.shop.parts import Order
from server.shop.service import fitness, held, returning, scanning, stock
from server.shop.service.held import HeldOrder
from server.shop.service.refusals import (
    CodeForged,
    CodeNeeded,
    Dearer,
    NotAgreed,
    NothingHanded,
    OtherShop,
    ServesSelf,
)
from server.shop.wording import handed

JUST_NOW = timedelta(minutes=30)  # whoever ordered at this counter still stands there


class Given(NamedTuple):
    """What goes over the counter."""

    goods: Goods
    count: int
    points: int


def hand_over_order(order: Order, form: dict, *, by: Actor) -> Order:
    """The caller holds the order: of two counters the second reads that it is done."""
    if form["shop_id"] != order.shop_id:
        raise OtherShop(order.shop)
    scanning.must_be_open(order)
    if order.person_id in by.ids:
        raise ServesSelf
    _must_be_proved(order, form["code"], by=by)
    given = _given(order, form)
    move(order, "hand_over", by=by, goods_id=given.goods.id, count=given.count)
    order.handed_at, order.handed_by_id = clock.now(), by.id
    order.handed_goods_id, order.handed_count = given.goods.id, given.count
    same = given.goods.id == order.goods_id
    order.handed_name = order.goods_name if same else given.goods.name
    order.handed_supplier_id = given.goods.supplier_id
    order.handed_points = given.points
    db.session.flush()
    db.session.expire(order, ["handed_goods", "handed_by"])
    _settle(order, by=by)
    _write_down(order, given, gone=form["gone"], by=by)
    _tell(order)
    return order


def _must_be_proved(order: Order, sent: str | None, *, by: Actor) -> None:
    """By the voucher, scanned now or within five minutes; not needed for what was agreed to here a
    moment ago."""
    if sent is None:
        there = order.channel.has("there") and clock.now() - order.placed_at <= JUST_NOW
        if not there:
            raise CodeNeeded
        return
    opened = held.read(sent, HeldOrder, order.shop, by)
    if opened is None:
        code, meant = scanning.known_by(sent)
        scanning.must_be_good(code, meant)
        same = meant.id
    else:
        same = opened.order_id
        if opened.paper:
            scanning.must_be_last(opened.paper, order)
    if same != order.id:
        raise CodeForged("这张券是另一份兑换的，请核对号码")


def _given(order: Order, form: dict) -> Given:
    count = form["count"] or order.count
    if form["substitute_id"] is None:
        if count > order.count:
            raise NothingHanded(order.count)
        return Given(order.goods, count, order.price * count)
    goods = db.session.get(Goods, form["substitute_id"])
    if goods is None or goods.shop_id != order.shop_id or goods.id == order.goods_id:
        raise Malformed(substitute_id="请选这家店的另一样东西")
    if not form["agreed"]:
        raise NotAgreed
    fitness.must_lie_there(goods, form["price"])
    if goods.price * count > order.points:
        raise Dearer(order.points)
    _must_be_for(goods, order, count)
    return Given(goods, count, goods.price * count)


def _must_be_for(goods: Goods, order: Order, count: int) -> None:
    """Something else keeps the limits of an order. The purses are held, as while ordering; what may
    be locked after them is locked in its turn."""
    ids = everybody(order.person_id)
    purses = [names.purse(id) for id in ids]
    ledger.hold(order.scheme_id, names.clearing(order.id), names.EXPIRED, *purses)
    fitness.must_be_for(goods, ids, count)


def _settle(order: Order, *, by: Actor) -> None:
    """Clearing → shop; the rest, if any, back to the same lots first."""
    if order.handed_points < order.points:
        rest = order.points - order.handed_points
        returning.give_back(order, rest, by=by, also=names.shop(order.shop_id), why=Why.LESS)
    source, target = names.clearing(order.id), names.shop(order.shop_id)
    reason, known = f"order:{order.id}:hand_over", {"orders": order.id}
    entry = Entry(source, target, order.handed_points, Why.HAND_OVER, reason, known)
    ledger.post(order.scheme_id, entry, by=by.id)


def _write_down(order: Order, given: Given, *, gone: bool, by: Actor) -> None:
    """What was not given goes back on the shelf; what was not there is no stock: it comes back on
    paper, and is written off at once."""
    same = given.goods.id == order.goods_id
    left = order.count - given.count if same else order.count
    if left:
        stock.note(order.goods, left, StockKind.BACK, by=by).order_id = order.id
    if left and gone:
        row = stock.note(order.goods, -left, StockKind.STOCKTAKE, "交货时没有货", by=by)
        row.order_id = order.id
    elif left:
        returning.put_back(order, left)
    if not same:
        row = stock.note(given.goods, -given.count, StockKind.SUBSTITUTE, by=by)
        row.order_id = order.id
        stock.take(given.goods, given.count)


def _tell(order: Order) -> None:
    """Always: whoever did not fetch it hears that somebody has."""
    back = order.points - order.handed_points
    more = f"退回 {back} 分。" if back else ""
    words = f"在“{order.shop.name}”领到的是{handed(order)}，"
    words = f"{words}用了 {order.handed_points} 分。{more}不是您或您托的人领的，请告诉社区。"
    reason = f"order:{order.id}:handed"
    tell(order.person_id, "兑换已领取", words, reason=reason, link=("order", order.id))
