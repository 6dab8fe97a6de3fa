"""What people say to occasions: the series, one session, one's place at it."""

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.form import Form, choice, flag, line, query_id, row_id, whole
from schemas.occasion_words import NUMBERS, OccasionKind, RuleKind
from schemas.paging import PageForm

MOST_DATES = 60


def days(**options) -> fields.List:
    few = validate.Length(0, MOST_DATES, error=f"最多 {MOST_DATES} 天")
    return fields.List(fields.Date(), load_default=list, validate=few, **options)


class RuleForm(Form):
    """By what its days are found; see RuleKind for what the numbers mean."""

    rule_kind = choice(RuleKind)
    numbers = fields.List(
        fields.Integer(strict=True), load_default=list, validate=validate.Length(0, 31)
    )
    valid_from = fields.Date(required=True)
    valid_to = fields.Date(required=False, load_default=None, allow_none=True)
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


class SeriesForm(RuleForm):
    """A series of one estate or community."""

    kind = choice(OccasionKind)
    area_id = row_id()
    title = line(20)
    place = line(40)
    begins = fields.Time(required=True)
    ends = fields.Time(required=True)
    lead_id = row_id(required=False, load_default=None, allow_none=True)
    incentive = line(60, required=False, load_default="")

    @validates_schema
    def _ends_after_it_begins(self, form, **_):
        if form["ends"] <= form["begins"]:
            raise ValidationError("结束时间要晚于开始时间", "ends")


class CalendarForm(PageForm):
    """Sessions of an area and all below it, and of those above it, from a day on: today, where none
    is said."""

    area_id = query_id()
    kind = choice(OccasionKind, required=False)
    since = fields.Date(required=False)
    until = fields.Date(required=False)


class SignUpForm(Form):
    """For oneself; `person_id`: on behalf of somebody the desk knows."""

    person_id = row_id(required=False)
    team_id = row_id(required=False)


class PostForm(Form):
    label = line(12)
    skill = line(20, required=False, load_default="")
    capacity = whole(1, 500)
    minimum = whole(0, 500, required=False, load_default=0)
    steward = flag(required=False, load_default=False)

    @validates_schema
    def _minimum_fits(self, form, **_):
        if form["minimum"] > form["capacity"]:
            raise ValidationError("至少几人不能多于最多几人", "minimum")
