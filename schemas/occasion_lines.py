"""Lines and numbers on the wire, and how many were counted by eye."""

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.form import Form, choice, line, row_id, whole, words
from schemas.occasion_words import OccasionKind
from schemas.occasions import NumberState, SessionState
from schemas.paging import PageForm
from schemas.view import ActionView, maybe, moment, string


class TakeNumberForm(Form):
    """For oneself. `person_id`: on behalf, at the desk. `called`: how somebody without a telephone
    is called out: a walk-in at the line, or a relative."""

    person_id = row_id(required=False)
    called = line(10, required=False)


class RebookForm(Form):
    """Another of the times that are free, and what it is about; what is not named stays."""

    n = whole(1, 500, required=False)
    topic = words(100, required=False, allow_none=True)

    @validates_schema
    def _of_something(self, form, **_):
        if not form:
            raise ValidationError("请选一个时间，或写一句", "n")


class ServeForm(Form):
    """What came of it: a code that the desk of this occasion knows. `reason`: why it was not done,
    or to whom it was passed on."""

    outcome = line(24, required=False)
    reason = words(100, required=False)


class FailForm(ServeForm):
    pass


class CorrectForm(ServeForm):
    """What it should have said, or what is known now of something that was taken away."""


class NumbersForm(PageForm):
    """`live`: those who wait or were called."""

    live = fields.Boolean(load_default=False)


class LineView(Schema):
    id = fields.Integer(required=True)
    session_id = fields.Integer(required=True)
    label = string()
    capacity = fields.Integer(required=True, allow_none=True)
    slot_minutes = fields.Integer(required=True, allow_none=True)
    left = fields.Integer(required=True, allow_none=True)  # numbers; None: as many as come
    next_at = moment(allow_none=True)  # about when the next one given out has its turn
    chosen = fields.Boolean(required=True)  # whoever books chooses a time
    last = fields.Integer(required=True)  # the number given out last
    waiting = fields.Integer(required=True)
    serving = fields.List(fields.Integer(), required=True)  # numbers called and not done with
    actions = fields.List(fields.Nested(ActionView), required=True)


class NumberView(Schema):
    """7 号, as whoever waits, the crew of the line and the desk read it."""

    id = fields.Integer(required=True)
    session_id = fields.Integer(required=True)
    session_title = string()
    session_kind = choice(OccasionKind)
    session_state = choice(SessionState)
    session_state_label = string()
    area_name = string()
    starts_at = moment()  # of the session
    line_id = fields.Integer(required=True)
    line_label = string()
    place = string()
    n = fields.Integer(required=True)
    name = maybe()  # how they are called out
    topic = maybe()  # what it is about, in their words; for them alone
    ticket_id = fields.Integer(required=True, allow_none=True)  # what became of it; for them alone
    at = moment(allow_none=True)  # about when, of whoever waits in a line with times
    called_to = fields.Integer(required=True, allow_none=True)  # the table, where there are several
    by_time = fields.Boolean(required=True)  # called by their times and not by their numbers
    ahead = fields.Integer(required=True, allow_none=True)  # of those who queue: how many before
    state = choice(NumberState)
    state_label = string()  # in the words of its stall: 带回去修
    ended_early = maybe()  # of its session: when, and why
    outcome = maybe()
    reason = maybe()
    done_at = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class HeadcountForm(Form):
    count = whole(0, 20_000)


class HeadcountView(Schema):
    id = fields.Integer(required=True)
    count = fields.Integer(required=True)
    counted_by_name = string()
    counted_at = moment()
    struck_at = moment(allow_none=True)  # a slip of the pen: kept, and no part of the figure
    actions = fields.List(fields.Nested(ActionView), required=True)


class HeadcountsView(Schema):
    """All that were counted, the latest first; a session's figure is the largest single one that
    was not struck out."""

    items = fields.List(fields.Nested(HeadcountView), required=True)
    largest = fields.Integer(required=True, allow_none=True)
    definition = string()
