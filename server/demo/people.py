"""The cast comes on: signs up, moves in, offers help, is given offices."""

from schemas.people_words import Purpose, Relation, Role
from server.core.db import db
from server.demo.cast import CAST, PASSWORD, Part
from server.people import account, consents, granting, homes, service, volunteering
from server.people.actor import Actor, Grant
from server.people.identities import PASSWORD as BY_PASSWORD
from server.people.identities import PHONE, add_identity, find_identity, set_phone
from server.people.models import Person, RoleGrant

CONSENT = {"purpose": Purpose.SERVICE, "version": "2026-01"}
People = dict[str, Person]


def acting(person: Person) -> Actor:
    """As whom they ask today. Their roles are read anew: the first ones are given here."""
    db.session.expire(person, ["grants"])
    grants = tuple(Grant(g.role, g.area.path, g.unit_id) for g in person.live_grants)
    return Actor(person.id, person.display_name, grants, person.estate_id)


def make_people(places: dict) -> People:
    people: People = {}
    for part in CAST:
        people[part.key] = _enter(part, places, people)
    for part in CAST:
        if part.skills:
            _volunteer(part, places, people)
    return people


def _enter(part: Part, places: dict, people: People) -> Person:
    person = _assisted(part, people) if part.made_by else _oneself(part)
    person.real_name, person.elder_look, person.is_demo = part.name, part.elder_look, part.demo
    if part.estate:
        _move_in(person, part, places, people)
    if part.role:
        _office(person, part, places, people)
    if part.staff:
        _password(person, part, people)
    return person


def _assisted(part: Part, people: People) -> Person:
    return service.assist(part.called, by=acting(people[part.made_by]))


def _oneself(part: Part) -> Person:
    person = Person(display_name=part.called)
    db.session.add(person)
    db.session.flush()
    number = f"1380000{person.id:04d}"
    set_phone(person, number)
    add_identity(person, PHONE, number)
    consents.give_consent(CONSENT, by=acting(person))
    return person


def _move_in(person: Person, part: Part, places: dict, people: People) -> None:
    building, entrance, room = part.door.split("-") if part.door else ("", "", "")
    door = {"building": building, "entrance": entrance, "room": room, "relation": part.relation}
    residency = homes.join_estate(person, {"estate_id": places[part.estate].id, **door})
    if part.relation is Relation.OWNER:
        homes.confirm_residency(residency, by=people["su"])


def _office(person: Person, part: Part, places: dict, people: People) -> None:
    """The first administrator is given by nobody; the others by that one."""
    role, area, unit = part.role
    form = {"role": role, "area_id": places[area].id, "unit_id": unit and places[unit].id}
    if role is Role.ADMINISTRATOR:
        db.session.add(RoleGrant(person_id=person.id, **form))
        db.session.flush()
    else:
        first = acting(people["admin"])
        granting.grant_role(person, form | {"until": None}, by=first)


def _password(person: Person, part: Part, people: People) -> None:
    first = acting(people.get("admin", person))
    account.set_staff_name(person, {"name": part.staff, "password": PASSWORD}, by=first)
    find_identity(BY_PASSWORD, part.staff).must_change = False  # everybody may read it anyway


def _volunteer(part: Part, places: dict, people: People) -> None:
    person = people[part.key]
    community_id = places[part.estate].parent_id
    form = {"area_id": community_id, "skills": part.skills.split(), "about": part.about}
    volunteer = volunteering.apply_as_volunteer(form, by=acting(person))
    if not part.applied:
        desk = next(
            people[key] for key in ("su", "qiaoyun", "simin") if _serves(people[key], person)
        )
        volunteering.confirm_volunteer(volunteer, by=acting(desk))


def _serves(worker: Person, person: Person) -> bool:
    return acting(worker).works_at(person.estate.path)
