"""The shelf: what can be had for points."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from schemas.shop_words import ShopState
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed
from server.core.paging import Page, page
from server.files.models import File
from server.people.actor import Actor
from server.shop.models import Goods, Shop
from server.shop.service.keepers import ShopClosed
from server.shop.service.suppliers import supplier_of

# Whoever orders has agreed to these as they were shown: a change is another version.
SHOWN = ("price", "name", "words")


def loaded(query: Select) -> Select:
    return query.options(joinedload(Goods.photo), joinedload(Goods.supplier))


def list_goods(shop: Shop, form: dict, *, everything: bool) -> Page:
    query = loaded(select(Goods).where(Goods.shop_id == shop.id))
    if not (everything and form["view"] == "all"):
        query = query.where(Goods.on_shelf)
    return page(query, form, order=(Goods.id,))


def add_goods(shop: Shop, form: dict, *, by: Actor) -> Goods:
    """With nothing in stock: that comes in by intake."""
    if shop.state is ShopState.CLOSED:
        raise ShopClosed
    supplier_of(form["supplier_id"], shop.scheme_id)
    _attach(form["photo_id"], by=by)
    goods = Goods(shop_id=shop.id, stock=0, **form)
    db.session.add(goods)
    db.session.flush()
    record("add_goods", goods, by=by, price=goods.price)
    return goods


def change_goods(goods: Goods, form: dict, *, by: Actor) -> Goods:
    """Who ordered at the price before pays that one. The caller holds the goods."""
    supplier_of(form["supplier_id"], goods.shop.scheme_id)
    if form["photo_id"] != goods.photo_id:
        _attach(form["photo_id"], by=by)
    if any(form[name] != getattr(goods, name) for name in SHOWN):
        goods.version += 1
    for name, value in form.items():
        setattr(goods, name, value)
    db.session.flush()
    db.session.expire(goods, ["photo", "supplier"])
    record("change_goods", goods, by=by, price=goods.price, version=goods.version)
    return goods


def shelve_goods(goods: Goods, form: dict, *, by: Actor) -> Goods:
    if form["on_shelf"] and goods.shop.state is ShopState.CLOSED:
        raise ShopClosed
    goods.on_shelf = form["on_shelf"]
    record("shelve_goods", goods, by=by, on_shelf=goods.on_shelf)
    return goods


def _attach(photo_id: int | None, *, by: Actor) -> None:
    """Only one's own, and each once."""
    if photo_id is None:
        return
    unused = File.attached_at.is_(None), File.kind == "picture"
    query = select(File).where(File.id == photo_id, File.sent_by_id == by.id, *unused)
    photo = db.session.scalar(query.with_for_update())
    if photo is None:
        raise Malformed("照片没有传上来，请重新添加", photo_id="请重新添加")
    photo.attached_at = clock.now()
