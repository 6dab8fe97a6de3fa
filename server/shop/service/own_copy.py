"""Orders in the copy that somebody gets of what is kept about them."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.people import upward
from server.shop.models import Shop
from server.shop.parts import Order


def own_orders(ids: tuple[int, ...]) -> list[dict]:
    query = select(Order, Shop.name).join(Shop, Shop.id == Order.shop_id)
    query = query.where(Order.person_id.in_(ids))
    return [
        {
            "number": order.number,
            "shop": shop,
            "goods": order.goods_name,
            "count": order.count,
            "points": order.points,
            "state": order.state.label,
            "reason": order.reason,
            "made_at": clock.local(order.made_at).isoformat(timespec="seconds"),
        }
        for order, shop in db.session.execute(query.order_by(Order.id))
    ]


upward.copy_parts["orders"] = own_orders
