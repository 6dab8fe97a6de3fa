"""Figures on the wire. Each says what it counts, over what, and for when; none is a bare number."""

from marshmallow import Schema, fields

from schemas.form import Form, Pattern, choice, query_id
from schemas.market_words import StallKind
from schemas.occasion_words import OccasionKind
from schemas.occasions import SessionState
from schemas.paging import PageForm
from schemas.view import maybe, string

MONTH = "20[2-9][0-9]-(?:0[1-9]|1[0-2])"


def month(**options) -> Pattern:
    """2026-11"""
    return Pattern(MONTH, "请选择月份，如 2026-11", **{"required": True, **options})


def number(**options) -> fields.Integer:
    return fields.Integer(**{"required": True, **options})


class MarketMonthForm(Form):
    """A month of an area and all below it."""

    area_id = query_id(required=True)
    month = month()
    kind = choice(OccasionKind, required=False, load_default=OccasionKind.MARKET)


class MarketRowsForm(PageForm, MarketMonthForm):
    """The sessions behind a figure: `figure` names it; without one, all of the month."""

    figure = fields.String(required=False)


class FigureView(Schema):
    """`value` of `base`; `base` null: it is no share of anything. `opens`: by which `figure` the
    rows behind it are listed."""

    name = string()
    label = string()
    value = number()
    base = number(allow_none=True)
    base_label = maybe()
    unit = string()  # 场 · 人次 · 人 · 分钟
    definition = string()
    opens = maybe()


class OutcomeFigureView(Schema):
    """Numbers of one kind of stall with one outcome."""

    kind = choice(StallKind)
    kind_label = string()
    outcome = string()
    label = string()
    value = number()


class AreaMonthView(Schema):
    """One estate or community that holds sessions; the numbers by the names of the figures."""

    area_id = number()
    area_name = string()
    values = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)


class MarketMonthView(Schema):
    area_id = number()
    area_name = string()
    month = string()
    period_words = string()  # 2026年11月1日–30日
    until_words = string()  # 截至 11月23日 20:05
    figures = fields.List(fields.Nested(FigureView), required=True)
    areas = fields.List(fields.Nested(AreaMonthView), required=True)
    outcomes = fields.List(fields.Nested(OutcomeFigureView), required=True)


class MarketRowView(Schema):
    """One session with what it adds to the figures."""

    id = number()
    area_id = number()
    area_name = string()
    on = fields.Date(required=True)
    day_words = string()
    title = string()
    theme = string()
    state = choice(SessionState)
    state_label = string()
    values = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
