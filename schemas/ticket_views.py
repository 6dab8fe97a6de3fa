"""What is seen of a ticket: one view for each audience, and a short one for each list."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.ticket_words import CannotDo, Difficulty, Elsewhere, Group, Kind, Urgency
from schemas.tickets import TicketState


def string(**options) -> fields.String:
    return fields.String(**{"required": True, **options})


def maybe(**options) -> fields.String:
    return string(allow_none=True, **options)


def moment(**options) -> fields.DateTime:
    return fields.DateTime(**{"required": True, **options})


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


class ActionView(Schema):
    action = string()
    label = string()


class FileView(Schema):
    """Addresses live for an hour and open without signing in: pictures cannot send a token."""

    id = fields.Integer(required=True)
    kind = string()  # picture | voice
    purpose = string()  # before | after | voice | paper
    url = string()
    thumb_url = maybe()
    seconds = fields.Integer(required=True, allow_none=True)


class TakerView(Schema):
    """Somebody a ticket may be dispatched to."""

    id = fields.Integer(required=True)
    name = string()
    about = string()  # the kind of unit, or the roles of a person


class TakersView(Schema):
    units = fields.List(fields.Nested(TakerView), required=True)
    persons = fields.List(fields.Nested(TakerView), required=True)


class CategoryView(Schema):
    id = fields.Integer(required=True)
    kind = choice(Kind)  # which tickets may be about it
    code = string()
    label = string()
    parent_id = fields.Integer(required=True, allow_none=True)
    limit_days = fields.Integer(required=True)


class RatingView(Schema):
    round = fields.Integer(required=True)
    solved = string(attribute="solved.value")
    solved_label = string(attribute="solved.label")
    satisfied_label = maybe()
    route_label = string(attribute="route.label")
    words = maybe()
    rated_at = moment()


class TicketRowView(Schema):
    """What every list shows."""

    id = fields.Integer(required=True)
    number = string()
    kind = choice(Kind)
    title = string()
    state = choice(TicketState)
    state_label = string()
    estate_name = string()
    category_label = string()
    received_at = moment()


class WallCardView(TicketRowView):
    """The wall: nothing personal, for everybody, but what whoever asks has to do with it."""

    need = string()
    effort = string()
    group_label = string()
    published_at = moment()
    helpers_needed = fields.Integer(required=True)
    places_left = fields.Integer(required=True)
    guarded = fields.Boolean(required=True)
    my_claim_label = maybe()
    actions = fields.List(fields.Nested(ActionView), required=True)


class MineRowView(TicketRowView):
    """My wishes, and those I made for others."""

    for_whom = maybe()
    waits_for_you = fields.Boolean(required=True)
    holder_name = string()


class TaskRowView(TicketRowView):
    """What I have taken on. Private details are null once they have faded."""

    due_at = moment()
    overdue = fields.Boolean(required=True)
    place = maybe()
    contact_name = maybe()
    contact_phone = maybe()
    waits_for_you = fields.Boolean(required=True)


class QueueRowView(TicketRowView):
    """The desk's queue."""

    kind_label = string()
    channel_label = string()
    urgency = choice(Urgency)
    due_at = moment()
    due_provisional = fields.Boolean(required=True)
    overdue = fields.Boolean(required=True)
    holder_name = string()
    reopens = fields.Integer(required=True)
    claim_requests = fields.Integer(required=True)


class CountsView(Schema):
    """The counts above the queue; each is a filter."""

    intake = fields.Integer(required=True)
    dispatch = fields.Integer(required=True)
    soon = fields.Integer(required=True)
    overdue = fields.Integer(required=True)
    callback = fields.Integer(required=True)
    all = fields.Integer(required=True)


class FoundView(Schema):
    """What a printed code or a number tells whoever holds it: how far it is, and whom to call."""

    number = string()
    kind_label = string()
    state_label = string()
    moved_on = fields.Date(required=True)
    desk_name = string()
    desk_phone = string()
    ticket_id = fields.Integer(required=True, allow_none=True)  # if whoever asks may open it


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
    holder_name = string()
    outcome = maybe()
    due_at = moment()
    due_provisional = fields.Boolean(required=True)
    files = fields.List(fields.Nested(FileView), required=True)
    timeline = fields.List(fields.Nested(EventView), required=True)
    ratings = fields.List(fields.Nested(RatingView), required=True)
    reopens = fields.Integer(required=True)


class PartyTicketView(_Involved):
    """For the wisher, and for whoever wrote it down for them."""

    token = string()  # of the receipt's code
    receipt_url = string()  # the paper; opens for an hour without signing in, as files do
    for_whom = maybe()
    entered_by_name = maybe()
    rate_until = moment(allow_none=True)
    cannot_do_label = maybe()
    elsewhere_label = maybe()
    merged_into = maybe()


class DoerTicketView(_Involved):
    """For whoever took it on. Private details are null once they have faded."""

    fades_on = fields.Date(required=True, allow_none=True)
    helpers = fields.List(fields.String(), required=True)


class AssignmentView(Schema):
    id = fields.Integer(required=True)
    role = string()
    part = string()
    name = string()
    phone = maybe()
    state = string()
    state_label = string()
    reason = maybe()
    due_at = moment(allow_none=True)
    changed_at = moment()


class StaffTicketView(_Involved):
    """For the desk in whose area it is. The contact phone is masked: opening it is recorded."""

    token = string()
    receipt_url = string()
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
    cannot_do = choice(CannotDo, allow_none=True)
    elsewhere = choice(Elsewhere, allow_none=True)
    merged_into = maybe()
    calls = fields.Integer(required=True)


class ContactView(Schema):
    contact_name = maybe()
    contact_phone = maybe()
