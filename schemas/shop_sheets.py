"""The sums of a shop on the wire: for everybody, and for each supplier. And the PIN of a card."""

from marshmallow import Schema, fields

from schemas.form import Form, Pattern
from schemas.view import maybe, string

MONTH = "20[2-9][0-9]-(0[1-9]|1[0-2])"


class ShopMonthForm(Form):
    """Where none is said, this month."""

    month = Pattern(MONTH, "请填写月份，如 2026-03")


class RedeemedMonthView(Schema):
    """What was handed over in a month, by goods."""

    month = string()  # 2026-03
    goods_id = fields.Integer(required=True)
    goods_name = string()
    count = fields.Integer(required=True)
    points = fields.Integer(required=True)


class ShopSheetView(Schema):
    """收支公示 of a shop. `redeemed` is the balance of its account and the sum of all months;
    `waiting` is held by orders that are not fetched yet; `honours` is what the shelf is worth."""

    shop_id = fields.Integer(required=True)
    shop_name = string()
    scheme_id = fields.Integer(required=True)
    redeemed = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    honours = fields.Integer(required=True)
    words = string()
    months = fields.List(fields.Nested(RedeemedMonthView), required=True)


class SuppliedView(Schema):
    goods_id = fields.Integer(required=True)
    goods_name = string()
    shop_name = string()
    taken_in = fields.Integer(required=True)
    cost_fen = fields.Integer(required=True)
    handed = fields.Integer(required=True)
    points = fields.Integer(required=True)


class SupplierStatementView(Schema):
    """供应方月结单: what came in of theirs and what of it was handed over, in one month."""

    supplier_id = fields.Integer(required=True)
    supplier_name = string()
    month = string()
    items = fields.List(fields.Nested(SuppliedView), required=True)
    cost_fen = fields.Integer(required=True)
    handed = fields.Integer(required=True)
    points = fields.Integer(required=True)


class PinForm(Form):
    pin = Pattern("[0-9]{4}", "请填写 4 位数字", required=True)


class PinView(Schema):
    is_set = fields.Boolean(required=True)
    set_on = fields.Date(required=True, allow_none=True)
    by_desk = fields.Boolean(required=True)
    words = maybe()
