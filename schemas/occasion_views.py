"""What is shown of occasions: a card in the calendar, a page by audience, one's own part in it."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.occasion_words import OccasionKind, RuleKind
from schemas.occasions import SessionState, SignupState
from schemas.view import ActionView, maybe, moment, string


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
    version = number()
    ended_on = fields.Date(required=True, allow_none=True)


class SessionCardView(Schema):
    """A row of the calendar."""

    id = number()
    kind = choice(OccasionKind)
    kind_label = string()
    title = string()
    theme = string()
    on = fields.Date(required=True)
    day_words = string()
    starts_at = moment()
    ends_at = moment()
    place = string()
    area_id = number()
    area_name = string()
    state = choice(SessionState)
    state_label = string()
    places = number()  # duties there are
    places_taken = number()
    lines = fields.List(fields.String(), required=True)  # 义剪、维修 …
    my_label = maybe()  # what whoever asks has to do with it: 已报名 · 引导


class PostView(Schema):
    id = number()
    label = string()
    skill = string()
    capacity = number()
    taken = number()
    minimum = number()
    steward = fields.Boolean(required=True)


class LineView(Schema):
    id = number()
    label = string()
    capacity = number(allow_none=True)
    slot_minutes = number(allow_none=True)
    last = number()  # the number given out last
    waiting = number()


class MySignupView(Schema):
    id = number()
    post_id = number()
    post_label = string()
    state = choice(SignupState)
    state_label = string()
    rank = number(allow_none=True)  # in the waiting list, 1: the next one
    confirm_by = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class MyPresenceView(Schema):
    capacity_label = string()
    in_at = moment(allow_none=True)
    out_at = moment(allow_none=True)
    minutes = number()


class SessionView(SessionCardView):
    """What every audience reads."""

    audience = string()
    token = string()
    incentive = string()
    changed_words = maybe()
    posts = fields.List(fields.Nested(PostView), required=True)
    queues = fields.List(fields.Nested(LineView), required=True)
    my_signup = fields.Nested(MySignupView, required=True, allow_none=True)
    my_presence = fields.List(fields.Nested(MyPresenceView), required=True)
    checked_in = number()  # on duty and there now
    actions = fields.List(fields.Nested(ActionView), required=True)


class PublicSessionView(SessionView):
    pass


class StaffSessionView(SessionView):
    """The desk: what is missing, who answers for it."""

    version = number()
    lead_id = number(allow_none=True)
    lead_name = maybe()
    series_id = number(allow_none=True)
    missing = fields.List(fields.String(), required=True)


class SignupView(Schema):
    """Somebody's place, as they or the desk read it."""

    id = number()
    session_id = number()
    post_id = number()
    post_label = string()
    person_id = number()
    person_name = string()
    state = choice(SignupState)
    state_label = string()
    walk_in = fields.Boolean(required=True)
    late = fields.Boolean(required=True)
    confirm_by = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)
