"""Other people, as staff see them: masked, until there is a reason to look."""

from marshmallow import Schema, ValidationError, fields, validates_schema

from schemas.form import Form, choice, line, phone, query_id, row_id
from schemas.paging import PageForm, paged
from schemas.people_fields import password, reference, staff_name
from schemas.people_me import (
    HomeForm,
    OwnVolunteerView,
    PersonActionView,
    ResidencyView,
    RoleView,
)
from schemas.people_words import RevealReason, Role

GRANTABLE = [role for role in Role if role is not Role.VOLUNTEER]


class PersonsForm(PageForm):
    """A whole telephone number, or how a display name begins. Nobody gets a list of everybody."""

    q = line(20)
    keeper_of = query_id()  # only accounts into which a desk can merge that one


class AssistForm(HomeForm):
    """An account for somebody who does not use a telephone themselves. The estate is left out by
    administrators only, who write down a colleague."""

    estate_id = row_id(required=False)
    display_name = line(20)
    real_name = line(20, required=False)
    phone = phone(required=False)


class RevealForm(Form):
    reason = choice(RevealReason)


class GrantForm(Form):
    role = choice(Role)
    area_id = row_id()
    unit_id = row_id(required=False, load_default=None, allow_none=True)
    until = fields.Date(load_default=None, allow_none=True)  # the first day without it

    @validates_schema
    def what_goes_together(self, form, **_):
        if form["role"] not in GRANTABLE:
            raise ValidationError("志愿者请通过报名确认", "role")
        if (form["role"] is Role.UNIT_OFFICER) != (form["unit_id"] is not None):
            raise ValidationError("联办单位经办人要选单位，其他角色不选", "unit_id")


class NewcomerForm(Form):
    found = reference()


class WelcomeForm(GrantForm):
    found = reference()


class StaffNameForm(Form):
    """Without a name, the one they have gets a new password."""

    name = staff_name(required=False)
    password = password()


class RealNameForm(Form):
    real_name = line(20)


class MergePersonsForm(Form):
    into_id = row_id()


class PersonLineView(Schema):
    """A line of a list."""

    id = fields.Integer(required=True)
    display_name = fields.String(required=True)
    real_name_masked = fields.String(required=True, allow_none=True)
    phone_masked = fields.String(required=True, allow_none=True)
    estate_name = fields.String(required=True, allow_none=True)
    state = fields.String(required=True)
    label = fields.String(required=True)
    merged_into_id = fields.Integer(required=True, allow_none=True)


class FoundPersonView(PersonLineView):
    """Of a newcomer, what opens them for a while: their id does not."""

    found = fields.String(required=True, allow_none=True)


class ColleagueView(PersonLineView):
    """Who serves somewhere, and as what."""

    offices = fields.List(fields.String(), required=True)  # 「社工 · 浔北社区」


class PersonNameView(Schema):
    id = fields.Integer(required=True)
    display_name = fields.String(required=True)


class StaffResidencyView(ResidencyView):
    actions = fields.List(fields.Nested(PersonActionView), required=True)  # confirm, leave


class GrantView(RoleView):
    id = fields.Integer(required=True)
    person_id = fields.Integer(required=True)
    since = fields.Date(required=True)
    until = fields.Date(required=True, allow_none=True)
    actions = fields.List(fields.Nested(PersonActionView), required=True)  # end


class PersonView(PersonLineView):
    """Of the actions that are offered, each is allowed to whoever looks, and possible."""

    merged_into = fields.Nested(PersonNameView, required=True, allow_none=True)
    aliases = fields.List(fields.Nested(PersonNameView), required=True)  # merged into this one
    made_at = fields.AwareDateTime(required=True)
    signs_in_by = fields.List(fields.String(), required=True)
    staff_name = fields.String(required=True, allow_none=True)  # to whoever may set it
    residencies = fields.List(fields.Nested(StaffResidencyView), required=True)
    grants = fields.List(fields.Nested(GrantView), required=True)
    volunteer = fields.Nested(OwnVolunteerView, required=True, allow_none=True)
    actions = fields.List(fields.Nested(PersonActionView), required=True)


class RevealView(Schema):
    real_name = fields.String(required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True)


PersonPage = paged(FoundPersonView)
ColleaguePage = paged(ColleagueView)
