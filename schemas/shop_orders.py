"""Orders on the wire: what somebody ordered, and what the counter may read of it."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, choice, line, row_id, whole
from schemas.paging import PageForm, paged
from schemas.shop import NONE
from schemas.shop_goods import MOST
from schemas.shop_words import OrderChannel, OrderState
from schemas.view import ActionView, maybe, moment, string

MOST_AT_ONCE = 20


class OrderForm(Form):
    """`price` of one, and `version`, as the page showed them. Who pays agreed to that and to
    nothing else; where no version is said, only to the price."""

    count = whole(1, MOST_AT_ONCE)
    price = whole(1, MOST)
    version = row_id(**NONE)


class OrdersForm(PageForm):
    """`view`: all; what waits to be fetched (待领取); or `open`, also what one is asked about."""

    view = fields.String(load_default="all", validate=validate.OneOf(["all", "waiting", "open"]))


class CounterOrdersForm(PageForm):
    """`view`: those of today, or those that wait to be fetched, by their number."""

    view = fields.String(load_default="today", validate=validate.OneOf(["today", "waiting"]))


class OrderCancelForm(Form):
    """Whoever ordered need not say why; the shop and the desk do."""

    words = line(60, required=False, load_default=None, allow_none=True)


class OrderBase(Schema):
    audience = string()
    id = fields.Integer(required=True)
    number = string()
    shop_id = fields.Integer(required=True)
    shop_name = string()
    goods_id = fields.Integer(required=True)
    goods_name = string()
    ordered_name = string()  # 垃圾袋（5 卷一份）2 份
    title = string()  # what was given, or else what was ordered
    instead_words = maybe()  # 原来换的是大米 2 份
    thumb_url = maybe()
    count = fields.Integer(required=True)
    price = fields.Integer(required=True)
    points = fields.Integer(required=True)
    channel = choice(OrderChannel)
    channel_label = string()
    state = choice(OrderState)
    state_label = string()
    made_at = moment()
    until = fields.Date(required=True, allow_none=True)  # the last day on which it can be fetched
    reason = maybe()
    handed_at = moment(allow_none=True)
    handed_name = maybe()  # 大米 1 份: what was handed over, a substitute too
    handed_points = fields.Integer(required=True, allow_none=True)
    back_points = fields.Integer(required=True)  # went back to the lots they came from
    actions = fields.List(fields.Nested(ActionView), required=True)


class OwnOrderView(OrderBase):
    """To whoever pays for it. `confirm_until`: until when they can say yes at the counter."""

    place = string()
    hours = string()
    phone = string()
    confirm_until = moment(allow_none=True)


class CounterOrderView(OrderBase):
    """To the counter and the desk: a name to compare, no more. `confirm_until`: as long the counter
    waits for their yes."""

    name = string()
    confirm_until = moment(allow_none=True)


class VoucherCodeView(Schema):
    link = string()


class VoucherView(Schema):
    """兑换券 on the telephone. The first is the code of this moment and has `seconds_left`; each
    next one lasts `step`."""

    order_id = fields.Integer(required=True)
    number = string()
    until = fields.Date(required=True)
    step = fields.Integer(required=True)
    seconds_left = fields.Integer(required=True)
    items = fields.List(fields.Nested(VoucherCodeView), required=True)


class VoucherPaperView(Schema):
    """Where the PDF opens for an hour."""

    order_id = fields.Integer(required=True)
    paper = string()


OwnOrderPage = paged(OwnOrderView)
CounterOrderPage = paged(CounterOrderView)
