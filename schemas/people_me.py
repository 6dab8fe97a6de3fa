"""Oneself on the wire: who I am, where I live, what I may do, what I agreed to."""

import re

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.form import Form, choice, flag, line, mobile, row_id
from schemas.people_fields import password, sms_code, wechat_code
from schemas.people_words import Purpose, Relation

VERSION = re.compile(r"^[0-9]{4}-[0-9]{2}$", re.ASCII)  # of the text: 2026-03


class MeForm(Form):
    display_name = line(20, required=False, stays=True)
    real_name = line(20, required=False, allow_none=True)  # null takes it back
    elder_look = flag(required=False)


class HomeForm(Form):
    building = line(10, required=False, load_default="")
    entrance = line(10, required=False, load_default="")
    room = line(10, required=False, load_default="")
    relation = choice(Relation, required=False, load_default=Relation.OWNER)

    @validates_schema
    def a_room_is_in_a_building(self, form, **_):
        if (form.get("room") or form.get("entrance")) and not form.get("building"):
            raise ValidationError("请先填写几栋", "building")


class EstateForm(HomeForm):
    estate_id = row_id()


class PhoneForm(Form):
    """By WeChat's phone button, or by a code that was sent to the number."""

    wechat_code = wechat_code(required=False)
    phone = mobile(required=False)
    code = sms_code(required=False)

    @validates_schema
    def one_of_the_two(self, form, **_):
        if set(form) not in ({"wechat_code"}, {"phone", "code"}):
            raise ValidationError("请填写手机号和验证码", "phone")


class CloseForm(Form):
    """One proof that it is them: a code that was sent to their number, one of wx.login, or the
    password."""

    phone = mobile(required=False)
    code = sms_code(required=False)
    wechat_code = wechat_code(required=False)
    password = password(required=False)

    @validates_schema
    def one_of_the_three(self, form, **_):
        if set(form) not in ({"wechat_code"}, {"password"}, {"phone", "code"}):
            raise ValidationError("请填写手机号和验证码", "phone")


class ClosedView(Schema):
    closed = fields.Boolean(required=True)


class ConsentForm(Form):
    purpose = choice(Purpose)
    version = fields.String(required=True, validate=validate.Regexp(VERSION, error="没有这个版本"))


class ConsentView(Schema):
    id = fields.Integer(required=True)
    purpose = fields.String(required=True)
    label = fields.String(required=True, attribute="purpose.label")
    version = fields.String(required=True)
    given_at = fields.AwareDateTime(required=True)
    withdrawn_at = fields.AwareDateTime(required=True, allow_none=True)


class MyCommunityView(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)


class MyEstateView(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)
    community = fields.Nested(MyCommunityView, required=True, allow_none=True)


class ResidencyView(Schema):
    id = fields.Integer(required=True)
    estate_id = fields.Integer(required=True)
    estate_name = fields.String(required=True, attribute="estate.name")
    home = fields.String(required=True, allow_none=True, attribute="home.words", dump_default=None)
    relation = fields.String(required=True)
    relation_label = fields.String(required=True, attribute="relation.label")
    is_confirmed = fields.Boolean(required=True)


class RoleView(Schema):
    role = fields.String(required=True)
    label = fields.String(required=True, attribute="role.label")
    area_id = fields.Integer(required=True)
    area_name = fields.String(required=True, attribute="area.name")
    unit_id = fields.Integer(required=True, allow_none=True)
    unit_name = fields.String(
        required=True, allow_none=True, attribute="unit.name", dump_default=None
    )


class FaceView(Schema):
    face = fields.String(required=True)
    label = fields.String(required=True)


class PersonActionView(Schema):
    """A button: what to send, what it says."""

    action = fields.String(required=True)
    label = fields.String(required=True)


class OwnVolunteerView(Schema):
    id = fields.Integer(required=True)
    state = fields.String(required=True)
    label = fields.String(required=True, attribute="state.label")
    area_id = fields.Integer(required=True)
    skills = fields.List(fields.String(), required=True)
    about = fields.String(required=True)
    reason = fields.String(required=True, allow_none=True)  # why declined


class MeView(Schema):
    id = fields.Integer(required=True)
    display_name = fields.String(required=True)
    has_real_name = fields.Boolean(required=True)
    phone_masked = fields.String(required=True, allow_none=True)
    estate = fields.Nested(MyEstateView, required=True, allow_none=True)
    residencies = fields.List(fields.Nested(ResidencyView), required=True)
    roles = fields.List(fields.Nested(RoleView), required=True)
    faces = fields.List(fields.Nested(FaceView), required=True)
    elder_look = fields.Boolean(required=True, allow_none=True)  # null: never asked
    unread = fields.Integer(required=True)
    volunteer = fields.Nested(OwnVolunteerView, required=True, allow_none=True)
    is_volunteer = fields.Boolean(required=True)
    consents = fields.List(fields.Nested(ConsentView), required=True)
    must_change_password = fields.Boolean(required=True)


class CopyView(Schema):
    """Everything that is kept about me, part by part, as plain values (PIPL 45)."""

    made_at = fields.AwareDateTime(required=True)
    parts = fields.Dict(keys=fields.String(), values=fields.List(fields.Dict()), required=True)


class PasswordForm(Form):
    """The first password, which somebody else chose, is changed with a proof besides: a code that
    was sent to their number, or one of wx.login."""

    old_password = password()
    new_password = password()
    phone = mobile(required=False)
    code = sms_code(required=False)
    wechat_code = wechat_code(required=False)

    @validates_schema
    def another_one_and_one_proof_at_most(self, form, **_):
        if form["old_password"] == form["new_password"]:
            raise ValidationError("新密码要和现在的不一样", "new_password")
        proof = set(form) - {"old_password", "new_password"}
        if proof not in (set(), {"wechat_code"}, {"phone", "code"}):
            raise ValidationError("请填写手机号和验证码", "phone")
