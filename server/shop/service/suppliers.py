"""Suppliers: where goods come from, and what a month with each came to."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.postgresql import insert

from schemas.shop_words import StockKind
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, NotAllowed
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import area_path
from server.shop.models import Goods, Shop, StockMove, Supplier
from server.shop.parts import Order
from server.shop.rules import manages
from server.shop.service.schemes import nearest_scheme
from server.shop.service.units import check_unit


def supplier_of(supplier_id: int | None, scheme_id: int) -> Supplier | None:
    if supplier_id is None:
        return None
    row = db.session.get(Supplier, supplier_id)
    if row is None or row.scheme_id != scheme_id:
        raise Malformed(supplier_id="没有这个供应方")
    return row


def list_suppliers(query: Select, area_id: int) -> list[Supplier]:
    scheme = nearest_scheme(area_path(area_id))
    query = query.where(Supplier.scheme_id == scheme.id).order_by(Supplier.name, Supplier.id)
    return list(db.session.scalars(query))


def add_supplier(form: dict, *, by: Actor) -> Supplier:
    """Said again under the same name, it is the one that is there, as it is."""
    area = db.session.get(Area, form["area_id"])
    if area is None or not manages(by, area.path):
        raise NotAllowed
    scheme = nearest_scheme(area.path)
    check_unit(form["unit_id"], scheme.area)
    known = {"scheme_id": scheme.id, "name": form["name"]}
    saved = insert(Supplier).values(**known, unit_id=form["unit_id"])
    db.session.execute(saved.on_conflict_do_nothing())
    return db.session.scalars(select(Supplier).filter_by(**known)).one()


# ---- 月结单


def first_of(month: str | None) -> date:
    return date.fromisoformat(f"{month}-01") if month else clock.today().replace(day=1)


def within_month(column, first: date):
    """Moments of that month, on the clock of the street office."""
    after = (first + timedelta(days=31)).replace(day=1)
    return column >= _midnight(first), column < _midnight(after)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=clock.SHANGHAI).astimezone(UTC)


def supplier_statement(supplier: Supplier, form: dict) -> dict:
    """Goods of theirs, at all shops: what came in, and what was handed over."""
    first = first_of(form.get("month"))
    came, went = _came(supplier, first), _went(supplier, first)
    query = select(Goods.id, Goods.name, Shop.name).join(Shop, Shop.id == Goods.shop_id)
    called = {id: name for id, (name, *_) in went.items()}
    rows = db.session.execute(query.where(Goods.id.in_({*came, *went})).order_by(Goods.id)).all()
    items = [
        {"goods_id": id, "goods_name": called.get(id, name), "shop_name": shop}
        | dict(zip(("taken_in", "cost_fen"), came.get(id, (0, 0)), strict=True))
        | dict(zip(("handed", "points"), went.get(id, (name, 0, 0))[1:], strict=True))
        for id, name, shop in rows
    ]
    sums = {key: sum(item[key] for item in items) for key in ("cost_fen", "handed", "points")}
    named = {"supplier_id": supplier.id, "supplier_name": supplier.name}
    return named | {"month": f"{first:%Y-%m}", "items": items} | sums


def _came(supplier: Supplier, first: date) -> dict[int, tuple]:
    theirs = StockMove.supplier_id == supplier.id, StockMove.kind == StockKind.INTAKE
    cost = func.coalesce(func.sum(StockMove.cost_fen), 0)
    query = select(StockMove.goods_id, func.sum(StockMove.change), cost)
    query = query.where(*theirs, *within_month(StockMove.at, first)).group_by(StockMove.goods_id)
    return {row[0]: tuple(row[1:]) for row in db.session.execute(query)}


def _went(supplier: Supplier, first: date) -> dict[int, tuple]:
    """As it was when it went: who supplies it now, and its name now, are of no month before."""
    sums = func.sum(Order.handed_count), func.sum(Order.handed_points)
    query = select(Order.handed_goods_id, func.max(Order.handed_name), *sums)
    theirs = Order.handed_supplier_id == supplier.id
    query = query.where(theirs, *within_month(Order.handed_at, first))
    rows = db.session.execute(query.group_by(Order.handed_goods_id))
    return {row[0]: tuple(row[1:]) for row in rows}
