"""服务记录: one's own hours, the desk's look at somebody's, and the printed list with its code."""

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.flow import State
from schemas.form import Form, Pattern, choice
from schemas.occasion_words import Capacity
from schemas.paging import PageForm
from schemas.people_words import RevealReason
from schemas.view import ActionView, maybe, moment, string


class Booked(State):
    """How far minutes are on their way to the record."""

    OPEN = "open", "这一场还没有结束"
    ANNOUNCED = "announced", "公示中"
    BOOKED = "booked", "已入账"
    NONE = "none", "不计时长"


class PaperState(State):
    VALID = "valid", "有效"
    CORRECTED = "corrected", "开出后有更正"
    REVOKED = "revoked", "已作废"


class RevokedWhy(State):
    MISTAKE = "mistake", "内容有误"
    REPLACED = "replaced", "已另开一份"
    LOST = "lost", "纸张遗失"
    MISUSED = "misused", "被他人使用"


class SpanForm(Form):
    """From which day to which; not said: everything until today."""

    since = fields.Date(required=False, allow_none=True, load_default=None)
    until = fields.Date(required=False, allow_none=True, load_default=None)

    @validates_schema
    def _in_order(self, form, **_):
        if form["since"] and form["until"] and form["until"] < form["since"]:
            raise ValidationError("结束不能早于开始", "until")


class PersonSpanForm(SpanForm):
    reason = choice(RevealReason)


class WhyForm(Form):
    reason = choice(RevealReason)


class DaysForm(PageForm):
    pass


class RecordDayView(Schema):
    """One session in one capacity."""

    id = fields.Integer(required=True)
    session_id = fields.Integer(required=True)
    session_title = string()
    area_name = string()
    on = fields.Date(required=True)
    capacity = choice(Capacity)
    capacity_label = string()
    in_at = moment(allow_none=True)
    out_at = moment(allow_none=True)
    minutes_actual = fields.Integer(required=True)
    minutes_added = fields.Integer(required=True)
    minutes_credited = fields.Integer(required=True)
    rule_version = fields.Integer(required=True)
    booked = choice(Booked)
    booked_label = string()  # 公示中，到 3 月 10 日
    check_out_until = moment(allow_none=True)  # not checked out yet, and until then they can
    repair_waits = fields.Boolean(required=True)  # asked for, not judged yet
    can_repair = fields.Boolean(required=True)  # there is something to ask for still


class BookedCountView(Schema):
    """Sessions served that are that far on their way."""

    booked = choice(Booked)
    label = string()
    sessions = fields.Integer(required=True)


class TotalsView(Schema):
    """Of duty; visits are counted apart. Minutes of the three columns never mix. `by_booked` comes
    to `sessions`; a printed list has those that are booked."""

    minutes_actual = fields.Integer(required=True)
    minutes_added = fields.Integer(required=True)
    minutes_credited = fields.Integer(required=True)
    minutes_booked = fields.Integer(required=True)  # of the credited: 公示 is over
    hours_booked = string()  # one decimal
    sessions = fields.Integer(required=True)
    by_booked = fields.List(fields.Nested(BookedCountView), required=True)
    visits = fields.Integer(required=True)
    withdrawn_late = fields.Integer(required=True)


class PaperView(Schema):
    id = fields.Integer(required=True)
    token = string()
    since = fields.Date(required=True, allow_none=True)
    until = fields.Date(required=True)
    rows = fields.Integer(required=True)
    minutes = fields.Integer(required=True)
    made_at = moment()
    revoked_at = moment(allow_none=True)
    paper = maybe()  # where the PDF opens for an hour
    actions = fields.List(fields.Nested(ActionView), required=True)


class RecordView(Schema):
    """The newest days; `more`: there are others."""

    person_id = fields.Integer(required=True)
    person_name = string()
    totals = fields.Nested(TotalsView, required=True)
    days = fields.List(fields.Nested(RecordDayView), required=True)
    more = fields.Boolean(required=True)
    papers = fields.List(fields.Nested(PaperView), required=True)
    rule_words = string()


class RevokePaperForm(Form):
    why = choice(RevokedWhy)


class VerifyForm(Form):
    code = Pattern(r"[0-9A-Za-z_-]{10,64}", "没有这份记录", required=True)  # after /q/v/


class VerifiedView(Schema):
    """What the code on a printed list says to whoever scans it."""

    state = choice(PaperState)
    label = string()
    words = string()
    person_name = string()  # masked
    made_on = fields.Date(required=True)
    since = fields.Date(required=True, allow_none=True)
    until = fields.Date(required=True)
    rows = fields.Integer(required=True)
    hours = string()  # as printed
    changed_at = moment(allow_none=True)  # corrected or revoked
    hours_now = maybe()  # of a corrected one
