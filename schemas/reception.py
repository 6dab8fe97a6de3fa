"""What is shown of reception days: a row of the list, free times, the screen, the desk.
Seats and the agenda are in reception_seats.py."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.occasions import NumberState, SessionState
from schemas.reception_words import Source
from schemas.tickets import TicketState
from schemas.view import ActionView, maybe, moment, string


def integer(**options) -> fields.Integer:
    return fields.Integer(**{"required": True, **options})


class HeardView(Schema):
    """What was said at a session, counted apart: never added up, never a bare rate. Null: those who
    reported it did not say."""

    received = integer()  # 受理, without what was merged
    merged = integer()
    answered_on_spot = integer(allow_none=True)
    reported_done = integer(allow_none=True)  # the doer's word
    solved = integer()  # the resident's word; of what was reported, the report's
    agenda_answered = integer()
    agenda_rolled = integer()


class OwnTimeView(Schema):
    """A number one holds there."""

    id = integer()
    n = integer()
    at = moment(allow_none=True)
    name = maybe()  # of somebody else for whom it is
    topic = maybe()
    state_label = string()


class ReceptionRowView(Schema):
    """A reception day, to come or past."""

    id = integer()
    title = string()
    on = fields.Date(required=True)
    day_words = string()
    starts_at = moment()
    ends_at = moment()
    place = string()
    area_id = integer()
    area_name = string()
    state = choice(SessionState)
    state_label = string()
    source = choice(Source)
    source_label = string()
    tables = integer()
    left = integer(allow_none=True)  # times that may still be booked; null: none are given
    next_at = moment(allow_none=True)
    my_numbers = fields.List(fields.Nested(OwnTimeView), required=True)
    heard = fields.Nested(HeardView, required=True, allow_none=True)  # of one that is past


class TimeView(Schema):
    n = integer()
    at = moment()


class TimesView(Schema):
    """Which times may still be had; those kept for the door are not among them before it opens."""

    slot_minutes = integer()
    items = fields.List(fields.Nested(TimeView), required=True)


class CalledView(Schema):
    n = integer()
    table = integer(allow_none=True)
    at = moment()  # when last: called once more, it is said once more


class ReceptionScreenView(Schema):
    """For a screen at the wall: numbers alone, no name."""

    title = string()
    area_name = string()
    place = string()
    state = choice(SessionState)
    starts_at = moment()
    ends_at = moment()
    called = fields.List(fields.Nested(CalledView), required=True)  # the latest first
    next = fields.List(fields.Integer(), required=True)
    waiting = integer()
    done = integer()
    as_of = moment()


class DeskNumberView(Schema):
    """A number as the desk reads it."""

    id = integer()
    session_id = integer()
    n = integer()
    name = maybe()
    person_id = integer(allow_none=True)
    for_somebody = fields.Boolean(required=True)  # whoever took it speaks for them
    topic = maybe()
    at = moment(allow_none=True)
    ahead = integer(allow_none=True)
    state = choice(NumberState)
    state_label = string()
    called_to = integer(allow_none=True)
    reason = maybe()
    ticket_id = integer(allow_none=True)
    ticket_number = maybe()
    ticket_state_label = maybe()
    actions = fields.List(fields.Nested(ActionView), required=True)


class ReceivedView(Schema):
    """The ticket that was opened, and its number in the queue."""

    ticket_id = integer()
    ticket_number = string()
    ticket_state = choice(TicketState)
    ticket_state_label = string()
    receipt_url = string()
    number = fields.Nested(DeskNumberView, required=True)


class HostedEstateView(Schema):
    id = integer()
    name = string()


class ReceptionDeskView(Schema):
    """The head of the desk's page: queue, agenda and seats are lists of their own."""

    session_id = integer()
    title = string()
    on = fields.Date(required=True)
    ends_at = moment()
    early = fields.Boolean(required=True)  # whoever ends it now says why
    estates = fields.List(fields.Nested(HostedEstateView), required=True)  # none of an estate's
    state = choice(SessionState)
    state_label = string()
    tables = integer()
    line_id = integer(allow_none=True)
    slot_minutes = integer(allow_none=True)
    kept = integer()
    left = integer()
    waiting = integer()
    called = fields.List(fields.Nested(CalledView), required=True)
    heard = fields.Nested(HeardView, required=True)
    agenda_open = integer()
    warnings = fields.List(fields.String(), required=True)
    missing = fields.List(fields.String(), required=True)  # before it can be published
    actions = fields.List(fields.Nested(ActionView), required=True)
