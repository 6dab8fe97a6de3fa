"""The counter on the wire: who stands there, what was scanned, what goes over it."""

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.form import Form, Pattern, flag, row_id, whole
from schemas.scans import code
from schemas.shop import NONE
from schemas.shop_goods import MOST
from schemas.shop_orders import MOST_AT_ONCE
from schemas.view import maybe, string


def held(**options) -> Pattern:
    """What a scan or a look-up answered, or a code itself."""
    return Pattern("[!-~]{1,600}", "请再扫一次", **{"required": True, **options})


class VoucherScanForm(Form):
    code = code()


class VoucherScanView(Schema):
    """Which order it is. `held` opens the hand-over for five minutes, to this keeper at this
    counter; whoever is no keeper there gets none, nor a name."""

    order_id = fields.Integer(required=True)
    number = string()
    goods_name = string()
    ordered_name = string()  # 垃圾袋（5 卷一份）2 份
    count = fields.Integer(required=True)
    points = fields.Integer(required=True)
    state_label = string()
    until = fields.Date(required=True)
    name = maybe()
    held = maybe()
    words = string()


class BuyerView(Schema):
    """Whose code or card it is, for the keeper to compare. `held` is good for five minutes."""

    surname = string()  # 陈**
    how = string()  # 我的码, 刷卡, 按姓名
    on_card = fields.Boolean(required=True)  # asks nothing of a telephone
    available = fields.Integer(required=True)
    has_pin = fields.Boolean(required=True)
    free_left = fields.Integer(required=True)  # points that the card pays today without a PIN
    held = string()
    words = string()


class LookUpForm(Form):
    """我的码 or a card; at the desk also somebody whom it knows."""

    code = code(required=False)
    person_id = row_id(required=False)

    @validates_schema
    def _one_of_them(self, form, **_):
        if ("code" in form) == ("person_id" in form):
            raise ValidationError("请先扫码或刷卡", "code")


class ProveForm(Form):
    """The PIN, typed by whoever pays, for an order of so many points. It is asked apart from the
    order: a wrong one is counted."""

    held = held()
    points = whole(1, MOST_AT_ONCE * MOST)
    pin = Pattern("[0-9]{4}", "请填写 4 位数字", required=True)


class RedeemForm(Form):
    """`held`: of the look-up, or of the PIN. With a card the keeper has compared the surname."""

    held = held()
    count = whole(1, MOST_AT_ONCE)
    price = whole(1, MOST)
    surname_matches = flag(required=False, load_default=False)


class OrderHandOverForm(Form):
    """`code`: the voucher, or what its scan answered (`held`); not needed for what was just ordered
    at this counter. `count`: fewer than ordered, if there are no more. `substitute_id`: other goods
    of the shop instead, which whoever ordered has agreed to, at that `price` of one. `gone`: what
    was ordered and not given is not there any more, and is written off; else it goes back on the
    shelf."""

    shop_id = row_id()
    code = held(**NONE)
    count = whole(1, MOST_AT_ONCE, **NONE)
    substitute_id = row_id(**NONE)
    price = whole(1, MOST, **NONE)
    agreed = flag(required=False, load_default=False)
    gone = flag(required=False, load_default=False)

    @validates_schema
    def _priced(self, form, **_):
        if form["substitute_id"] and not form["price"]:
            raise ValidationError("请写明这样东西的价钱", "price")


class CounterView(Schema):
    """What the counter needs to begin."""

    shop_id = fields.Integer(required=True)
    shop_name = string()
    state = string()
    state_label = string()
    waiting = fields.Integer(required=True)  # 待领取
    handed_today = fields.Integer(required=True)
    card_free = fields.Integer(required=True)
    offline_words = string()
