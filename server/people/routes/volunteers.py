"""Volunteers: who offers to help, and who confirms it."""

from sqlalchemy.orm import joinedload

from schemas.people_volunteers import (
    DeclineForm,
    VolunteerForm,
    VolunteerPage,
    VolunteersForm,
    VolunteerView,
)
from server.core.paging import Page, page
from server.people import present, rules, volunteering
from server.people.models import Volunteer
from server.people.routes.api import api


def as_page(actor, found: Page) -> Page:
    return Page([present.volunteer(actor, row) for row in found.items], found.next)


ONE = {
    "on": Volunteer,
    "visible": rules.visible_volunteers,
    "lock": True,
    "may": rules.judge_volunteer,
    "gives": VolunteerView,
    "shows": present.volunteer,
}


@api.post(
    "/volunteers",
    takes=VolunteerForm,
    may=rules.apply_as_volunteer,
    gives=VolunteerView,
    shows=present.volunteer,
    status=201,
)
def apply_as_volunteer(actor, form):
    """Offer to help; a desk confirms it once."""
    return volunteering.apply_as_volunteer(form, by=actor)


@api.get(
    "/volunteers",
    lists=Volunteer,
    visible=rules.visible_volunteers,
    takes=VolunteersForm,
    may=rules.list_volunteers,
    gives=VolunteerPage,
    shows=as_page,
)
def list_volunteers(actor, volunteers, form):
    """Who offered to help in my areas, in one state or in any, newest first."""
    if state := form.get("state"):
        volunteers = volunteers.where(Volunteer.state == state)
    volunteers = volunteers.options(joinedload(Volunteer.person), joinedload(Volunteer.area))
    return page(volunteers, form, order=(Volunteer.applied_at.desc(), Volunteer.id.desc()))


@api.post("/volunteers/<id:volunteer_id>/confirm", **ONE)
def confirm_volunteer(actor, volunteer):
    """Confirm a volunteer: from now on they may claim wishes anywhere in the county."""
    return volunteering.confirm_volunteer(volunteer, by=actor)


@api.post("/volunteers/<id:volunteer_id>/decline", takes=DeclineForm, **ONE)
def decline_volunteer(actor, volunteer, form):
    """Decline with a reason, which the applicant reads."""
    return volunteering.decline_volunteer(volunteer, form["reason"], by=actor)
