"""What is shown of series: one of them, the days of a rule, what a change would do."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.occasion_words import OccasionKind, RuleKind
from schemas.view import ActionView, maybe, string


def number(**options) -> fields.Integer:
    return fields.Integer(**{"required": True, **options})


class DayView(Schema):
    """A day of a preview."""

    on = fields.Date(required=True)
    words = string()  # 周四 · 农历十月十八
    provisional = fields.Boolean(required=True)  # the year's days off are not announced yet


class PreviewView(Schema):
    items = fields.List(fields.Nested(DayView), required=True)


class SeriesView(Schema):
    id = number()
    kind = choice(OccasionKind)
    kind_label = string()
    area_id = number()
    area_name = string()
    title = string()
    place = string()
    rule_kind = choice(RuleKind)
    rule_words = string()  # 每月18号
    numbers = fields.List(fields.Integer(), required=True)
    valid_from = fields.Date(required=True)
    valid_to = fields.Date(required=True, allow_none=True)
    skip = fields.List(fields.Date(), required=True)
    extra = fields.List(fields.Date(), required=True)
    begins = fields.Time(required=True)
    ends = fields.Time(required=True)
    lead_id = number(allow_none=True)
    lead_name = maybe()
    incentive = string()
    pool_id = number(allow_none=True)  # out of which its sessions pay in points
    pool_name = maybe()
    version = number()
    ended_on = fields.Date(required=True, allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class TouchedView(Schema):
    """A session that a changed rule touches. `why`: gone (the rule no longer has this day) or moved
    (it would begin, end or be elsewhere)."""

    id = number()
    on = fields.Date(required=True)
    words = string()
    title = string()
    state_label = string()
    why = string()
    why_label = string()
    signed_up = number()  # volunteers, those who wait for a seat counted
    numbers = number()  # visitors with a number in a line


class ChangePlanView(Schema):
    """What saving would do, up to two months ahead. `asked`: somebody has signed up, so that
    whoever saves says for each of them whether it is held as it is or called off."""

    added = fields.List(fields.Nested(DayView), required=True)
    again = fields.List(fields.Nested(TouchedView), required=True)
    moved = fields.List(fields.Nested(TouchedView), required=True)
    dropped = fields.List(fields.Nested(TouchedView), required=True)
    asked = fields.List(fields.Nested(TouchedView), required=True)
    next = fields.List(fields.Nested(DayView), required=True)  # the next twelve by the new rule
