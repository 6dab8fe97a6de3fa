"""Who may see and do what with orders, at the counter, and with the PIN of a card."""

from sqlalchemy import ColumnElement, false, or_, select

from server.people import person_rules
from server.people.actor import Actor, within
from server.people.models import Person
from server.shop.models import Goods, Shop
from server.shop.parts import Order
from server.shop.rules import DESKS, at_desk, keeps, kept_by

# ---- orders


def visible_orders(actor: Actor | None) -> ColumnElement[bool]:
    if actor is None:
        return false()
    desk = within(Shop.area_id, actor.paths(*DESKS))
    here = select(Shop.id).where(or_(desk, kept_by(actor)))
    return or_(Order.person_id.in_(actor.ids), Order.shop_id.in_(here))


def is_own(actor: Actor, order: Order) -> bool:
    return order.person_id in actor.ids


def show_order(actor: Actor, order: Order) -> bool:
    return True  # visibility has said it


print_order_receipt = show_order


def confirm_order(actor: Actor, order: Order) -> bool:
    return is_own(actor, order)


decline_order = show_voucher = confirm_order


def print_voucher(actor: Actor, order: Order) -> bool:
    """Who hands over does not print what proves that they may, whatever else they are."""
    if is_own(actor, order):
        return True
    return at_desk(actor, order.shop.area.path) and not keeps(actor, order.shop)


def cancel_order(actor: Actor, order: Order, form: dict | None = None) -> bool:
    return True  # each who sees it


def hand_over_order(actor: Actor, order: Order, form: dict | None = None) -> bool:
    return keeps(actor, order.shop)


# ---- the counter


def show_counter(actor: Actor, shop: Shop, form: dict | None = None) -> bool:
    return keeps(actor, shop) or at_desk(actor, shop.area.path)


look_up_member = prove_pin = list_counter_orders = show_counter


def redeem(actor: Actor, goods: Goods, form: dict | None = None) -> bool:
    return show_counter(actor, goods.shop)


# ---- PINs


def visible_holders(actor: Actor | None):
    if actor is None:
        return false()
    return or_(Person.id.in_(actor.ids), person_rules.visible_persons(actor))


def show_pin_of(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """Any desk that knows them; one's own is seen to elsewhere."""
    return actor.holds(*DESKS) and person.id not in actor.ids


set_pin_of = remove_pin_of = list_orders_of = show_pin_of
