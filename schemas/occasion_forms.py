"""What people say to occasions: a series and its rule, what the calendar is to show."""

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.form import Form, choice, day, line, query_id, row_id, wall_time
from schemas.occasion_words import NUMBERS, OccasionKind, RuleKind
from schemas.occasions import SessionState
from schemas.paging import PageForm

MOST_DATES, MOST_SESSIONS = 60, 100


def days(**options) -> fields.List:
    few = validate.Length(0, MOST_DATES, error=f"最多 {MOST_DATES} 天")
    return fields.List(day(), load_default=list, validate=few, **options)


class RuleForm(Form):
    """By what its days are found; see RuleKind for what the numbers mean."""

    rule_kind = choice(RuleKind)
    numbers = fields.List(
        fields.Integer(strict=True), load_default=list, validate=validate.Length(0, 31)
    )
    valid_from = day()
    valid_to = day(required=False, load_default=None, allow_none=True)
    skip = days()
    extra = days()

    @validates_schema
    def _numbers_fit(self, form, **_):
        allowed = NUMBERS[form["rule_kind"]]
        if not set(form["numbers"]) <= set(allowed):
            raise ValidationError("这些日子和规则对不上", "numbers")
        if bool(form["numbers"]) != bool(len(allowed)):
            raise ValidationError("请选日子" if allowed else "每天都办，不用选日子", "numbers")
        if form["valid_to"] and form["valid_to"] < form["valid_from"]:
            raise ValidationError("结束不能早于开始", "valid_to")


class PlanForm(RuleForm):
    """A rule, and what its sessions begin with."""

    title = line(20)
    place = line(40)
    begins = wall_time()
    ends = wall_time()
    lead_id = row_id(required=False, load_default=None, allow_none=True)
    incentive = line(60, required=False, load_default=None, allow_none=True)
    pool_id = row_id(required=False, load_default=None, allow_none=True)

    @validates_schema
    def _ends_after_it_begins(self, form, **_):
        if form["ends"] <= form["begins"]:
            raise ValidationError("结束时间要晚于开始时间", "ends")


class SeriesForm(PlanForm):
    """A series of one estate or community."""

    kind = choice(OccasionKind)
    area_id = row_id()


def ids_of_sessions() -> fields.List:
    few = validate.Length(0, MOST_SESSIONS, error=f"最多 {MOST_SESSIONS} 场")
    return fields.List(row_id(), load_default=list, validate=few)


class DecidedForm(Form):
    """What becomes of sessions that somebody signed up for and the change would touch: held as they
    are, or called off, with the words that everybody who signed up is told."""

    keep_ids = ids_of_sessions()
    call_off_ids = ids_of_sessions()
    words = line(40, required=False, load_default="安排有变，取消")

    @validates_schema
    def _either_or(self, form, **_):
        if set(form["keep_ids"]) & set(form["call_off_ids"]):
            raise ValidationError("同一场不能又办又取消", "keep_ids")


class SeriesChangeForm(PlanForm, DecidedForm):
    """All of it anew, as the page that changes it shows it."""


class SeriesEndForm(DecidedForm):
    """`on`: the first day without it."""

    on = day()


class CalendarForm(PageForm):
    """Sessions of an area and all below it, and of those above it, from a day on: today, where none
    is said. `mine`: those one signed up for, has a number for, or was at. `running`: those whose
    codes count now, by the server's clock. `scans`: of today, not over, where whoever asks may scan
    others. What an older rule had planned is not among them, unless
    asked for by `state`."""

    area_id = query_id()
    kind = choice(OccasionKind, required=False)
    since = day(required=False)
    until = day(required=False)
    mine = fields.Boolean(load_default=False)
    running = fields.Boolean(load_default=False)
    scans = fields.Boolean(load_default=False)
    state = choice(SessionState, required=False)
