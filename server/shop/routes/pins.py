"""兑换密码 over HTTP: one's own, and at any desk."""

from schemas.shop_sheets import PinForm, PinView
from server.people.models import Person
from server.shop import order_rules, rules
from server.shop.present import pins as present
from server.shop.routes.api import api
from server.shop.service import pins

OWN = {"may": rules.signed_in, "gives": PinView, "shows": present.own_pin}
THEIRS = {"on": Person, "visible": order_rules.visible_holders, "gives": PinView}
THEIRS |= {"shows": present.pin_of_person}


@api.get("/pin", **OWN)
def show_pin(actor):
    """我的兑换密码: whether there is one"""
    return actor


@api.post("/pin", **OWN, takes=PinForm)
def set_pin(actor, form):
    """设或改自己的兑换密码"""
    return pins.set_pin(actor.id, form["pin"], by=actor)


@api.post("/pin/remove", **OWN)
def remove_pin(actor):
    """取消自己的兑换密码"""
    return pins.remove_pin(actor.id, by=actor)


@api.get("/persons/<id:person_id>/pin", **THEIRS, may=order_rules.show_pin_of)
def show_pin_of(actor, person):
    """有没有兑换密码, at the desk"""
    return person


@api.post("/persons/<id:person_id>/pin", **THEIRS, takes=PinForm, may=order_rules.set_pin_of)
def set_pin_of(actor, person, form):
    """代设兑换密码: typed by the person, at any desk"""
    pins.set_pin(person.id, form["pin"], by=actor)
    return person


@api.post("/persons/<id:person_id>/pin/remove", **THEIRS, may=order_rules.remove_pin_of)
def remove_pin_of(actor, person):
    """代为取消兑换密码"""
    pins.remove_pin(person.id, by=actor)
    return person
