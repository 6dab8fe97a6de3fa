"""收支公示: what a shop's points came to, for everybody to add up. No name is in it."""

from sqlalchemy import BigInteger, cast, func, select

from schemas.shop_words import PLACED
from server.core.db import db
from server.points import names
from server.points.service import ledger
from server.shop.models import Goods, Shop
from server.shop.parts import Order


def honours(shop_ids: list[int]) -> dict[int, tuple[int, int]]:
    """By shop: how many kinds lie on the shelf, and for how many points they can be ordered."""
    worth = func.coalesce(func.sum(cast(Goods.price, BigInteger) * Goods.stock), 0)
    query = select(Goods.shop_id, func.count(), worth).where(Goods.on_shelf)
    query = query.where(Goods.shop_id.in_(shop_ids)).group_by(Goods.shop_id)
    return {shop_id: (kinds, int(points)) for shop_id, kinds, points in db.session.execute(query)}


def show_sheet(shop: Shop) -> dict:
    account = names.shop(shop.id)
    waiting = select(func.coalesce(func.sum(Order.points), 0))
    waiting = waiting.where(Order.shop_id == shop.id, Order.state == PLACED)
    return {
        "shop": shop,
        "redeemed": ledger.balances(shop.scheme_id, [account])[account],
        "waiting": db.session.scalar(waiting),
        "honours": honours([shop.id]).get(shop.id, (0, 0))[1],
        "months": _months(shop),
    }


def _months(shop: Shop) -> list[dict]:
    """What was handed over, by month on the clock of the street office and by goods."""
    wall = func.timezone("Asia/Shanghai", Order.handed_at)
    month = func.to_char(wall, "YYYY-MM").label("month")
    sums = func.sum(Order.handed_count), func.sum(Order.handed_points)
    goods_id = Order.handed_goods_id
    query = select(month, goods_id, func.max(Order.handed_name), *sums)
    query = query.where(Order.shop_id == shop.id, Order.handed_at.is_not(None))
    query = query.group_by(month, goods_id).order_by(month.desc(), goods_id)
    keys = ("month", "goods_id", "goods_name", "count", "points")
    return [dict(zip(keys, row, strict=True)) for row in db.session.execute(query)]
