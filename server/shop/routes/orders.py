"""Orders over HTTP: placed, followed, fetched."""

from schemas.shop_counter import (
    OrderHandOverForm,
)
from schemas.shop_orders import (
    CounterOrderPage,
    OrderCancelForm,
    OrderForm,
    OrdersForm,
    OwnOrderPage,
    OwnOrderView,
    VoucherPaperView,
    VoucherView,
)
from server.core.views import PDF
from server.people.aliases import everybody
from server.people.models import Person
from server.shop import order_rules, rules
from server.shop.present import orders as present
from server.shop.routes.api import FOUND_GOODS, FOUND_ORDER, ONE_ORDER, api
from server.shop.service import counter, handing, lists, placing, returning, vouchers

STEP = {**ONE_ORDER, "lock": True}


@api.post("/goods/<id:goods_id>/order", **FOUND_GOODS, takes=OrderForm, may=rules.signed_in,
          gives=OwnOrderView, shows=present.order, status=201)  # fmt: skip
def place_order(actor, goods, form):
    """兑换: points are taken at once, the goods wait to be fetched"""
    return placing.place_order(goods, form, by=actor)


@api.get("/orders/mine", takes=OrdersForm, may=rules.signed_in, gives=OwnOrderPage,
         shows=present.own_page)  # fmt: skip
def list_my_orders(actor, form):
    """我的兑换: newest first"""
    return lists.list_orders_of(actor.ids, form)


@api.get("/persons/<id:person_id>/orders", on=Person, visible=order_rules.visible_holders,
         takes=OrdersForm, may=order_rules.list_orders_of, gives=CounterOrderPage,
         shows=present.desk_page)  # fmt: skip
def list_orders_of(actor, person, form):
    """某人的兑换, at the desk: newest first"""
    return lists.list_orders_of(everybody(person.id), form)


@api.get("/orders/<id:order_id>", **ONE_ORDER, may=order_rules.show_order)
def show_order(actor, order):
    """One order"""
    return order


@api.post("/orders/<id:order_id>/confirm", **STEP, may=order_rules.confirm_order)
def confirm_order(actor, order):
    """确认兑换: what the counter has entered for one's own purse"""
    return counter.confirm_order(order, by=actor)


@api.post("/orders/<id:order_id>/decline", **STEP, may=order_rules.decline_order)
def decline_order(actor, order):
    """不兑换"""
    return counter.decline_order(order, by=actor)


@api.post(
    "/orders/<id:order_id>/cancel", **STEP, takes=OrderCancelForm, may=order_rules.cancel_order
)
def cancel_order(actor, order, form):
    """取消兑换: points go back to the lots they came from"""
    return returning.cancel_order(order, form, by=actor)


@api.post(
    "/orders/<id:order_id>/hand_over",
    **STEP,
    takes=OrderHandOverForm,
    may=order_rules.hand_over_order,
)
def hand_over_order(actor, order, form):
    """交给本人: all of it, fewer, or something else instead"""
    return handing.hand_over_order(order, form, by=actor)


@api.get("/orders/<id:order_id>/voucher", **FOUND_ORDER, may=order_rules.show_voucher,
         gives=VoucherView)  # fmt: skip
def show_voucher(actor, order):
    """兑换券: the codes of the next two minutes"""
    return vouchers.show_voucher(order)


@api.post("/orders/<id:order_id>/print", **FOUND_ORDER, lock=True, may=order_rules.print_voucher,
          gives=VoucherPaperView)  # fmt: skip
def print_voucher(actor, order):
    """打印兑换券: earlier papers hold no longer"""
    return vouchers.print_voucher(order, by=actor)


@api.get(
    "/orders/<id:order_id>/receipt.pdf",
    **FOUND_ORDER,
    may=order_rules.print_order_receipt,
    gives=PDF,
)
def print_order_receipt(actor, order):
    """领取凭条: what was fetched, on paper"""
    return vouchers.print_receipt(order, by=actor)
