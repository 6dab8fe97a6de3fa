"""How the ledger calls what is the shop's: an order on a statement, a shop on the sheet."""

from sqlalchemy import select

from server.core.db import db
from server.points import upward
from server.shop.models import Shop
from server.shop.parts import Order


def orders(ids: set[int]) -> dict[int, str]:
    """「大米 2 份 · 浔北积分超市」"""
    query = select(Order.id, Order.goods_name, Order.count, Shop.name)
    query = query.join(Shop, Shop.id == Order.shop_id)
    rows = db.session.execute(query.where(Order.id.in_(ids)))
    return {id: f"{goods} {count} 份 · {shop}" for id, goods, count, shop in rows}


def shops(ids: set[int]) -> dict[int, str]:
    return dict(db.session.execute(select(Shop.id, Shop.name).where(Shop.id.in_(ids))).all())


upward.told[Order.__tablename__] = orders
upward.told[Shop.__tablename__] = shops
