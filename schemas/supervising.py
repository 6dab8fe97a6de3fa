"""What whoever runs a session reads and does: who is there, what looks odd, what was forgotten."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.flow import State
from schemas.form import Form, Pattern, choice, line, query_id, row_id, whole
from schemas.occasion_words import Capacity, Direction, Route
from schemas.occasions import RepairState
from schemas.paging import PageForm
from schemas.scans import aware, client_id
from schemas.view import ActionView, maybe, moment, string

LONGEST_DAY = 12 * 60  # minutes


class Oddity(State):
    """What looks odd: listed, never in anybody's way."""

    TWO_PLACES = "two_places", "同一时间在两处"
    LONG_HOURS = "long_hours", "时长过长"
    ONE_PHONE = "one_phone", "一部手机签了多人"
    NO_SEAT = "no_seat", "没有报名就签到"
    OUT_WITHOUT_IN = "out_without_in", "只有签退"
    NEVER_OUT = "never_out", "没有签退"
    REVOKED_CARD = "revoked_card", "用了后来作废的卡"


class WhoIsThere(State):
    ALL = "all", "全部"
    HERE = "here", "在场"
    MISSING = "missing", "没来"


class PresentForm(PageForm):
    view = choice(WhoIsThere, required=False, load_default=WhoIsThere.ALL)


class FindToScanForm(Form):
    """How a name begins, a whole telephone number, or the last four digits of one."""

    q = line(20)


class FoundToScanView(Schema):
    person_id = fields.Integer(required=True)
    person_name = string()
    phone_masked = maybe()
    post_label = maybe()  # of those who signed up, who come first


class KeptScanView(Schema):
    id = fields.Integer(required=True)
    direction = choice(Direction)
    direction_label = string()
    capacity = choice(Capacity)
    route = choice(Route)
    route_label = string()
    at = moment()
    offline = fields.Boolean(required=True)
    near = fields.Boolean(required=True, allow_none=True)
    reason = maybe()  # of one by name
    undone_at = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class StayView(Schema):
    """Three columns of minutes that never mix."""

    id = fields.Integer(required=True)
    capacity = choice(Capacity)
    capacity_label = string()
    in_at = moment(allow_none=True)
    out_at = moment(allow_none=True)
    minutes_actual = fields.Integer(required=True)
    minutes_added = fields.Integer(required=True)
    minutes_credited = fields.Integer(required=True)
    rule_version = fields.Integer(required=True)


class PresentView(Schema):
    """Somebody who signed up or was there."""

    person_id = fields.Integer(required=True)
    person_name = string()
    phone_masked = maybe()
    post_label = maybe()
    signup_label = maybe()
    walk_in = fields.Boolean(required=True)
    stays = fields.List(fields.Nested(StayView), required=True)
    scans = fields.List(fields.Nested(KeptScanView), required=True)
    flags = fields.List(fields.String(), required=True)  # labels of what looks odd
    repair_waits = fields.Boolean(required=True)
    actions = fields.List(fields.Nested(ActionView), required=True)  # in, out, seat


class SeatForm(Form):
    """A place for somebody who was there without one."""

    person_id = row_id()
    post_id = row_id()


class RepairForm(Form):
    """How long one served without a scan for it, or when one left."""

    client_id = client_id()
    minutes = whole(1, 24 * 60, required=False)
    left_at = aware(required=False)
    reason = line(100)

    @validates_schema
    def _one_of_them(self, form, **_):
        if ("minutes" in form) == ("left_at" in form):
            raise ValidationError("请填写服务了多久，或几点走的", "minutes")


class RepairListForm(PageForm):
    """`mine`: one's own; else those of one's areas, of one session if it is named."""

    mine = fields.Boolean(load_default=False)
    session_id = query_id()
    state = choice(RepairState, required=False)


class DeskWaitsView(Schema):
    """What waits for whoever runs sessions; each is the length of a list."""

    repairs = fields.Integer(required=True)
    memberships = fields.Integer(required=True)  # who ask to join a team


class ApproveForm(Form):
    """`minutes`: fewer than were asked for, with words of why."""

    minutes = whole(1, 24 * 60, required=False)
    words = line(100, required=False)


class RefuseForm(Form):
    words = line(100)


class RepairView(Schema):
    id = fields.Integer(required=True)
    client_id = string()
    session_id = fields.Integer(required=True)
    session_title = string()
    on = fields.Date(required=True)
    person_id = fields.Integer(required=True)
    person_name = string()
    minutes = fields.Integer(required=True)
    reason = string()
    state = choice(RepairState)
    state_label = string()
    asked_at = moment()
    minutes_approved = fields.Integer(required=True, allow_none=True)
    minutes_counted = fields.Integer(required=True)  # without what was scanned since; if approved
    note = maybe()  # what to know before judging, or what became of it
    answer = maybe()
    judged_at = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class OddityView(Schema):
    name = string()  # by which it is marked as looked at
    kind = choice(Oddity)
    label = string()
    words = string()
    people = fields.List(fields.String(), required=True)
    person_ids = fields.List(fields.Integer(), required=True)
    reviewed_words = maybe()
    reviewed_at = moment(allow_none=True)
    reviewed_by = maybe()


class ReviewForm(Form):
    name = Pattern(r"[0-9a-z_:]{3,100}", "没有这一项", required=True)
    words = line(100)


class AnnouncedView(Schema):
    """公示: what is about to be credited, for the neighbours of that place."""

    person_name = fields.String(required=True)  # masked
    minutes = fields.Integer(required=True)
    hours = fields.String(required=True, validate=validate.Length(3))
    until = fields.Date(required=True)
