"""Stock: what comes in, what is counted, what is spoiled. Each change is a row that says why.

Whoever orders changes stock last of all, by a guarded update; nobody else holds the row so long."""

from sqlalchemy import Select, text
from sqlalchemy.orm import joinedload

from schemas.shop_words import StockKind
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.paging import Page, page
from server.people.actor import Actor
from server.shop.models import Goods, StockMove
from server.shop.service.refusals import SoldOut
from server.shop.service.suppliers import supplier_of

TAKE = text("""
    UPDATE goods SET stock = stock - :count WHERE id = :goods_id AND stock >= :count
    RETURNING stock""")


class CountedMeanwhile(Refusal):
    """Somebody ordered, or counted, while this one was counting."""

    code, title = "stock_changed", "库存刚刚变了"

    def __init__(self, now: int):
        super().__init__(f"现在账上是 {now} 份，请按现在的数再核对一次")


def take_in(goods: Goods, form: dict, *, by: Actor) -> Goods:
    """进货. The caller holds the goods, as in all of these."""
    supplier = supplier_of(form["supplier_id"] or goods.supplier_id, goods.shop.scheme_id)
    move = note(goods, form["count"], StockKind.INTAKE, form["words"], by=by)
    move.supplier_id, move.cost_fen = supplier and supplier.id, form["cost_fen"]
    goods.stock += form["count"]
    return goods


def take_stock(goods: Goods, form: dict, *, by: Actor) -> Goods:
    """盘点: the difference is posted. What was counted against must still be what there is."""
    if goods.stock != form["known"]:
        raise CountedMeanwhile(goods.stock)
    if difference := form["counted"] - goods.stock:
        note(goods, difference, StockKind.STOCKTAKE, form["words"], by=by)
        goods.stock = form["counted"]
    return goods


def write_off(goods: Goods, form: dict, *, by: Actor) -> Goods:
    """报损: broken, out of date, lost."""
    if form["count"] > goods.stock:
        raise Malformed(count=f"货架上只有 {goods.stock} 份")
    note(goods, -form["count"], StockKind.SPOILED, form["words"], by=by)
    goods.stock -= form["count"]
    return goods


def note(goods: Goods, change: int, kind: StockKind, words: str = "", *, by) -> StockMove:
    move = StockMove(goods_id=goods.id, change=change, kind=kind, words=words, by_id=by.id)
    move.at = clock.now()
    db.session.add(move)
    return move


def take(goods: Goods, count: int) -> None:
    """Off the shelf for somebody; or SoldOut, which says how many are left."""
    db.session.flush()
    known = {"goods_id": goods.id, "count": count}
    if db.session.scalar(TAKE, known) is None:
        db.session.refresh(goods)
        raise SoldOut(goods.stock)


def list_stock_moves(goods: Goods, form: dict) -> Page:
    return page(_moves(goods), form, order=(StockMove.id.desc(),))


def _moves(goods: Goods) -> Select:
    named = joinedload(StockMove.by), joinedload(StockMove.supplier)
    return db.select(StockMove).where(StockMove.goods_id == goods.id).options(*named)
