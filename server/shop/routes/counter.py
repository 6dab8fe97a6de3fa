"""The counter over HTTP."""

from schemas.shop_counter import (
    BuyerView,
    CounterView,
    LookUpForm,
    ProveForm,
    RedeemForm,
    VoucherScanForm,
    VoucherScanView,
)
from schemas.shop_orders import (
    CounterOrderPage,
    CounterOrdersForm,
    CounterOrderView,
)
from server.shop import order_rules, rules
from server.shop.present import orders as present
from server.shop.present import shops
from server.shop.routes.api import FOUND_GOODS, FOUND_SHOP, api
from server.shop.service import counter, lists, members, scanning


@api.get("/shops/<id:shop_id>/counter", **FOUND_SHOP, may=order_rules.show_counter,
         gives=CounterView, shows=shops.counter)  # fmt: skip
def show_counter(actor, shop):
    """柜台: what waits, what was handed over today, and that nothing goes out offline"""
    return lists.show_counter(shop)


@api.get("/shops/<id:shop_id>/orders", **FOUND_SHOP, takes=CounterOrdersForm,
         may=order_rules.list_counter_orders, gives=CounterOrderPage,
         shows=present.counter_page)  # fmt: skip
def list_counter_orders(actor, shop, form):
    """今日兑换, 待领取: of this counter, newest first"""
    return lists.list_counter_orders(shop, form)


@api.post("/shops/<id:shop_id>/scan", **FOUND_SHOP, takes=VoucherScanForm, may=rules.signed_in,
          gives=VoucherScanView, once=False)  # fmt: skip
def scan_voucher(actor, shop, form):
    """扫兑换券: which order it is; whoever is no keeper here learns no more"""
    return scanning.scan_voucher(shop, form, by=actor)


@api.post("/shops/<id:shop_id>/look_up", **FOUND_SHOP, takes=LookUpForm, gives=BuyerView,
          may=order_rules.look_up_member, once=False)  # fmt: skip
def look_up_member(actor, shop, form):
    """扫会员: whose code or card it is, and what it can pay"""
    return members.look_up_member(shop, form, by=actor)


@api.post("/shops/<id:shop_id>/prove", **FOUND_SHOP, takes=ProveForm, gives=BuyerView,
          may=order_rules.prove_pin, once=False, also=(429,))  # fmt: skip
def prove_pin(actor, shop, form):
    """输兑换密码: five tries, then a quarter of an hour"""
    return members.prove_pin(shop, form, by=actor)


@api.post("/goods/<id:goods_id>/redeem", **FOUND_GOODS, takes=RedeemForm, may=order_rules.redeem,
          gives=CounterOrderView, shows=present.order, status=201)  # fmt: skip
def redeem(actor, goods, form):
    """柜台兑换: asked of the person's telephone, or by their card"""
    return counter.redeem(goods, form, by=actor)
