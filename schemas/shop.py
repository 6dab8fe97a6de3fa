"""Shops on the wire: what they are, and who stands at their counters."""

from marshmallow import Schema, fields

from schemas.form import Form, choice, line, phone, query_id, row_id, whole
from schemas.paging import listed
from schemas.shop_words import ShopKind, ShopState
from schemas.view import ActionView, maybe, string

NONE = {"required": False, "load_default": None, "allow_none": True}


class ShopChangeForm(Form):
    """`fetch_days`: how long an order waits to be fetched. `card_free`: points that a card pays on
    one day without a PIN."""

    name = line(20)
    place = line(40)
    hours = line(40)
    phone = phone()
    unit_id = row_id(**NONE)
    fetch_days = whole(1, 90, required=False, load_default=14)
    card_free = whole(0, 200, required=False, load_default=20)


class ShopForm(ShopChangeForm):
    area_id = row_id()
    kind = choice(ShopKind)


class ShopsForm(Form):
    """Around an area: its own shops, and those of all areas above and below it."""

    area_id = query_id(required=True)


class ShopView(Schema):
    """`honours`: points that what lies on the shelf can still be ordered for."""

    id = fields.Integer(required=True)
    scheme_id = fields.Integer(required=True)
    scheme_name = string()
    area_id = fields.Integer(required=True)
    area_name = string()
    kind = choice(ShopKind)
    kind_label = string()
    name = string()
    place = string()
    hours = string()
    phone = string()
    unit_id = fields.Integer(required=True, allow_none=True)
    unit_name = maybe()
    state = choice(ShopState)
    state_label = string()
    fetch_days = fields.Integer(required=True)
    card_free = fields.Integer(required=True)
    kinds_count = fields.Integer(required=True)  # of goods on the shelf
    honours = fields.Integer(required=True)
    honours_words = string()
    is_keeper = fields.Boolean(required=True)  # whoever asks stands at its counter
    actions = fields.List(fields.Nested(ActionView), required=True)


class KeeperForm(Form):
    person_id = row_id()


class KeeperView(Schema):
    id = fields.Integer(required=True)
    shop_id = fields.Integer(required=True)
    person_id = fields.Integer(required=True)
    name = string()
    since = fields.Date(required=True)
    until = fields.Date(required=True, allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class KeeperList(Schema):
    """Who stands there; and whom to ask for another one, or for other goods: by name and role."""

    items = fields.List(fields.Nested(KeeperView), required=True)
    appointed_by = maybe()
    managed_by = maybe()
    actions = fields.List(fields.Nested(ActionView), required=True)


class AskedView(Schema):
    words = string()


ShopList = listed(ShopView)
