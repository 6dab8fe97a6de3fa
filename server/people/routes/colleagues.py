"""Colleagues, for whoever administers: who serves here, who is new, roles given and ended."""

from schemas.paging import PageForm
from schemas.people_persons import (
    ColleaguePage,
    GrantForm,
    GrantView,
    NewcomerForm,
    PersonView,
    WelcomeForm,
)
from server.core.paging import Page, page
from server.people import granting, newcomers, person_rules, persons, present, rules
from server.people.models import Person, RoleGrant
from server.people.routes.api import api

FOUND = {"lists": Person, "visible": person_rules.findable_persons, "also": (404,)}
GRANTED = {"gives": GrantView, "shows": present.grant}


def as_colleagues(actor, found: Page) -> Page:
    return Page([present.colleague(row) for row in found.items], found.next)


@api.get(
    "/persons/colleagues",
    lists=Person,
    visible=person_rules.visible_persons,
    takes=PageForm,
    may=person_rules.list_colleagues,
    gives=ColleaguePage,
    shows=as_colleagues,
)
def list_colleagues(actor, found, form):
    """Who holds an office in the areas that I administer; volunteers have their own list."""
    return page(persons.colleagues(found, by=actor), form, order=(Person.id,))


@api.get(
    "/persons/newcomer",
    takes=NewcomerForm,
    may=person_rules.welcome_newcomer,
    **FOUND,
    gives=PersonView,
    shows=present.person,
)
def show_newcomer(actor, persons, form):
    """Who belongs nowhere yet, masked: opened by what the search by their whole number gave."""
    return newcomers.opened(persons, form["found"], by=actor)


@api.post(
    "/persons/newcomer/grants",
    takes=WelcomeForm,
    may=person_rules.welcome_newcomer,
    **GRANTED,
    status=201,
    **FOUND,
)
def welcome_newcomer(actor, persons, form):
    """Make a newcomer a colleague: their first role, in an area that I administer."""
    return newcomers.welcome(persons, form, by=actor)


@api.post(
    "/persons/<id:person_id>/grants",
    takes=GrantForm,
    may=person_rules.grant_role,
    **GRANTED,
    status=201,
    on=Person,
    visible=person_rules.visible_persons,
)
def grant_role(actor, person, form):
    """Give a role in an area that I administer."""
    return granting.grant_role(person, form, by=actor)


@api.post(
    "/grants/<id:grant_id>/end",
    on=RoleGrant,
    visible=rules.visible_grants,
    lock=True,
    may=rules.end_grant,
    **GRANTED,
)
def end_grant(actor, grant):
    """End a role from today."""
    return granting.end_grant(grant, by=actor)
