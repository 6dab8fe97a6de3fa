"""Places on the wire. Everything here is public; no person is named."""

import re

from marshmallow import Schema, fields, validate

from schemas.form import Form, line, mobile, phone, query_id, row_id, whole, words
from schemas.paging import listed

CODE = validate.Regexp(re.compile(r"^[0-9A-Z]{2,12}$", re.ASCII), error="没有这个编码")


class AreasForm(Form):
    """Nothing: down to the communities. `under_id`: all below it. `code`: it and all above it."""

    under_id = query_id()
    code = fields.String(validate=CODE)


class AreaView(Schema):
    id = fields.Integer(required=True)
    parent_id = fields.Integer(required=True, allow_none=True)
    level = fields.String(required=True)
    level_label = fields.String(required=True, attribute="level.label")
    name = fields.String(required=True)
    code = fields.String(required=True)
    latitude = fields.Float(required=True, allow_none=True)
    longitude = fields.Float(required=True, allow_none=True)


class NoticeForm(Form):
    title = line(40)
    body = words(2000)
    until = fields.Date(load_default=None, allow_none=True)  # the first day without it


class NoticeView(Schema):
    id = fields.Integer(required=True)
    area_id = fields.Integer(required=True)
    area_name = fields.String(required=True, attribute="area.name")
    title = fields.String(required=True)
    body = fields.String(required=True)
    published_at = fields.AwareDateTime(required=True)
    until = fields.Date(required=True, allow_none=True)


class HotlineForm(Form):
    label = line(20)
    phone = phone()
    hours = line(40, required=False, load_default="")
    position = whole(0, 999, required=False, load_default=100)


class HotlineView(Schema):
    id = fields.Integer(required=True)
    area_id = fields.Integer(required=True)
    area_name = fields.String(required=True, attribute="area.name")
    label = fields.String(required=True)
    phone = fields.String(required=True)
    hours = fields.String(required=True)
    position = fields.Integer(required=True)


class DeskView(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True)


class UnitView(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)
    kind = fields.String(required=True)
    kind_label = fields.String(required=True, attribute="kind.label")


class BackstopForm(Form):
    """兜底: null takes it back."""

    unit_id = row_id(allow_none=True)


class OfficeView(UnitView):
    """For whoever administers the area: `mobile` masked; `may_register` if it is theirs to say."""

    phone = fields.String(required=True, allow_none=True)
    mobile = fields.String(required=True, allow_none=True)
    gets_codes = fields.Boolean(required=True)  # by its mobile, or because its telephone is one
    may_register = fields.Boolean(required=True)


class NamedBackstopView(Schema):
    """`own`: named for this very area, and not inherited from one above it."""

    area_id = fields.Integer(required=True)
    unit_id = fields.Integer(required=True, allow_none=True)
    name = fields.String(required=True, allow_none=True)
    own = fields.Boolean(required=True)
    may_name = fields.Boolean(required=True)
    units = fields.List(fields.Nested(OfficeView), required=True)  # for whoever may name one


class UnitMobileForm(Form):
    mobile = mobile(allow_none=True)


class UnitMobileView(Schema):
    unit_id = fields.Integer(required=True)
    mobile = fields.String(required=True, allow_none=True)  # masked


class BoardView(Schema):
    """What an area says to those who live there."""

    area = fields.Nested(AreaView, required=True)
    community = fields.Nested(AreaView, required=True, allow_none=True)
    desk = fields.Nested(DeskView, required=True, allow_none=True)
    notices = fields.List(fields.Nested(NoticeView), required=True)
    hotlines = fields.List(fields.Nested(HotlineView), required=True)
    may_post = fields.Boolean(required=True)
    today_words = fields.String(required=True)  # 「周日 · 农历十月十四 小雪」


AreaList = listed(AreaView)
UnitList = listed(UnitView)
