"""Schemes, pools, donors and rules of earning on the wire; the balance sheet everybody reads."""

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.form import Form, choice, day, flag, line, query_id, row_id, whole
from schemas.paging import PageForm, listed, paged
from schemas.points_words import DonorKind, Given
from schemas.view import ActionView, maybe, moment, string

MOST_POINTS = 10_000_000  # in one go: balances stay far below what a column holds
MOST_FEN = 1_000_000_000


class SchemesForm(Form):
    """Of an area, all above it and all below; without one, all somebody may see."""

    area_id = query_id()


class SchemeChangeForm(Form):
    """`lasts_months`: how long points that arrive from now on can be spent."""

    name = line(20)
    lasts_months = whole(1, 60, required=False, load_default=24)


class SchemeForm(SchemeChangeForm):
    area_id = row_id()


class ComingRuleView(Schema):
    """From a day on it will be otherwise."""

    valid_from = fields.Date(required=True)
    words = string()


class SchemeView(Schema):
    """`earning_words` says how points are earned today; null: there is no rule yet. `coming`: the
    next rule that was announced."""

    id = fields.Integer(required=True)
    area_id = fields.Integer(required=True)
    area_name = string()
    name = string()
    lasts_months = fields.Integer(required=True)
    opened_at = moment()
    earning_words = maybe()
    coming = fields.Nested(ComingRuleView, required=True, allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class PoolForm(Form):
    name = line(20)


class PayTicketsForm(Form):
    """Whether wishes that are met are paid out of it; of a scheme at most one pool does."""

    pays = flag()


class PoolView(Schema):
    """`there`: what can still be promised; `planned`: kept back for what was promised;
    `pays_tickets`: whoever meets a wish is paid out of it."""

    id = fields.Integer(required=True)
    scheme_id = fields.Integer(required=True)
    name = string()
    there = fields.Integer(required=True)
    planned = fields.Integer(required=True)
    pays_tickets = fields.Boolean(required=True)
    closed_on = fields.Date(required=True, allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class PoolList(Schema):
    """`kept_by`: who may put something in and set rates, by name and role."""

    items = fields.List(fields.Nested(PoolView), required=True)
    kept_by = maybe()


class PayingPoolsForm(Form):
    """In which area something is done."""

    area_id = query_id(required=True)


class PayingPoolView(Schema):
    """`words`: what half an hour earns there today; null: there is no rule yet."""

    id = fields.Integer(required=True)
    name = string()
    scheme_id = fields.Integer(required=True)
    scheme_name = string()
    there = fields.Integer(required=True)
    words = maybe()
    festival_times = fields.Integer(required=True)


class DonorForm(Form):
    """`unit_id`: of a merchant or a company that is known here."""

    kind = choice(DonorKind)
    name = line(40)
    unit_id = row_id(required=False, load_default=None, allow_none=True)


class DonorView(Schema):
    id = fields.Integer(required=True)
    kind = choice(DonorKind)
    kind_label = string()
    name = string()
    unit_id = fields.Integer(required=True, allow_none=True)
    given = fields.Integer(required=True)  # points, so far


class FundForm(Form):
    """`words`: what was given; `fen`: what it is worth in money, which of money is needed."""

    donor_id = row_id()
    given = choice(Given)
    words = line(60)
    fen = whole(1, MOST_FEN, required=False, load_default=None, allow_none=True)
    points = whole(1, MOST_POINTS)

    @validates_schema
    def _money_is_counted(self, form, **_):
        if form["given"] is Given.MONEY and form["fen"] is None:
            raise ValidationError("请填写金额", "fen")


class FundingView(Schema):
    id = fields.Integer(required=True)
    pool_id = fields.Integer(required=True)
    pool_name = string()
    donor_id = fields.Integer(required=True)
    donor_name = string()
    given = choice(Given)
    given_label = string()
    words = string()
    fen = fields.Integer(required=True, allow_none=True)
    points = fields.Integer(required=True)
    at = moment()


class EarningRuleForm(Form):
    """A new version. `day_most`, `month_most`: of one person; null: no limit."""

    valid_from = day()
    per_half_hour = whole(0, 100)
    per_ticket = whole(0, 100)
    day_most = whole(1, 10_000, required=False, load_default=None, allow_none=True)
    month_most = whole(1, 100_000, required=False, load_default=None, allow_none=True)
    festival_times = whole(1, 3, required=False, load_default=1)

    @validates_schema
    def _something_is_earned(self, form, **_):
        if not form["per_half_hour"] and not form["per_ticket"]:
            raise ValidationError("服务时长和办结心愿至少一项要记分", "per_half_hour")

    @validates_schema
    def _a_month_has_its_days(self, form, **_):
        both = form["day_most"] and form["month_most"]
        if both and form["month_most"] < form["day_most"]:
            raise ValidationError("每月上限不能低于每天上限", "month_most")


class EarningRuleView(Schema):
    id = fields.Integer(required=True)
    version = fields.Integer(required=True)
    valid_from = fields.Date(required=True)
    per_half_hour = fields.Integer(required=True)
    per_ticket = fields.Integer(required=True)
    day_most = fields.Integer(required=True, allow_none=True)
    month_most = fields.Integer(required=True, allow_none=True)
    festival_times = fields.Integer(required=True)
    holds = fields.Boolean(required=True)  # today
    words = string()  # 每服务半小时记 1 分，每天最多 8 分
    made_at = moment()


class RuleWordsView(Schema):
    words = string()


class FundingsForm(PageForm):
    pool_id = query_id()


SchemeList = listed(SchemeView)
PayingPoolList = listed(PayingPoolView)
DonorList = listed(DonorView)
EarningRuleList = listed(EarningRuleView)
FundingPage = paged(FundingView)
