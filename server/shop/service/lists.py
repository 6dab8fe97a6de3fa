"""Lists of orders: one's own, and those of a counter."""

from collections.abc import Sequence

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from schemas.shop_words import PLACED, OrderState
from server.core import clock
from server.core.db import db
from server.core.paging import Key, Page, page
from server.people.actor import Actor, within
from server.shop import rules
from server.shop.models import Goods, Shop
from server.shop.parts import Order
from server.shop.service.fitness import midnight

# What the counter has just done stands first.
LAST = Key(
    func.coalesce(Order.handed_at, Order.made_at).desc(),
    lambda order: order.handed_at or order.made_at,
)


def loaded(query: Select) -> Select:
    """With everything that rows show, in the same statement."""
    goods = joinedload(Order.goods).joinedload(Goods.photo)
    named = joinedload(Order.shop).joinedload(Shop.area), goods, joinedload(Order.person)
    return query.options(*named)


def list_orders_of(ids: Sequence[int], form: dict) -> Page:
    """One's own; or of somebody whom the desk knows."""
    query = loaded(select(Order).where(Order.person_id.in_(ids)))
    if form["view"] != "all":
        wanted = (PLACED,) if form["view"] == "waiting" else OrderState.having("open")
        query = query.where(Order.state.in_(wanted))
    return page(query, form, order=(Order.id.desc(),))


def list_counter_orders(shop: Shop, form: dict) -> Page:
    """Of today: placed, asked for or handed over since midnight."""
    query = loaded(select(Order).where(Order.shop_id == shop.id))
    if form["view"] == "waiting":
        query = query.where(Order.state == PLACED)
        return page(query, form, order=(Order.id.desc(),))
    today = midnight(clock.today())
    query = query.where(or_(Order.made_at >= today, Order.handed_at >= today))
    return page(query, form, order=(LAST, Order.id.desc()))


def show_counter(shop: Shop) -> dict:
    waits = func.count().filter(Order.state == PLACED)
    handed = func.count().filter(Order.handed_at >= midnight(clock.today()))
    live = or_(Order.state == PLACED, Order.handed_at >= midnight(clock.today()))
    query = select(waits, handed).where(Order.shop_id == shop.id, live)
    return {"shop": shop} | dict(
        zip(("waiting", "handed_today"), db.session.execute(query).one(), strict=True)
    )


def waiting_orders(actor: Actor) -> int:
    """待领取 at the counters where they stand, or whose desk they are: for the 工作台."""
    desk = within(Shop.area_id, actor.paths(*rules.DESKS))
    here = select(Shop.id).where(or_(desk, rules.kept_by(actor)))
    query = select(func.count()).where(Order.state == PLACED, Order.shop_id.in_(here))
    return db.session.scalar(query)
