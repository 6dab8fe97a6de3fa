"""What is seen of one ticket: a view for each audience."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.ticket_clock import (
    AlarmView,
    ExtensionView,
    LevelDaysView,
    OtherTicketView,
    PhoneToCallView,
    RepeatView,
)
from schemas.ticket_parts import AssignmentView, BackstopView, PartView, ShareView
from schemas.ticket_words import (
    CannotDo,
    Difficulty,
    Elsewhere,
    Group,
    Kind,
    SolvedLevel,
    Urgency,
)
from schemas.tickets import TicketState
from schemas.view import ActionView, maybe, moment, string


class StageView(Schema):
    """One station of the line of life."""

    word = string()  # 点单
    words = string()  # 您说给社区
    at = moment(allow_none=True)
    reached = fields.Boolean(required=True)


class EventView(Schema):
    """One line of what happened, newest first."""

    at = moment()
    words = string()
    who = string()
    more = maybe()


class FileView(Schema):
    """Addresses live for an hour and open without signing in: pictures cannot send a token."""

    id = fields.Integer(required=True)
    kind = string()  # picture | voice
    purpose = string()  # before | after | voice | paper
    url = string()
    thumb_url = maybe()
    seconds = fields.Integer(required=True, allow_none=True)


class RatingView(Schema):
    round = fields.Integer(required=True)
    solved = string(attribute="solved.value")
    solved_label = string(attribute="solved.label")
    satisfied_label = maybe()
    route_label = string(attribute="route.label")
    words = maybe()
    recorded_by = maybe()  # 「苏雅琴代记，纸质签字」, when somebody else wrote it down
    rated_at = moment()


class PublicTicketView(Schema):
    """For everybody."""

    audience = string()
    id = fields.Integer(required=True)
    number = string()
    kind = choice(Kind)
    kind_label = string()
    state = choice(TicketState)
    state_label = string()
    category_label = string()
    group_label = string()
    area_id = fields.Integer(required=True)
    estate_name = string()
    title = string()
    need = string()
    effort = string()
    hoped_for = string()  # of the card: when it suits
    received_at = moment()
    helpers_needed = fields.Integer(required=True)
    places_left = fields.Integer(required=True)
    guarded = fields.Boolean(required=True)
    supports = fields.Integer(required=True)
    my_claim_label = maybe()
    desk_name = string()
    desk_phone = string()
    lifeline = fields.List(fields.Nested(StageView), required=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class _Involved(PublicTicketView):
    """What everybody who has to do with it may read."""

    text = maybe()
    place = maybe()
    hoped = maybe()
    contact_name = maybe()
    contact_phone = maybe()
    proxy_name = maybe()  # who said it for the wisher and can be called, if anybody
    proxy_phone = maybe()
    holder_name = string()
    outcome = maybe()
    due_at = moment()
    due_provisional = fields.Boolean(required=True)
    files = fields.List(fields.Nested(FileView), required=True)
    timeline = fields.List(fields.Nested(EventView), required=True)
    ratings = fields.List(fields.Nested(RatingView), required=True)
    reopens = fields.Integer(required=True)
    extensions = fields.List(fields.Nested(ExtensionView), required=True)
    level_label = maybe()  # where it was solved


class AppointmentView(Schema):
    """已约圩日 11月26日 义剪 7号"""

    words = string()
    state_label = string()
    session_id = fields.Integer(required=True)
    live = fields.Boolean(required=True)  # still to come


class PartyTicketView(_Involved):
    """For the wisher, and for whoever wrote it down for them."""

    token = string()  # of the receipt's code
    receipt_url = string()  # the paper; opens for an hour without signing in, as files do
    slip_url = maybe()  # 办结反馈单, while the resident's word is waited for
    for_whom = maybe()
    entered_by_name = maybe()
    rate_until = moment(allow_none=True)
    cannot_do_label = maybe()
    elsewhere_label = maybe()
    elsewhere_words = maybe()  # whom to turn to, in full
    elsewhere_phones = fields.List(fields.Nested(PhoneToCallView), required=True)
    shares = fields.List(fields.Nested(ShareView), required=True)  # of a joint slip, the lead first
    follows = fields.Nested(OtherTicketView, required=True, allow_none=True)  # which came back
    followed_by = fields.Nested(OtherTicketView, required=True, allow_none=True)
    merged_into = maybe()
    appointments = fields.List(fields.Nested(AppointmentView), required=True)


class DoerTicketView(_Involved):
    """For whoever took it on. Private details are null until they accept, and once they faded."""

    my_part = string()  # what they were asked to do, in the words of the desk; may be empty
    answer_by = moment(allow_none=True)  # until when they say whether they take it
    no_phone = fields.Boolean(required=True)  # they may call, and there is no number
    fades_on = fields.Date(required=True, allow_none=True)
    helpers = fields.List(fields.String(), required=True)
    parts = fields.List(fields.Nested(PartView), required=True)  # theirs; of the lead, all
    waits_for = string()  # whom the lead waits for: 「县供电所、庠柄物业」; else empty


class StaffTicketView(_Involved):
    """For the desk in whose area it is. The contact phone is masked: opening it is recorded."""

    token = string()
    receipt_url = string()
    slip_url = maybe()
    wisher_id = fields.Integer(required=True)
    wisher_name = string()
    entered_by_name = maybe()
    channel_label = string()
    receiver_name = string()
    category_id = fields.Integer(required=True)
    group = choice(Group)
    urgency = choice(Urgency)
    difficulty = choice(Difficulty)
    source = string()
    assignments = fields.List(fields.Nested(AssignmentView), required=True)
    waits_for = string()
    slips = fields.List(fields.Nested(ActionView), required=True)  # 三单 that may be printed now
    backstop = fields.Nested(BackstopView, required=True, allow_none=True)
    cannot_do = choice(CannotDo, allow_none=True)
    elsewhere = choice(Elsewhere, allow_none=True)
    merged_into = maybe()
    appointments = fields.List(fields.Nested(AppointmentView), required=True)
    calls = fields.Integer(required=True)
    level = choice(SolvedLevel, allow_none=True)
    days_at_levels = fields.List(fields.Nested(LevelDaysView), required=True)
    alarms = fields.List(fields.Nested(AlarmView), required=True)
    repeat = fields.Nested(RepeatView, required=True, allow_none=True)
    follows = maybe()  # the number of the ticket that came back as this one


class ContactView(Schema):
    contact_name = maybe()
    contact_phone = maybe()
    proxy_name = maybe()
    proxy_phone = maybe()
