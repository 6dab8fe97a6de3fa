"""A wish and the market day that can meet it."""

from marshmallow import Schema, fields

from schemas.form import Form, row_id
from schemas.view import maybe, moment, string


class OfferView(Schema):
    """A stall at one of the estate's next market days that meets wishes of this category."""

    stall_id = fields.Integer(required=True)
    stall_label = string()
    session_id = fields.Integer(required=True)
    title = string()
    area_name = string()
    place = string()
    on = fields.Date(required=True)
    day_words = string()
    starts_at = moment()
    number = fields.Integer(required=True)  # the next one
    slot_at = moment(allow_none=True)  # its time, where numbers have one
    left = fields.Integer(required=True, allow_none=True)  # how many there are still; null: enough


class OffersView(Schema):
    """`booked`: 「11月26日 义剪 7号」, where a number is held; then nothing else is offered."""

    booked = maybe()
    may_leave = fields.Boolean(required=True)
    items = fields.List(fields.Nested(OfferView), required=True)


class TakeOfferForm(Form):
    stall_id = row_id()
