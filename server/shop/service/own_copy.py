"""Orders in the copy that somebody gets of what is kept about them, and when they go."""

from sqlalchemy import select, update

from schemas.people_words import PersonState
from server.core import clock
from server.core.db import db
from server.people import upward
from server.people.models import Person
from server.points import upward as points
from server.shop.models import Goods, Shop
from server.shop.parts import Order


def own_orders(ids: tuple[int, ...]) -> list[dict]:
    query = select(Order, Goods.name, Shop.name).join(Goods, Goods.id == Order.goods_id)
    query = query.join(Shop, Shop.id == Order.shop_id).where(Order.person_id.in_(ids))
    return [
        {
            "number": order.number,
            "shop": shop,
            "goods": goods,
            "count": order.count,
            "points": order.points,
            "state": order.state.label,
            "reason": order.reason,
            "made_at": clock.local(order.made_at).isoformat(timespec="seconds"),
        }
        for order, goods, shop in db.session.execute(query.order_by(Order.id))
    ]


@upward.when_gone
def forget_orders(person: Person, *, roles, by) -> None:
    """Orders stay and are counted; the words of whoever closed their account go."""
    if person.state is PersonState.CLOSED:
        mine = update(Order).where(Order.person_id == person.id)
        db.session.execute(mine.values(reason=None))


def told(ids: set[int]) -> dict[int, str]:
    """「大米 2 份 · 浔北积分超市」 on a statement."""
    query = select(Order.id, Goods.name, Order.count, Shop.name)
    query = query.join(Goods, Goods.id == Order.goods_id).join(Shop, Shop.id == Order.shop_id)
    rows = db.session.execute(query.where(Order.id.in_(ids)))
    return {id: f"{goods} {count} 份 · {shop}" for id, goods, count, shop in rows}


def named(ids: set[int]) -> dict[int, str]:
    """Shops, on the public sheet of their scheme."""
    return dict(db.session.execute(select(Shop.id, Shop.name).where(Shop.id.in_(ids))).all())


upward.copy_parts["orders"] = own_orders
points.told["orders"] = told
points.told["shops"] = named
