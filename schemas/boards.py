"""The public board of an estate: what was asked at reception days, who works on it, until when,
what came of it. No field is personal; no rate is a bare number."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, choice, day
from schemas.paging import PageForm
from schemas.reception_words import Source
from schemas.view import maybe, string

FIGURES = ("received", "answered_on_spot", "reported_done", "solved", "reached", "open")


def integer(**options) -> fields.Integer:
    return fields.Integer(**{"required": True, **options})


class BoardForm(Form):
    """By the day it was received; the last twelve months where no day is named."""

    since = day(required=False)
    until = day(required=False)


class BoardItemsForm(PageForm, BoardForm):
    """`figure`: the rows behind one of the figures. `source`: of one kind of count."""

    figure = fields.String(required=False, validate=validate.OneOf(FIGURES, error="没有这个数"))
    source = choice(Source, required=False)


class CountView(Schema):
    """A figure: what it counts, in words. Null: whoever reported it did not say."""

    name = string()
    label = string()
    value = integer(allow_none=True)
    definition = string()


class RateView(Schema):
    """A share with its numerator and base: 65.2 % · 405/621. `words` null: nothing to share. Of our
    own records a `sentence` says it, and the share stands beside it: 58 件里，44 件居民说办好了."""

    name = string()
    label = string()
    words = maybe()
    sentence = maybe()
    percent = maybe()
    numerator = integer()
    base = integer()
    numerator_label = string()
    base_label = string()
    definition = string()


class CountsOfSourceView(Schema):
    """Our own records and what was reported stand side by side and are never added up."""

    source = choice(Source)
    source_label = string()
    definition = string()
    sessions = integer()  # 场
    figures = fields.List(fields.Nested(CountView), required=True)
    rates = fields.List(fields.Nested(RateView), required=True)


class PublicBoardView(Schema):
    area_id = integer()
    area_name = string()
    since = fields.Date(required=True)
    until = fields.Date(required=True)
    period_words = string()  # 2025年11月24日–2026年11月23日
    until_words = string()  # 截至 11月23日 20:05
    sources = fields.List(fields.Nested(CountsOfSourceView), required=True)


class BoardItemView(Schema):
    id = integer()  # of the row
    is_mine = fields.Boolean(required=True)  # their own, or one they spoke for
    ticket_id = integer(allow_none=True)  # for these alone: where they read more
    area_name = string()
    category_label = string()
    headline = string()  # composed by staff; else the category
    received_on = fields.Date(required=True)
    works_on = fields.List(fields.String(), required=True)  # units by name; 志愿者, 社区
    due_on = fields.Date(required=True, allow_none=True)
    due_provisional = fields.Boolean(required=True)
    open = fields.Boolean(required=True)  # there is no result yet
    state_label = string()
    outcome = maybe()  # in words for the public
    answered_on_spot = fields.Boolean(required=True)
    reopens = integer()
    source = choice(Source)
    source_label = string()
