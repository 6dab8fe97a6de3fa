"""Limits, return visits and words that are kept, on the wire."""

from marshmallow import Schema, fields, validate

from schemas.clock_words import LimitKind, LimitUnit, RepeatWhy, TemplateKind, VisitResult
from schemas.form import Form, choice, line, query_id, row_id, whole, words
from schemas.paging import PageForm
from schemas.ticket_words import Elsewhere, Kind, SolvedLevel
from schemas.view import maybe, moment, string


class LimitForm(Form):
    """`amount` of `unit`; of a slip also in how many office hours it is accepted. With none of
    them, the default holds again."""

    category_id = row_id()
    kind = choice(LimitKind)
    amount = whole(1, 250, required=False, allow_none=True)
    unit = choice(LimitUnit, required=False, allow_none=True)
    answer_hours = whole(1, 60, required=False, allow_none=True)


class LimitView(Schema):
    kind = choice(LimitKind)
    label = string()
    amount = fields.Integer(required=True, allow_none=True)  # null: when the ticket is due
    unit = choice(LimitUnit, allow_none=True)
    answer_hours = fields.Integer(required=True, allow_none=True)
    is_set = fields.Boolean(required=True)  # by an administrator; else the default
    answers = fields.Boolean(required=True)  # it is accepted or bounced, and within `answer_hours`


class CategoryLimitsView(Schema):
    category_id = fields.Integer(required=True)
    kind = choice(Kind)
    label = string()
    limits = fields.List(fields.Nested(LimitView), required=True)


class LimitsView(Schema):
    items = fields.List(fields.Nested(CategoryLimitsView), required=True)
    may_set = fields.Boolean(required=True)  # they hold for the whole deployment


class VisitsForm(PageForm):
    mine_to_call = fields.Boolean(load_default=False)  # not what whoever asks did
    view = fields.String(
        load_default="due", validate=validate.OneOf(["due", "done"], error="没有这个筛选")
    )


class VisitForm(Form):
    """What was found a month later; of what came back, the words are the new ticket's."""

    result = choice(VisitResult)
    words = words(300, required=False, load_default=None)


class VisitRowView(Schema):
    id = fields.Integer(required=True)
    ticket_id = fields.Integer(required=True)
    number = string()
    title = string()
    estate_name = string()
    category_label = string()
    wisher_name = string()
    closed_at = moment(allow_none=True)
    due_on = fields.Date(required=True)
    tries = fields.Integer(required=True)
    result_label = maybe()
    words = maybe()
    recorded_by = maybe()
    recorded_at = moment(allow_none=True)
    next_ticket_id = fields.Integer(required=True, allow_none=True)
    next_number = maybe()
    may_record = fields.Boolean(required=True)  # not by whoever did the work


class TemplatesForm(Form):
    area_id = query_id(required=True)
    kind = choice(TemplateKind, required=False)


class TemplateWordsForm(Form):
    title = line(20)
    words = words(300)


class TemplateForm(TemplateWordsForm):
    area_id = row_id()
    kind = choice(TemplateKind)


class TemplateView(Schema):
    id = fields.Integer(required=True)
    area_id = fields.Integer(required=True)
    area_name = string(attribute="area.name")
    kind = choice(TemplateKind)
    kind_label = string(attribute="kind.label")
    title = string()
    words = string()


class ElsewhereView(Schema):
    """Whose it is, and what is read out."""

    code = choice(Elsewhere)
    label = string()
    words = string()


class LongerView(Schema):
    days = fields.Integer(required=True)
    due_at = moment()


class ExtensionView(Schema):
    """Of those that the resident may see, only what was agreed to, and why."""

    days = fields.Integer(required=True)
    reason = maybe()  # for the desk and whoever has it
    asked_by = maybe()
    asked_at = moment()
    answer = maybe()
    answer_label = string()
    words = maybe()
    due_before = moment()
    due_after = moment(allow_none=True)


class AlarmView(Schema):
    label = string()
    fired_at = moment()
    told = fields.Integer(required=True)


class LevelDaysView(Schema):
    level = choice(SolvedLevel)
    label = string()
    days = fields.Float(required=True)


class RepeatView(Schema):
    why = choice(RepeatWhy)
    label = string()
    numbers = fields.List(fields.String(), required=True)  # of those before it


class OtherTicketView(Schema):
    """A ticket before or after this one."""

    id = fields.Integer(required=True)
    open = fields.Boolean(required=True)
    number = string()
    title = string()
    state_label = string()


class PhoneToCallView(Schema):
    name = string()
    phone = string()
