"""Stalls on the wire."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, choice, line, row_id, whole
from schemas.market_words import StallKind
from schemas.paging import listed
from schemas.view import ActionView, maybe, string


class StallChangeForm(Form):
    """A stall and the line before it. `slot_minutes`: each number has a time of its own. `serves`:
    codes of categories of wishes; left out, what stalls of this kind usually meet."""

    label = line(12)
    crew = line(40)
    unit_id = row_id(required=False, load_default=None, allow_none=True)
    post_id = row_id(required=False, load_default=None, allow_none=True)
    vehicle_id = row_id(required=False, load_default=None, allow_none=True)
    capacity = whole(1, 500, required=False, load_default=None, allow_none=True)
    slot_minutes = whole(5, 120, required=False, load_default=None, allow_none=True)
    serves = fields.List(
        line(40), load_default=None, allow_none=True, validate=validate.Length(0, 20)
    )


class StallForm(StallChangeForm):
    kind = choice(StallKind)


class OutcomeView(Schema):
    """One of the words by which a number is ticked off."""

    outcome = string()
    label = string()
    served = fields.Boolean(required=True)  # else it was not done
    kept = fields.Boolean(required=True)  # taken away: what comes of it is told later
    why = fields.Boolean(required=True)  # a reason is asked for
    count = fields.Integer(required=True)  # numbers with it so far


class StallView(Schema):
    """`served_times` counts numbers (人次), `served_persons` different known people (人): never
    added up, for who was only called by a name is in the first alone."""

    id = fields.Integer(required=True)
    session_id = fields.Integer(required=True)
    kind = choice(StallKind)
    kind_label = string()
    silent = fields.Boolean(required=True)  # of its numbers nothing is kept but that they came
    label = string()
    crew = string()
    unit_id = fields.Integer(required=True, allow_none=True)
    unit_name = maybe()
    post_id = fields.Integer(required=True, allow_none=True)
    post_label = maybe()
    vehicle_id = fields.Integer(required=True, allow_none=True)
    vehicle_name = maybe()
    serves = fields.List(fields.String(), required=True)
    line_id = fields.Integer(required=True)
    capacity = fields.Integer(required=True, allow_none=True)
    slot_minutes = fields.Integer(required=True, allow_none=True)
    last = fields.Integer(required=True)  # the number given out last
    waiting = fields.Integer(required=True)
    served_times = fields.Integer(required=True)
    served_persons = fields.Integer(required=True)
    outcomes = fields.List(fields.Nested(OutcomeView), required=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


StallList = listed(StallView)


class StallFoundForm(Form):
    """What is scanned or typed at a stall: a personal code, a card, the code or the eight digits of
    a slip, or the number itself."""

    code = line(120)


class StallNumberView(Schema):
    """The number that was meant."""

    id = fields.Integer(required=True)
    n = fields.Integer(required=True)
    name = string()  # as it is called out
    state_label = string()
    ticket_id = fields.Integer(required=True, allow_none=True)
    ticket_title = maybe()
