"""Other people, for staff."""

from schemas.people_me import ResidencyView
from schemas.people_persons import (
    AssistForm,
    MergePersonsForm,
    PersonPage,
    PersonsForm,
    PersonView,
    RealNameForm,
    RevealForm,
    RevealView,
    StaffNameForm,
)
from server.core.paging import Page, page
from server.people import (
    account,
    homes,
    merging,
    person_rules,
    persons,
    present,
    rules,
)
from server.people.models import Person, Residency
from server.people.routes.api import api

SHOWN = {"gives": PersonView, "shows": present.person}
SEEN = {"on": Person, "visible": person_rules.visible_persons}
CHANGED = {**SEEN, "lock": True, **SHOWN}


def as_page(actor, found: Page) -> Page:
    return Page(present.found(actor, found.items), found.next)


@api.get(
    "/persons",
    lists=Person,
    visible=person_rules.findable_persons,
    takes=PersonsForm,
    may=person_rules.find_persons,
    gives=PersonPage,
    shows=as_page,
)
def find_persons(actor, found, form):
    """Find people of my areas by a whole telephone number, or by how their name begins; with
    `keeper_of`, only accounts into which that one can be merged."""
    found = persons.matching(found, form["q"])
    if person_id := form.get("keeper_of"):
        found = persons.keepers(found, person_id, by=actor)
    return page(found, form, order=(Person.id,))


@api.post("/persons", takes=AssistForm, may=person_rules.assist_person, status=201, **SHOWN)
def assist_person(actor, form):
    """Write down somebody who does not use a telephone themselves."""
    return persons.assist_person(form, by=actor)


@api.get("/persons/<id:person_id>", may=person_rules.show_person, **SEEN, **SHOWN)
def show_person(actor, person):
    """One person, masked."""
    return person


@api.post(
    "/persons/<id:person_id>/reveal",
    takes=RevealForm,
    may=person_rules.reveal_person,
    gives=RevealView,
    once=False,
    **SEEN,
)
def reveal_person(actor, person, form):
    """The name and number in full. It is logged who looked, and why. No key: an answer that is
    kept for a week would be a second place where they can be read."""
    return persons.reveal_person(person, form, by=actor)


@api.post("/persons/<id:person_id>/switch_off", may=person_rules.switch_off, **CHANGED)
def switch_off(actor, person):
    """Switch an account off and sign it out everywhere."""
    return persons.switch_off(person, by=actor)


@api.post("/persons/<id:person_id>/switch_on", may=person_rules.switch_on, **CHANGED)
def switch_on(actor, person):
    """Let somebody in again."""
    return persons.switch_on(person, by=actor)


@api.post(
    "/persons/<id:person_id>/real_name",
    takes=RealNameForm,
    may=person_rules.set_real_name,
    **CHANGED,
)
def set_real_name(actor, person, form):
    """Write down the name as on the identity card, of somebody I have charge of."""
    return persons.set_real_name(person, form, by=actor)


@api.post(
    "/persons/<id:person_id>/staff_name",
    takes=StaffNameForm,
    may=person_rules.set_staff_name,
    once=False,
    **CHANGED,
)
def set_staff_name(actor, person, form):
    """Give a sign-in name and a first password, which must be changed. No key: the quick hash of a
    request that is kept with its answer would make the password easy to guess."""
    return account.set_staff_name(person, form, by=actor)


@api.post(
    "/persons/<id:person_id>/merge",
    takes=MergePersonsForm,
    may=person_rules.merge_persons,
    **SEEN,
    **SHOWN,
)
def merge_persons(actor, person, form):
    """Two accounts of one person: this one becomes an alias of the other. Both rows are locked by
    the service, in the order of their ids."""
    return merging.merge_persons(person, form["into_id"], by=actor)


@api.post("/persons/<id:person_id>/unmerge", may=person_rules.unmerge_persons, **CHANGED)
def unmerge_persons(actor, person):
    """Take the alias away."""
    return merging.unmerge_persons(person, by=actor)


@api.post(
    "/residencies/<id:residency_id>/confirm",
    on=Residency,
    visible=rules.visible_residencies,
    lock=True,
    may=rules.confirm_residency,
    gives=ResidencyView,
)
def confirm_residency(actor, residency):
    """Confirm that somebody lives there."""
    return homes.confirm_residency(residency, by=actor)
