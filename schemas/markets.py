"""Stalls on the wire."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, choice, line, row_id, whole
from schemas.market_words import StallKind
from schemas.view import string


class StallForm(Form):
    """A stall and the line before it. `slot_minutes`: each number has a time of its own."""

    kind = choice(StallKind)
    label = line(12)
    crew = line(40)
    unit_id = row_id(required=False, load_default=None, allow_none=True)
    post_id = row_id(required=False, load_default=None, allow_none=True)
    vehicle_id = row_id(required=False, load_default=None, allow_none=True)
    capacity = whole(1, 500, required=False, load_default=None, allow_none=True)
    slot_minutes = whole(5, 120, required=False, load_default=None, allow_none=True)
    serves = fields.List(
        line(40), load_default=list, validate=validate.Length(0, 20)
    )  # codes of categories of wishes


class StallView(Schema):
    id = fields.Integer(required=True)
    session_id = fields.Integer(required=True)
    kind = choice(StallKind)
    kind_label = string()
    label = string()
    crew = string()
    unit_id = fields.Integer(required=True, allow_none=True)
    post_id = fields.Integer(required=True, allow_none=True)
    vehicle_id = fields.Integer(required=True, allow_none=True)
    line_id = fields.Integer(required=True)
    serves = fields.List(fields.String(), required=True)
