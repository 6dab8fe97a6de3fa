"""What was ordered and is not fetched: points back to the lots they came from, goods back to the
shelf."""

from datetime import timedelta

from sqlalchemy import select, text

from schemas.points_words import Why
from schemas.shop_words import PLACED, StockKind
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.core.moves import Job, move
from server.messages.service import tell
from server.people.actor import Actor
from server.points import names
from server.points.service import giving_back
from server.points.service.purses import Cause
from server.shop import order_rules
from server.shop.parts import Order
from server.shop.service import stock
from server.shop.service.scanning import must_be_open

PUT_BACK = text("UPDATE goods SET stock = stock + :count WHERE id = :goods_id")
REMINDS = timedelta(days=3)


def cancel_order(order: Order, form: dict, *, by: Actor) -> Order:
    """By whoever pays, the shop or the desk. The caller holds the order."""
    must_be_open(order)
    own = order_rules.is_own(by, order)
    if not own and not form["words"]:
        raise Malformed(words="请写明为什么取消")
    order.reason = form["words"]
    _undo(order, "cancel", StockKind.BACK, by=by)
    if not own:
        words = f"“{order.goods_name}”的兑换被取消了：{order.reason}。{order.points} 分已退回。"
        _tell(order, "兑换取消了", words, "cancelled")
    return order


def call_off(order: Order, *, by) -> None:
    """Of whoever closes their account. The caller holds the order."""
    _undo(order, "cancel", StockKind.BACK, by=by)


def expire(order: Order) -> None:
    """In a job, which holds it; called twice, nothing is left to do."""
    if order.state is PLACED and order.until < clock.today():
        _undo(order, "expire", StockKind.BACK, by=Job("expire_order"))
        words = f"“{order.goods_name}”过了领取期限，{order.points} 分已退回，想要请重新兑换。"
        _tell(order, "兑换过期了", words, "expired")


def over() -> list[int]:
    late = Order.state == PLACED, Order.until < clock.today()
    return list(db.session.scalars(select(Order.id).where(*late).order_by(Order.id)))


def remind() -> None:
    """Three days before, once."""
    soon = Order.state == PLACED, Order.until == clock.today() + REMINDS
    for order in db.session.scalars(select(Order).where(*soon).order_by(Order.id)):
        last = f"{order.until.month} 月 {order.until.day} 日"
        words = f"“{order.goods_name}”请在 {last}前到“{order.shop.name}”领取，过期会退回积分。"
        _tell(order, "还有兑换没领", words, "soon")


def give_back(order: Order, amount: int, *, by, also=None, why=Why.CANCEL) -> None:
    """Out of its clearing account, to the lots that paid for it. `also`: another account that the
    caller needs afterwards, held here in its turn."""
    cause = Cause(why, f"order:{order.id}:back", {"orders": order.id}, by.id)
    also = [also] if also else []
    clearing = names.clearing(order.id)
    giving_back.give_back(order.scheme_id, clearing, cause, amount=amount, also=also)


def _undo(order: Order, action: str, kind: StockKind, *, by) -> None:
    move(order, action, by=by)
    db.session.flush()
    give_back(order, order.points, by=by)
    stock.note(order.goods, order.count, kind, by=by).order_id = order.id
    put_back(order, order.count)


def put_back(order: Order, count: int) -> None:
    """On the shelf, where it may be ordered again."""
    db.session.flush()
    db.session.execute(PUT_BACK, {"goods_id": order.goods_id, "count": count})
    db.session.expire(order.goods, ["stock"])


def _tell(order: Order, title: str, words: str, event: str) -> None:
    reason = f"order:{order.id}:{event}"
    tell(order.person_id, title, words, reason=reason, link=("order", order.id))
