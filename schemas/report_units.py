"""What units made of the slips they were sent: counts with their base, and each bounce with why."""

from marshmallow import Schema, fields

from schemas.form import Form, day, query_id
from schemas.paging import PageForm
from schemas.view import maybe, moment, string


class UnitSlipsForm(Form):
    """Slips sent from `since` to `until`, both included, over tickets of an area and all below."""

    area_id = query_id(required=True)
    since = day()
    until = day()


class UnitBouncesForm(PageForm, UnitSlipsForm):
    unit_id = query_id()


class UnitFigureView(Schema):
    name = string()
    label = string()
    base_label = maybe()  # of what it is a share; null: of nothing
    definition = string()


class UnitCountsView(Schema):
    """offered = accepted + bounced + waiting + taken_back."""

    offered = fields.Integer(required=True)
    accepted = fields.Integer(required=True)
    bounced = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    taken_back = fields.Integer(required=True)
    done = fields.Integer(required=True)
    done_late = fields.Integer(required=True)


class UnitSlipsRowView(Schema):
    unit_id = fields.Integer(required=True)
    unit_name = string()
    kind_label = string()
    counts = fields.Nested(UnitCountsView, required=True)


class UnitSlipsView(Schema):
    """By name, not by number: it is no ranking."""

    area_id = fields.Integer(required=True)
    area_name = string()
    period_words = string()
    until_words = string()  # 「截至11月23日 20:16」
    figures = fields.List(fields.Nested(UnitFigureView), required=True)
    total = fields.Nested(UnitCountsView, required=True)
    units = fields.List(fields.Nested(UnitSlipsRowView), required=True)


class UnitBounceView(Schema):
    unit_id = fields.Integer(required=True)
    unit_name = string()
    role_label = string()  # 主办 | 协办
    number = string()
    category_label = string()
    area_name = string()
    offered_at = moment()
    bounced_at = moment()
    reason = maybe()  # for the desk of the ticket; it may quote the resident
    ticket_id = fields.Integer(required=True, allow_none=True)  # if whoever asks works at its desk
