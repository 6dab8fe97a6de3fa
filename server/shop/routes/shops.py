"""Shops over HTTP: those around, one of them, opened and closed, and who stands there."""

from schemas.shop import (
    AskedView,
    KeeperForm,
    KeeperList,
    KeeperView,
    ShopChangeForm,
    ShopForm,
    ShopList,
    ShopsForm,
    ShopView,
)
from server.core.api import anyone
from server.shop import rules
from server.shop.models import Shop, ShopKeeper
from server.shop.present import shops as present
from server.shop.routes.api import FOUND_SHOP, ONE_SHOP, api
from server.shop.service import keepers
from server.shop.service import shops as service

MANY = {"lists": Shop, "gives": ShopList, "shows": present.shops}
STEP = {**ONE_SHOP, "lock": True}


@api.get("/shops", **MANY, visible=rules.visible_shops, takes=ShopsForm, may=anyone, also=(404,))
def list_shops(actor, query, form):
    """附近的积分超市: of an area, and of what is above and below it"""
    return service.list_shops(query, form["area_id"])


@api.get("/shops/mine", **MANY, visible=rules.kept_by, may=rules.signed_in)
def list_my_shops(actor, query):
    """我的柜台: at whose counter one may stand"""
    return service.list_my_shops(query)


@api.post("/shops", takes=ShopForm, may=rules.make_shop, gives=ShopView, shows=present.shop,
          status=201)  # fmt: skip
def make_shop(actor, form):
    """开店: 积分超市, 爱心商家 or 驿站"""
    return service.make_shop(form, by=actor)


@api.get("/shops/<id:shop_id>", **ONE_SHOP, may=anyone)
def show_shop(actor, shop):
    """One shop"""
    return shop


@api.post("/shops/<id:shop_id>/change", **STEP, takes=ShopChangeForm, may=rules.change_shop)
def change_shop(actor, shop, form):
    """改店铺: where, when, how long orders wait"""
    return service.change_shop(shop, form, by=actor)


@api.post("/shops/<id:shop_id>/launch", **STEP, may=rules.launch_shop)
def launch_shop(actor, shop):
    """开张: from now on residents see it"""
    return service.launch_shop(shop, by=actor)


@api.post("/shops/<id:shop_id>/pause", **STEP, may=rules.pause_shop)
def pause_shop(actor, shop):
    """暂停兑换: what was ordered is still fetched"""
    return service.pause_shop(shop, by=actor)


@api.post("/shops/<id:shop_id>/open", **STEP, may=rules.open_shop)
def open_shop(actor, shop):
    """恢复兑换"""
    return service.open_shop(shop, by=actor)


@api.post("/shops/<id:shop_id>/close", **STEP, may=rules.close_shop)
def close_shop(actor, shop):
    """停办: for good, when nothing waits to be fetched"""
    return service.close_shop(shop, by=actor)


@api.get("/shops/<id:shop_id>/keepers", **FOUND_SHOP, may=rules.list_keepers, gives=KeeperList,
         shows=present.keepers)  # fmt: skip
def list_keepers(actor, shop):
    """店员: who may stand at this counter"""
    return shop


@api.post("/shops/<id:shop_id>/keepers", **FOUND_SHOP, lock=True, takes=KeeperForm, status=201,
          may=rules.appoint_keeper, gives=KeeperView, shows=present.keeper)  # fmt: skip
def appoint_keeper(actor, shop, form):
    """请来当店员: with the role, if they do not have it there"""
    return keepers.appoint_keeper(shop, form, by=actor)


@api.post("/shops/<id:shop_id>/ask_for_keeper", **FOUND_SHOP, takes=KeeperForm,
          may=rules.ask_for_keeper, gives=AskedView)  # fmt: skip
def ask_for_keeper(actor, shop, form):
    """请管理员加店员: told to those who may give the role"""
    return keepers.ask_for_keeper(shop, form, by=actor)


@api.post("/keepers/<id:keeper_id>/end", on=ShopKeeper, visible=rules.visible_keepers, lock=True,
          may=rules.end_keeper, gives=KeeperView, shows=present.keeper)  # fmt: skip
def end_keeper(actor, keeper):
    """不再当店员: from today; the role ends with it"""
    return keepers.end_keeper(keeper, by=actor)
