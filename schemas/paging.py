"""Pages on the wire: `takes=PageForm`, `gives=paged(TicketView)`."""

from marshmallow import Schema, fields, validate

from schemas.form import Form


class PageForm(Form):
    cursor = fields.String(metadata={"description": "`next` of the page before"})
    limit = fields.Integer(
        load_default=20, validate=validate.Range(1, 100, error="每页 1 到 100 条")
    )


def paged(view: type[Schema]) -> type[Schema]:
    """TicketView → TicketPage: some tickets, and the cursor of the next ones or null."""
    page = {
        "items": fields.List(fields.Nested(view), required=True),
        "next": fields.String(required=True, allow_none=True),
    }
    return Schema.from_dict(page, name=view.__name__.replace("View", "Page"))


def listed(view: type[Schema]) -> type[Schema]:
    """TicketView → TicketList: a short list that needs no pages."""
    items = {"items": fields.List(fields.Nested(view), required=True)}
    return Schema.from_dict(items, name=view.__name__.replace("View", "List"))
