"""Shops: opened, changed, paused, closed; those around somebody."""

from sqlalchemy import Select, exists, func, select, update
from sqlalchemy.orm import joinedload

from server.core.audit import record
from server.core.db import db
from server.core.errors import NotAllowed, Refusal
from server.core.moves import begin, move
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import around
from server.points import names
from server.points.service import ledger
from server.shop.models import Goods, Shop
from server.shop.parts import Order
from server.shop.rules import manages
from server.shop.service import keepers
from server.shop.service.schemes import nearest_scheme
from server.shop.service.units import check_unit


class StillWaited(Refusal):
    """Whoever ordered comes to a closed door."""

    code, title = "still_waited", "还有没领的兑换"

    def __init__(self, count: int):
        super().__init__(f"还有 {count} 份没有领走。请先暂停兑换，领完或取消以后再停办")


def loaded(query: Select) -> Select:
    named = joinedload(Shop.scheme), joinedload(Shop.area), joinedload(Shop.unit)
    return query.options(*named)


def list_shops(query: Select, area_id: int) -> list[Shop]:
    query = loaded(query.where(around(Shop.area_id, area_id)))
    return list(db.session.scalars(query.order_by(Shop.state, Shop.id)))


def list_my_shops(query: Select) -> list[Shop]:
    """At whose counter whoever asks may stand."""
    return list(db.session.scalars(loaded(query).order_by(Shop.id)))


def make_shop(form: dict, *, by: Actor) -> Shop:
    area = db.session.get(Area, form["area_id"])
    if area is None or not manages(by, area.path):
        raise NotAllowed
    check_unit(form["unit_id"], area)
    shop = Shop(scheme_id=nearest_scheme(area.path).id, **form)
    begin(shop, "make", by=by)
    ledger.open_accounts(shop.scheme_id, names.shop(shop.id))
    record("make_shop", shop, by=by)
    return shop


def change_shop(shop: Shop, form: dict, *, by: Actor) -> Shop:
    check_unit(form["unit_id"], shop.area)
    for name, value in form.items():
        setattr(shop, name, value)
    db.session.flush()
    db.session.expire(shop, ["unit"])
    record("change_shop", shop, by=by)
    return shop


class NotReady(Refusal):
    """Whoever comes finds nobody, or nothing."""

    code, title = "not_ready", "还不能开张"

    def __init__(self, lacks: list[str]):
        super().__init__(f"{'、'.join(lacks)}。补上以后再点“开张”")


def launch_shop(shop: Shop, *, by: Actor) -> Shop:
    there = exists().where(Goods.shop_id == shop.id, Goods.on_shelf, Goods.stock > 0)
    lacks = [] if keepers.list_keepers(shop) else ["还没有店员"]
    lacks += [] if db.session.scalar(select(there)) else ["货架上还没有东西"]
    if lacks:
        raise NotReady(lacks)
    move(shop, "launch", by=by)
    return shop


def pause_shop(shop: Shop, *, by: Actor) -> Shop:
    """Nothing new is ordered; what was ordered is still fetched."""
    move(shop, "pause", by=by)
    return shop


def open_shop(shop: Shop, *, by: Actor) -> Shop:
    move(shop, "open", by=by)
    return shop


def close_shop(shop: Shop, *, by: Actor) -> Shop:
    """For good. Its sums stay to be read; its keepers' roles end. The shelf first: an order that is
    being placed holds its goods, so it is either counted here or finds them gone."""
    db.session.execute(update(Goods).where(Goods.shop_id == shop.id).values(on_shelf=False))
    if waiting := waiting_count(shop.id):
        raise StillWaited(waiting)
    move(shop, "close", by=by)
    keepers.end_all(shop, by=by)
    record("close_shop", shop, by=by)
    return shop


def waiting_count(*shop_ids: int) -> int:
    waits = Order.shop_id.in_(shop_ids), Order.state == "placed"
    return db.session.scalar(select(func.count()).where(*waits))
