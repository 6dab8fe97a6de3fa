"""公开账目 of a scheme on the wire: what everybody may read."""

from marshmallow import Schema, fields

from schemas.points_schemes import ComingRuleView
from schemas.view import maybe, moment, string


class SheetLineView(Schema):
    """`words` says what is counted."""

    key = string()
    label = string()
    amount = fields.Integer(required=True)
    words = string()


class RedeemedView(Schema):
    shop_id = fields.Integer(required=True)
    shop_name = maybe()
    amount = fields.Integer(required=True)


class SheetView(Schema):
    """公开账目: `donated` is the sum of all lines; `balanced` says that it is so. `earning_words`,
    `coming`: how points are earned, today and from an announced day on."""

    scheme_id = fields.Integer(required=True)
    name = string()
    area_name = string()
    donated = fields.Integer(required=True)
    donated_words = string()
    lines = fields.List(fields.Nested(SheetLineView), required=True)
    balanced = fields.Boolean(required=True)
    balanced_words = string()
    by_shop = fields.List(fields.Nested(RedeemedView), required=True)
    earning_words = maybe()
    coming = fields.Nested(ComingRuleView, required=True, allow_none=True)
    holders = fields.Integer(required=True)
    made_at = moment()
