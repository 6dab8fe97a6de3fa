"""Volunteers on the wire."""

from marshmallow import Schema, fields, validate

from schemas.form import Form, line, row_id, words
from schemas.paging import PageForm, paged
from schemas.people_me import PersonActionView
from schemas.people_words import VolunteerState


class VolunteerForm(Form):
    area_id = row_id()
    skills = fields.List(
        line(12), load_default=list, validate=validate.Length(max=12, error="最多 12 项")
    )
    about = words(300, required=False, load_default="")


class VolunteersForm(PageForm):
    state = fields.Enum(VolunteerState, by_value=True)


class DeclineForm(Form):
    reason = words(200)


class VolunteerView(Schema):
    id = fields.Integer(required=True)
    person_id = fields.Integer(required=True)
    display_name = fields.String(required=True)
    phone_masked = fields.String(required=True, allow_none=True)
    area_id = fields.Integer(required=True)
    area_name = fields.String(required=True)
    skills = fields.List(fields.String(), required=True)
    about = fields.String(required=True)
    state = fields.String(required=True)
    label = fields.String(required=True)
    reason = fields.String(required=True, allow_none=True)
    applied_at = fields.AwareDateTime(required=True)
    judged_at = fields.AwareDateTime(required=True, allow_none=True)
    actions = fields.List(fields.Nested(PersonActionView), required=True)


VolunteerPage = paged(VolunteerView)
