"""What people say to a ticket: one form for each step."""

from marshmallow import fields, validate

from schemas.clock_words import LONGER_MAX
from schemas.form import Form, choice, flag, line, phone, query_id, row_id, whole, words
from schemas.paging import PageForm
from schemas.ticket_parts import parts
from schemas.ticket_words import (
    CannotDo,
    Difficulty,
    Elsewhere,
    Group,
    Kind,
    RatingRoute,
    Satisfied,
    Solved,
    SolvedLevel,
    Urgency,
)
from schemas.tickets import TicketState

PICTURES = 3


def file_ids() -> fields.List:
    few = validate.Length(0, PICTURES, error=f"最多 {PICTURES} 张照片")
    return fields.List(row_id(), load_default=list, validate=few)


class AnswerForm(Form):
    words = words(500)
    photo_ids = file_ids()


class FinishForm(AnswerForm):
    """`proof_words`: of a unit that has no photo, what shows that it is done."""

    proof_words = line(100, required=False)
    level = choice(SolvedLevel, required=False)


class NoteForm(AnswerForm):
    for_staff = flag(required=False, load_default=False)


class ReasonForm(Form):
    words = words(200)


class ExtendForm(ReasonForm):
    """So many more working days, and why."""

    days = whole(1, LONGER_MAX)


class DispatchForm(Form):
    """To a unit or to a person; exactly one of them. `co`: others who each do a part (联办)."""

    unit_id = row_id(required=False)
    person_id = row_id(required=False)
    part = line(60, required=False, load_default="")
    co = parts()


class TakersForm(Form):
    """Whom to dispatch to; `q` narrows persons to names that begin so."""

    q = line(20, required=False)


class RateForm(Form):
    """`route` is tap for the resident; staff say whether they called or hold the signed paper."""

    solved = choice(Solved)
    satisfied = choice(Satisfied, required=False, load_default=None)
    words = words(300, required=False, load_default=None)
    route = choice(RatingRoute, required=False, load_default=RatingRoute.TAP)
    paper_id = row_id(required=False)


class CallBackForm(Form):
    reached = flag()
    words = words(200, required=False, load_default=None)


class CannotDoForm(ReasonForm):
    reason = choice(CannotDo)


class HandOverForm(ReasonForm):
    elsewhere = choice(Elsewhere)


class TransferForm(ReasonForm):
    """To another community; the words are for the desk there and for the resident."""

    area_id = row_id()


class MergeForm(Form):
    into = line(9)  # the other ticket's number, as somebody reads it out


class TriageForm(Form):
    """`words`: why it is due later than it was."""

    category_id = row_id(required=False)
    group = choice(Group, required=False)
    urgency = choice(Urgency, required=False)
    difficulty = choice(Difficulty, required=False)
    helpers_needed = whole(1, 20, required=False)
    level = choice(SolvedLevel, required=False)
    due_on = fields.Date(metadata={"description": "In office hours of that day"})
    words = words(200, required=False)


class FeedbackForm(Form):
    """意见与投诉: to the administrators, about anything."""

    text = words(500)
    area_id = row_id(required=False)
    contact_phone = phone(required=False, load_default=None)
    photo_ids = file_ids()


class QueueForm(PageForm):
    """`view` is one of the counts above the queue; `q` words of the public card, or a number, which
    is found in whatever state its ticket is. `mine_to_call`: not what whoever asks did."""

    mine_to_call = fields.Boolean(load_default=False)

    view = fields.String(
        load_default="all",
        validate=validate.OneOf(
            [
                "all",
                "intake",
                "dispatch",
                "soon",
                "overdue",
                "waiting",
                "answered",
                "callback",
                "repeated",
                "extension",
                "escalated",
                "closed",
            ],
            error="没有这个筛选",
        ),
    )
    kind = choice(Kind, required=False)
    state = choice(TicketState, required=False)
    area_id = query_id()
    category_id = query_id()
    q = line(30, required=False)


class MineForm(PageForm):
    """`open` still moves, `closed` is over, `waiting` waits for whoever asks."""

    kind = choice(Kind, required=False)

    view = fields.String(
        load_default="all",
        validate=validate.OneOf(["all", "open", "closed", "waiting"], error="没有这个筛选"),
    )


class FindForm(Form):
    """A number read out, or the token in a printed code."""

    number = line(9, required=False)
    token = line(40, required=False)
