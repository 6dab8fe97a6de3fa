"""How the ledger calls what is the shop's: an order on a statement, a shop on the sheet."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from server.core.db import db
from server.points import upward
from server.shop.models import Shop
from server.shop.parts import Order
from server.shop.wording import handed, instead, ordered


def orders(ids: set[int]) -> dict[int, str]:
    """What was got, and what was ordered where that is not the same: 「面粉 1 份（原来换的是大米
    2 份） · 浔北积分超市」."""
    query = select(Order, Shop.name).join(Shop, Shop.id == Order.shop_id)
    query = query.options(joinedload(Order.goods), joinedload(Order.handed_goods))
    rows = db.session.execute(query.where(Order.id.in_(ids)))
    return {order.id: f"{_order(order)} · {shop}" for order, shop in rows}


def _order(order: Order) -> str:
    was = instead(order)
    return f"{handed(order)}（{was}）" if was else ordered(order)


def shops(ids: set[int]) -> dict[int, str]:
    return dict(db.session.execute(select(Shop.id, Shop.name).where(Shop.id.in_(ids))).all())


upward.told[Order.__tablename__] = orders
upward.told[Shop.__tablename__] = shops
