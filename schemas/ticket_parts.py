"""Parts of a joint slip (部门联办单), and the papers by which units are asked and answer."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, choice, line, row_id, words
from schemas.people_fields import sms_code
from schemas.ticket_words import PartAct, SlipKind, SolvedLevel
from schemas.view import ActionView, maybe, moment, string

PARTS_MAX = 5
PICTURES = 3


def photos(fewest: int = 0, **options) -> fields.List:
    error = f"请添加 {fewest} 到 {PICTURES} 张照片" if fewest else f"最多 {PICTURES} 张照片"
    few = validate.Length(fewest, PICTURES, error=error)
    return fields.List(row_id(), validate=few, **options)


class PartForm(Form):
    """To a unit or to a person; exactly one of them. Not due on a day: due with the ticket."""

    unit_id = row_id(required=False)
    person_id = row_id(required=False)
    part = line(60)
    due_on = fields.Date(metadata={"description": "In office hours of that day"})


def parts() -> fields.List:
    few = validate.Length(0, PARTS_MAX, error=f"最多 {PARTS_MAX} 个协办单位")
    return fields.List(fields.Nested(PartForm), load_default=list, validate=few)


class OnePartForm(Form):
    assignment_id = row_id()


class PartReasonForm(OnePartForm):
    words = words(200)


class FinishPartForm(OnePartForm):
    """`proof_words`: of a unit that has no photo, what shows that it is done."""

    words = words(500)
    photo_ids = photos(load_default=list)
    proof_words = line(100, required=False)


class ByPaperForm(OnePartForm):
    """What a unit wrote on its paper, which is photographed. `words`: why, or what was done."""

    act = choice(PartAct)
    words = words(500, required=False, load_default="")
    paper_ids = photos(1, required=True)
    level = choice(SolvedLevel, required=False)


class PrintSlipForm(Form):
    """`assignment_id`: the copy of one unit, which it may answer by a code."""

    kind = choice(SlipKind)
    assignment_id = row_id(required=False)


class SlipCodeForm(Form):
    code = sms_code()


class SlipAnswerForm(SlipCodeForm):
    act = choice(PartAct)
    words = words(500, required=False, load_default="")
    photo_ids = photos(load_default=list)
    proof_words = line(100, required=False)


class ShareView(Schema):
    """One unit's share of a joint slip, as the resident reads it."""

    name = string()
    leads = fields.Boolean(required=True)
    part = string()
    state = string()
    state_label = string()
    due_at = moment()
    outcome = maybe()
    done_at = moment(allow_none=True)


class PartView(Schema):
    """One unit's or person's share, as whoever has it may read it."""

    id = fields.Integer(required=True)
    role = string()  # lead | co | doer
    part = string()
    name = string()
    state = string()
    state_label = string()
    due_at = moment()
    answer_by = moment(allow_none=True)  # while it waits for an answer
    phone = maybe()  # of a unit's office: whoever leads may ring them
    late = fields.Boolean(required=True)  # done late, late as it stands, or silent for too long
    outcome = maybe()
    accepted_at = moment(allow_none=True)
    done_at = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class AssignmentView(PartView):
    """For the desk; `phone` of a person, too."""

    about = string()  # of a person who waits for consent; else empty
    reason = maybe()
    changed_at = moment()
    paper_acts = fields.List(fields.Nested(ActionView), required=True)  # what paper may say for it
    by_code = fields.Boolean(required=True)  # a unit with a mobile: its copy is answered by a code


class BackstopView(Schema):
    """兜底: whom the desk may ask when others have bounced it."""

    unit_id = fields.Integer(required=True)
    name = string()
    bounces = fields.Integer(required=True)


class PrintedSlipView(Schema):
    id = fields.Integer(required=True)
    kind = choice(SlipKind)
    kind_label = string(attribute="kind.label")
    token = string()
    url = string()  # the paper; opens for an hour without signing in
    for_name = maybe()  # whose copy
    printed_at = moment()


class ScannedSlipView(Schema):
    """What a slip opens for the one who asks: `desk` and `party` their ticket, `part` a unit its
    part, `public` the card on the wall, `sign_in` and `nothing` no more than this."""

    opens = string()
    kind = choice(SlipKind)
    kind_label = string(attribute="kind.label")
    number = string()
    state_label = string()
    words = string()  # what to do now
    ticket_id = fields.Integer(required=True, allow_none=True)
    assignment_id = fields.Integer(required=True, allow_none=True)
    rate = fields.Boolean(required=True)  # the resident's word is waited for, and theirs to give
    by_code = fields.List(fields.Nested(ActionView), required=True)  # what the unit may answer
    unit_name = maybe()
    desk_name = string()
    desk_phone = string()


class SlipCodeSentView(Schema):
    phone = string()  # masked
    again_in_seconds = fields.Integer(required=True)
    good_for_seconds = fields.Integer(required=True)


class SlipPhotoView(Schema):
    id = fields.Integer(required=True)


class SlipAnsweredView(Schema):
    """What the unit's part is now."""

    number = string()
    state_label = string()
    unit_name = string()
