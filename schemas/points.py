"""Purses and statements on the wire."""

from marshmallow import Schema, fields

from schemas.form import Form, query_id
from schemas.paging import PageForm, listed, paged
from schemas.view import maybe, moment, string


class StatementForm(PageForm):
    scheme_id = query_id(required=True)


class PaperForm(Form):
    scheme_id = query_id(required=True)


class EndingView(Schema):
    """Points that can be spent until a day."""

    until = fields.Date(required=True)  # the last day
    amount = fields.Integer(required=True)


class ArrivingView(Schema):
    """Points that can be spent from a day on."""

    on = fields.Date(required=True)
    amount = fields.Integer(required=True)


class PurseView(Schema):
    """What somebody has in one scheme. `available` is what can be spent today; `pending` is still
    announced (公示), and the first of it arrives as `arriving` says; `owed` comes off what arrives
    next."""

    scheme_id = fields.Integer(required=True)
    scheme_name = string()
    area_name = string()
    available = fields.Integer(required=True)
    pending = fields.Integer(required=True)
    arriving = fields.Nested(ArrivingView, required=True, allow_none=True)
    owed = fields.Integer(required=True)
    ending = fields.Nested(EndingView, required=True, allow_none=True)  # what ends first


class EntryView(Schema):
    """A line of the statement: why, in words, and the thing it came from."""

    id = fields.Integer(required=True)
    amount = fields.Integer(required=True)  # below zero: spent
    why = string()
    why_label = string()
    words = maybe()  # 近邻圩日 · 11月18日，服务 2 小时
    link_kind = maybe()
    link_id = fields.Integer(required=True, allow_none=True)
    award_id = fields.Integer(required=True, allow_none=True)  # how it came to be so many
    posted_at = moment()


PurseList = listed(PurseView)
EntryPage = paged(EntryView)
