"""What is shown of seats and the agenda of a reception day, and of what the board says."""

from marshmallow import Schema, fields

from schemas.form import choice
from schemas.reception import integer
from schemas.reception_words import AgendaState, AgendaWhy, Party, SeatState
from schemas.tickets import TicketState
from schemas.view import ActionView, maybe, moment, string


class UsualSeatView(Schema):
    party = choice(Party)
    party_label = string()
    unit_id = integer(allow_none=True)
    words = string()
    name = string()


class UnitOfASeatView(Schema):
    id = integer()
    name = string()


class PlanView(Schema):
    """The usual of a series; `tables` 0: it was not said yet."""

    series_id = integer()
    tables = integer()
    slot_minutes = integer()
    kept = integer()
    seats = fields.List(fields.Nested(UsualSeatView), required=True)
    units = fields.List(fields.Nested(UnitOfASeatView), required=True)  # that may be named there


class PublicSeatView(UsualSeatView):
    id = integer()
    state = choice(SeatState)
    state_label = string()
    deputy = maybe()  # which office came in its stead


class StaffSeatView(PublicSeatView):
    marked_by_name = maybe()
    marked_at = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class PublicSeatsView(Schema):
    """For whoever lives there."""

    audience = string()
    items = fields.List(fields.Nested(PublicSeatView), required=True)
    warnings = fields.List(fields.String(), required=True)


class StaffSeatsView(Schema):
    audience = string()
    items = fields.List(fields.Nested(StaffSeatView), required=True)
    warnings = fields.List(fields.String(), required=True)
    missed = fields.List(fields.String(), required=True)  # absent three times running
    units = fields.List(fields.Nested(UnitOfASeatView), required=True)  # that may be named there


class AgendaItemView(Schema):
    """For the desk."""

    id = integer()
    session_id = integer()
    ticket_id = integer()
    number = string()
    title = string()
    category_label = string()
    estate_name = string()
    holder_name = string()
    due_at = moment()
    overdue = fields.Boolean(required=True)
    reopens = integer()
    ticket_state = choice(TicketState)
    ticket_state_label = string()
    why = choice(AgendaWhy)
    why_label = string()
    state = choice(AgendaState)
    state_label = string()
    words = maybe()
    rolled_to_id = integer(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class BoardLineView(Schema):
    """Nothing written yet: empty, and the board says the category alone."""

    ticket_id = integer()
    headline = string()
    outcome = string()
    written_at = moment(allow_none=True)
