"""What lists show of tickets: a short row for each list."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.ticket_words import Kind, Urgency
from schemas.tickets import TicketState
from schemas.view import ActionView, maybe, moment, string


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
    hoped_for = string()
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
    my_part = string()
    asked_label = maybe()  # of a claim that the desk has not answered
    answer_by = moment(allow_none=True)  # until when they say whether they take it
    waits_for_you = fields.Boolean(required=True)


class QueueRowView(TicketRowView):
    """The desk's queue. By who and where one tells apart what has no words yet. `did_it`: whoever
    asks did the work, and somebody else is to call."""

    did_it = fields.Boolean(required=True)
    done_at = moment(allow_none=True)

    kind_label = string()
    wisher_name = string()
    place = maybe()
    channel_label = string()
    urgency = choice(Urgency)
    due_at = moment()
    due_provisional = fields.Boolean(required=True)
    overdue = fields.Boolean(required=True)
    holder_name = string()
    asked_name = maybe()  # who was asked and has not answered
    mark = maybe()  # how it came back: 被退回, 居民不同意, 居民说没办好 2 次 …
    reopens = fields.Integer(required=True)
    claim_requests = fields.Integer(required=True)
    repeat_label = maybe()  # the same again, lately
    longer_asked = fields.Boolean(required=True)  # somebody asks for more time
    arranged = maybe()  # at a market day: 11月26日 义剪 7号; nobody has to be sent


class CountsView(Schema):
    """The counts above the queue; each is a filter. `return_visits` is a list of its own."""

    intake = fields.Integer(required=True)
    dispatch = fields.Integer(required=True)
    soon = fields.Integer(required=True)
    overdue = fields.Integer(required=True)
    waiting = fields.Integer(required=True)  # the resident was asked
    callback = fields.Integer(required=True)
    repeated = fields.Integer(required=True)
    extension = fields.Integer(required=True)
    escalated = fields.Integer(required=True)  # the clock told more than whoever has it
    all = fields.Integer(required=True)
    return_visits = fields.Integer(required=True)  # 满月回访 that are due


class FoundView(Schema):
    """What a printed code or a number tells whoever holds it: how far it is, and whom to call."""

    number = string()
    kind_label = string()
    state_label = string()
    moved_on = fields.Date(required=True)
    desk_name = string()
    desk_phone = string()
    ticket_id = fields.Integer(required=True, allow_none=True)  # if whoever asks may open it


class TakerView(Schema):
    """Somebody a ticket may be dispatched to."""

    id = fields.Integer(required=True)
    name = string()
    about = string()  # the kind of unit, or the roles of a person
    has_part = fields.Boolean(required=True)  # of this ticket: nobody gets a second one


class TakersView(Schema):
    units = fields.List(fields.Nested(TakerView), required=True)
    persons = fields.List(fields.Nested(TakerView), required=True)
    part_due_at = moment()  # of a part whose day nobody names


class CategoryView(Schema):
    id = fields.Integer(required=True)
    kind = choice(Kind)  # which tickets may be about it
    code = string()
    label = string()
    parent_id = fields.Integer(required=True, allow_none=True)
    limit_days = fields.Integer(required=True)
