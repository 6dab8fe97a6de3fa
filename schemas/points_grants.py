"""Manual grants and deductions on the wire; and awards, to which points lead back."""

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.form import Form, choice, query_id, row_id, whole, words
from schemas.paging import PageForm, paged
from schemas.points_words import GrantState
from schemas.view import ActionView, maybe, moment, string

MOST = 10_000  # in one go, by hand


class PointsGrantForm(Form):
    """人工发放; below zero 扣减."""

    person_id = row_id()
    pool_id = row_id()
    amount = whole(-MOST, MOST)
    words = words(200)

    @validates_schema
    def _something_moves(self, form, **_):
        if form["amount"] == 0:
            raise ValidationError("请填写要加或要减的分数", "amount")


class DeclineGrantForm(Form):
    words = words(200)


class PointsGrantsForm(PageForm):
    scheme_id = query_id()
    state = choice(GrantState, required=False)


class PointsGrantView(Schema):
    """`why_not`: why somebody at the desk may not agree to this one themselves. Of one that waits:
    `there` is what the person has now, `owes` what they would still owe once it is agreed to;
    `lacked`: of one that was agreed to, what was not there. All three are for the desk."""

    id = fields.Integer(required=True)
    scheme_id = fields.Integer(required=True)
    pool_id = fields.Integer(required=True)
    pool_name = string()
    person_id = fields.Integer(required=True)
    person_name = string()
    amount = fields.Integer(required=True)
    words = maybe()  # why; null for whoever only looks
    state = choice(GrantState)
    state_label = string()
    asked_by = string()
    asked_at = moment()
    judged_by = maybe()
    judged_at = fields.DateTime(required=True, allow_none=True)
    answer = maybe()
    there = fields.Integer(required=True, allow_none=True)
    owes = fields.Integer(required=True, allow_none=True)
    lacked = fields.Integer(required=True, allow_none=True)
    why_not = maybe()
    actions = fields.List(fields.Nested(ActionView), required=True)


class OwnGrantView(Schema):
    """One that has moved points of whoever asks: why, who wrote it down, who agreed."""

    id = fields.Integer(required=True)
    scheme_id = fields.Integer(required=True)
    scheme_name = string()
    amount = fields.Integer(required=True)
    words = string()
    asked_by = string()
    asked_at = moment()
    judged_by = string()
    judged_at = moment()


class PointsWaitsView(Schema):
    """What waits for this very person: as long as the list behind it, less what they asked for."""

    grants = fields.Integer(required=True)


class AwardsForm(PageForm):
    """`pending`: only what is still announced or waits for the pool."""

    scheme_id = query_id()
    pending = fields.Boolean(load_default=False)


class AwardView(Schema):
    """What one thing earned. `due`: served × rule; `granted`: what caps leave of it; `paid`: in the
    purse; `pending`: announced until `matures_on`; `waiting`: the pool did not have it yet."""

    id = fields.Integer(required=True)
    scheme_id = fields.Integer(required=True)
    words = maybe()  # 近邻圩日 · 11月18日
    link_kind = maybe()
    link_id = fields.Integer(required=True)
    earned_on = fields.Date(required=True)
    units = fields.Integer(required=True)
    units_words = string()  # 服务 2 小时
    rule_version = fields.Integer(required=True)
    rule_words = string()
    due = fields.Integer(required=True)
    granted = fields.Integer(required=True)
    less = maybe()
    less_words = maybe()  # 当天已到上限
    pending = fields.Integer(required=True)
    paid = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    matures_on = fields.Date(required=True, allow_none=True)  # the last day of the 公示
    arrives_on = fields.Date(required=True, allow_none=True)  # from when on it can be spent


PointsGrantPage = paged(PointsGrantView)
AwardPage = paged(AwardView)
