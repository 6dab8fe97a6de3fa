"""Sign-in on the wire."""

from marshmallow import Schema, fields

from schemas.form import Form, mobile, row_id
from schemas.paging import listed
from schemas.people_fields import password, refresh_token, sms_code, staff_name, wechat_code
from schemas.people_me import MeView


class WechatSignInForm(Form):
    code = wechat_code()


class SmsCodeForm(Form):
    phone = mobile()


class SmsSignInForm(Form):
    phone = mobile()
    code = sms_code()


class PasswordSignInForm(Form):
    name = staff_name()
    password = password()


class DemoSignInForm(Form):
    person_id = row_id()


class RefreshForm(Form):
    refresh_token = refresh_token()


class CodeSentView(Schema):
    again_in_seconds = fields.Integer(required=True)
    good_for_seconds = fields.Integer(required=True)


class SignedOutView(Schema):
    signed_out = fields.Boolean(required=True)


class SessionView(Schema):
    access_token = fields.String(required=True)
    expires_in = fields.Integer(required=True)  # seconds
    refresh_token = fields.String(required=True)  # good once
    me = fields.Nested(MeView, required=True)


class DemoPersonView(Schema):
    """Who may be tried out, and what they stand for."""

    id = fields.Integer(required=True)
    display_name = fields.String(required=True)
    about = fields.String(required=True)  # 「社工 · 浔北社区」
    face_label = fields.String(required=True)  # under which they stand in the chooser: 「社区」


DemoPeople = listed(DemoPersonView)
