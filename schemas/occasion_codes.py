"""Codes on the wire: those of the next minutes, so that a short gap in the network is no gap."""

from marshmallow import Schema, fields

from schemas.form import Form, choice, line, row_id
from schemas.occasion_words import Direction
from schemas.scans import code
from schemas.view import ActionView, maybe, moment, string


class CodesForm(Form):
    """`device`: what the enrolled telephone keeps; see Device."""

    device = code()
    direction = choice(Direction)


class CodeView(Schema):
    link = string()  # what the picture says
    digits = maybe()  # of a session's screen


class CodesView(Schema):
    """The first is the one of this moment and has `seconds_left`; each next one lasts `step`."""

    step = fields.Integer(required=True)
    seconds_left = fields.Integer(required=True)
    items = fields.List(fields.Nested(CodeView), required=True)
    present = fields.Integer(required=True)  # 已签到 37 …
    expected = fields.Integer(required=True)  # … /52


class DeviceForm(Form):
    area_id = row_id()
    name = line(20)  # 服务台平板


class DeviceView(Schema):
    id = fields.Integer(required=True)
    name = string()
    area_id = fields.Integer(required=True)
    secret = maybe()  # told once, when it is enrolled
    area_name = string()
    enrolled_at = moment()
    revoked_at = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class CardView(Schema):
    """A printed personal code."""

    id = fields.Integer(required=True)
    person_id = fields.Integer(required=True)
    number = string()  # what is printed on it, to say on the telephone which one is lost
    printed_at = moment()
    revoked_at = moment(allow_none=True)
    paper = maybe()  # where the PDF opens for an hour
    actions = fields.List(fields.Nested(ActionView), required=True)
