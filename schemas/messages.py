"""The inbox on the wire."""

from marshmallow import Schema, fields

from schemas.form import Form, row_id
from schemas.paging import paged


class ReadForm(Form):
    up_to = row_id()


class LinkView(Schema):
    kind = fields.String(required=True)
    id = fields.Integer(required=True)


class MessageView(Schema):
    id = fields.Integer(required=True)
    title = fields.String(required=True)
    words = fields.String(required=True)
    link = fields.Nested(LinkView, required=True, allow_none=True)
    told_at = fields.AwareDateTime(required=True)
    read_at = fields.AwareDateTime(required=True, allow_none=True)


MessagePage = paged(MessageView)


class InboxView(Schema):
    unread = fields.Integer(required=True)
