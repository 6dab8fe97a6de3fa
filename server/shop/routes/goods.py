"""The shelf over HTTP."""

from schemas.shop_goods import (
    GoodsChangeForm,
    GoodsForm,
    GoodsPage,
    GoodsView,
    OnShelfForm,
    ShelfForm,
)
from server.core.api import anyone
from server.shop import rules
from server.shop.present import goods as present
from server.shop.routes.api import FOUND_SHOP, ONE_GOODS, api
from server.shop.service import members, shelf

STEP = {**ONE_GOODS, "lock": True}


@api.get("/shops/<id:shop_id>/goods", **FOUND_SHOP, takes=ShelfForm, may=anyone, gives=GoodsPage,
         shows=present.goods_page, also=(403,))  # fmt: skip
def list_goods(actor, shop, form):
    """货架: what can be had for points here"""
    works = rules.manages(actor, shop.area.path) or rules.keeps(actor, shop)
    ids = members.meant(shop, form, by=actor) if actor else ()
    return shop, shelf.list_goods(shop, form, everything=works), ids


@api.post("/shops/<id:shop_id>/goods", **FOUND_SHOP, takes=GoodsForm, may=rules.add_goods,
          gives=GoodsView, shows=present.goods, status=201)  # fmt: skip
def add_goods(actor, shop, form):
    """上新: with nothing in stock yet"""
    return shelf.add_goods(shop, form, by=actor)


@api.get("/goods/<id:goods_id>", **ONE_GOODS, may=anyone)
def show_goods(actor, goods):
    """One thing on the shelf"""
    return goods


@api.post("/goods/<id:goods_id>/change", **STEP, takes=GoodsChangeForm, may=rules.change_goods)
def change_goods(actor, goods, form):
    """改商品: a new price holds for who orders from now on"""
    return shelf.change_goods(goods, form, by=actor)


@api.post("/goods/<id:goods_id>/shelve", **STEP, takes=OnShelfForm, may=rules.shelve_goods)
def shelve_goods(actor, goods, form):
    """上架, 下架"""
    return shelf.shelve_goods(goods, form, by=actor)
