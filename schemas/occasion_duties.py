"""Duties on the wire: posts, places at them, and what is asked of whoever takes one."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.form import Form, choice, flag, line, phone, row_id, whole
from schemas.occasions import SessionState, SignupState
from schemas.paging import PageForm
from schemas.view import ActionView, maybe, moment, string


class PostForm(Form):
    label = line(12)
    skill = line(20, required=False, load_default="")
    capacity = whole(1, 500)
    minimum = whole(0, 500, required=False, load_default=0)
    steward = flag(required=False, load_default=False)

    @validates_schema
    def _minimum_fits(self, form, **_):
        if form["minimum"] > form["capacity"]:
            raise ValidationError("至少几人不能多于最多几人", "minimum")


class SignUpForm(Form):
    """For oneself. `person_id`: of somebody the desk knows. `child`: somebody who is under 14, by
    a guardian or the desk; new by `child_name`, known by `person_id`. `consent`: which version of
    the text for guardians was agreed to."""

    person_id = row_id(required=False)
    team_id = row_id(required=False)
    child = flag(required=False, load_default=False)
    child_name = line(20, required=False)
    guardian_name = line(20, required=False)
    guardian_phone = phone(required=False)
    consent = line(20, required=False)

    @validates_schema
    def _a_child_has_a_guardian(self, form, **_):
        if not form["child"]:
            return
        words = {"guardian_name": "请写监护人姓名", "guardian_phone": "请写监护人电话"}
        words |= {"consent": "请监护人先看说明并同意"}
        missing = {name: [told] for name, told in words.items() if name not in form}
        if "person_id" not in form and "child_name" not in form:
            missing["child_name"] = ["请写孩子的称呼"]
        if missing:
            raise ValidationError(missing)


class SignUpTeamForm(Form):
    """Members whom their leader or the desk signs up; each is answered."""

    team_id = row_id()
    person_ids = fields.List(
        row_id(), required=True, validate=validate.Length(1, 50, error="一次 1 到 50 人")
    )


class SignupsForm(PageForm):
    """`live`: without those who stepped down."""

    live = fields.Boolean(load_default=True)


class MySignupsForm(PageForm):
    past = fields.Boolean(load_default=False)


class PostView(Schema):
    id = fields.Integer(required=True)
    label = string()
    skill = string()
    capacity = fields.Integer(required=True)
    taken = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    minimum = fields.Integer(required=True)
    steward = fields.Boolean(required=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class MySignupView(Schema):
    id = fields.Integer(required=True)
    post_id = fields.Integer(required=True)
    post_label = string()
    person_name = string()
    child = fields.Boolean(required=True)
    state = choice(SignupState)
    state_label = string()
    rank = fields.Integer(required=True, allow_none=True)  # in the waiting list, 1: the next one
    confirm_by = moment(allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class SignupRowView(MySignupView):
    """A line of a session's list."""

    session_id = fields.Integer(required=True)
    person_id = fields.Integer(required=True)
    team_name = maybe()
    walk_in = fields.Boolean(required=True)
    late = fields.Boolean(required=True)  # stepped down within a day of the beginning
    made_at = moment()


class SignupView(SignupRowView):
    """Somebody's place, as they, their guardian or the desk read it."""

    session_title = string()
    session_state = choice(SessionState)
    session_state_label = string()
    ended_early = maybe()  # when, and why
    area_name = string()
    starts_at = moment()
    ends_at = moment()
    place = string()
    guardian_name = maybe()
    guardian_phone = maybe()


class TeamAnswerView(Schema):
    """One of those a leader signed up: a place, or why not."""

    person_id = fields.Integer(required=True)
    person_name = maybe()
    status = string()  # accepted | refused
    state = choice(SignupState, allow_none=True)
    state_label = maybe()
    detail = maybe()


class TeamAnswersView(Schema):
    items = fields.List(fields.Nested(TeamAnswerView), required=True)


class ChildView(Schema):
    """A child one has signed up before."""

    person_id = fields.Integer(required=True)
    name = string()
