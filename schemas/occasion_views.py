"""What is shown of occasions: a card in the calendar, a page by audience, one's own part in it.
Series are in series_views.py."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.occasion_duties import MySignupView, PostView
from schemas.occasion_lines import LineView, NumberView
from schemas.occasion_words import OccasionKind
from schemas.occasions import SessionState
from schemas.view import ActionView, maybe, moment, string


def number(**options) -> fields.Integer:
    return fields.Integer(**{"required": True, **options})


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
    ended_early = maybe()  # 15:20 提前结束：雨太大
    checks_open = fields.Boolean(required=True)  # whoever is there can check in or out now
    places = number()  # duties there are
    places_taken = number()
    lines = fields.List(fields.String(), required=True)  # 义剪、维修 …
    coming = fields.List(fields.String(), required=True)  # besides: 义剪一号车（义剪）
    my_label = maybe()  # what whoever asks has to do with it: 已报名 · 引导
    # Of one that is planned, which the desk alone sees: what it lacks before it can be published.
    missing = fields.List(fields.String(), required=True)


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
    pays = maybe()  # in points: 每服务半小时记 1 分，每天最多 8 分
    changed_words = maybe()  # what was changed last, or why it is off: 因雨取消
    share_text = string()  # to be sent to neighbours, with the address of the page
    calendar_path = string()  # the iCalendar feed of its area
    latitude = fields.Float(required=True, allow_none=True)  # WGS-84; the centre of the area, if
    longitude = fields.Float(required=True, allow_none=True)  # nobody said it of the place
    posts = fields.List(fields.Nested(PostView), required=True)
    queues = fields.List(fields.Nested(LineView), required=True)
    my_signup = fields.Nested(MySignupView, required=True, allow_none=True)
    my_children = fields.List(fields.Nested(MySignupView), required=True)  # whom one signed up
    my_numbers = fields.List(fields.Nested(NumberView), required=True)
    my_presence = fields.List(fields.Nested(MyPresenceView), required=True)
    checks_until = moment()  # whoever is there can check out until then
    announces = fields.Boolean(required=True)  # 公示 of what was served is there for whoever asks
    can_repair = fields.Boolean(required=True)  # a scan is missing, and may be asked for
    repair_waits = fields.Boolean(required=True)  # asked for, not judged yet
    checked_in = number()  # on duty and there now
    actions = fields.List(fields.Nested(ActionView), required=True)


class PublicSessionView(SessionView):
    pass


class RewardView(Schema):
    """What it pays in points, and out of which pool. `lack`: why it cannot be published so."""

    scheme_id = number()
    pool_id = number()
    pool_name = string()
    festival = fields.Boolean(required=True)  # for which the rule may pay more
    words = string()  # 每服务半小时记 1 分，从“社区经费池”出，要预留 48 分，池里有 300 分
    lack = maybe()


class StaffSessionView(SessionView):
    """The desk: who leads it, what to see to before it begins."""

    version = number()
    lead_id = number(allow_none=True)
    lead_name = maybe()
    series_id = number(allow_none=True)
    put_right_until = moment(
        allow_none=True
    )  # somebody checked in by name or given a post; null: off
    end_needs_reason = fields.Boolean(required=True)  # it is before its time
    reward = fields.Nested(RewardView, required=True, allow_none=True)
    warnings = fields.List(fields.String(), required=True)  # 引导：1 人报名，至少要 2 人


class PublishedView(Schema):
    """One session of a month that was to be published: is it, or what is it still lacking?"""

    session_id = number()
    on = fields.Date(required=True)
    words = string()
    title = string()
    area_name = string()
    published = fields.Boolean(required=True)
    missing = fields.List(fields.String(), required=True)


class FoundSessionView(Schema):
    session_id = number()
