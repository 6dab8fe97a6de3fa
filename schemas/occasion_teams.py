"""Teams on the wire."""

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.form import Form, choice, line, mobile, query_id, row_id
from schemas.occasions import MembershipState
from schemas.paging import PageForm
from schemas.view import ActionView, maybe, moment, string


class TeamForm(Form):
    area_id = row_id()
    name = line(20)
    leader_id = row_id(required=False, load_default=None, allow_none=True)


class ChangeTeamForm(Form):
    name = line(20)
    leader_id = row_id(required=False, load_default=None, allow_none=True)


class TeamsForm(PageForm):
    """Of an area and all below it; `mine`: those one belongs to or leads; `serves_id`: those that
    may come to a session of that area, being at home there, above or below."""

    area_id = query_id()
    serves_id = query_id()
    mine = fields.Boolean(load_default=False)


class AddMemberForm(Form):
    """A volunteer the desk knows, or by the whole number of their telephone."""

    person_id = row_id(required=False)
    phone = mobile(required=False)

    @validates_schema
    def _one_of_them(self, form, **_):
        if ("person_id" in form) == ("phone" in form):
            raise ValidationError("请填写手机号，或选一位志愿者", "phone")


class TeamView(Schema):
    """`minutes`: as `minutes_definition` says."""

    id = fields.Integer(required=True)
    area_id = fields.Integer(required=True)
    area_name = string()
    name = string()
    leader_id = fields.Integer(required=True, allow_none=True)  # to the desk and the leader
    leader_name = maybe()
    members = fields.Integer(required=True)
    waiting = fields.Integer(required=True, allow_none=True)  # who ask to join; to the same
    minutes = fields.Integer(required=True)
    minutes_definition = string()
    closed = fields.Boolean(required=True)
    area_note = maybe()  # to the desk: how many teams the estate has, where that is not the usual
    my_membership_id = fields.Integer(required=True, allow_none=True)
    my_label = maybe()  # 队长 · 队员 · 等队长同意
    actions = fields.List(fields.Nested(ActionView), required=True)


class MemberView(Schema):
    id = fields.Integer(required=True)  # of the membership
    team_id = fields.Integer(required=True)
    person_id = fields.Integer(required=True)
    name = string()
    leads = fields.Boolean(required=True)
    state = choice(MembershipState)
    state_label = string()
    since_at = moment()
    actions = fields.List(fields.Nested(ActionView), required=True)
