"""Other people, in the hands of staff: found, written down, looked at, switched off."""

import re

from sqlalchemy import Select, exists, not_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from schemas.form import PHONE as A_PHONE
from schemas.people_words import DESK, PersonState, Role
from server.core import audit, clock
from server.core.crypto import blind
from server.core.errors import Malformed, NotAllowed
from server.core.moves import move
from server.people import homes, leaving, me, person_rules, service, standing, upward
from server.people.actor import Actor, within
from server.people.identities import PASSWORD, PHONE
from server.people.models import REAL_NAME, Identity, Person, Residency, RoleGrant
from server.people.rules import OVERSEERS
from server.people.sign_in import sign_out_everywhere


def matching(persons: Select, q: str) -> Select:
    """A whole number or a whole real name finds its owners; anything else is how a display name
    begins. Newcomers, whom every administrator may let in, are found by their number only."""
    persons = persons.options(joinedload(Person.estate))
    if not re.fullmatch(A_PHONE, q, re.ASCII):
        called = Person.display_name.startswith(q, autoescape=True)
        named = Person.real_name_hash == blind(REAL_NAME, q)
        return persons.where(or_(called, named), not_(person_rules.newcomer()))
    hashed = blind(PHONE, q)
    signs_in = select(Identity.person_id)
    signs_in = signs_in.where(Identity.kind == PHONE, Identity.subject_hash == hashed)
    return persons.where(or_(Person.phone_hash == hashed, Person.id.in_(signs_in)))


def keepers(persons: Select, person_id: int, *, by: Actor) -> Select:
    """Into whom a desk may merge that account: as standing.why_not_keep and the rule say it."""
    holds = exists().where(RoleGrant.person_id == Person.id, me.live(RoleGrant))
    named = exists().where(Identity.person_id == Person.id, Identity.kind == PASSWORD)
    paths = by.paths(*DESK)
    lives = exists().where(Residency.person_id == Person.id, me.live(Residency))
    lives = lives.where(within(Residency.estate_id, paths))
    return persons.where(
        Person.state == PersonState.ACTIVE,
        Person.merged_into_id.is_(None),
        Person.id.not_in((person_id, *by.ids)),
        or_(within(Person.estate_id, paths), lives),
        not_(or_(named, holds.where(RoleGrant.role != Role.VOLUNTEER))),
    )


def colleagues(persons: Select, *, by: Actor) -> Select:
    """Who holds an office today where the actor administers; who was merged away holds none."""
    office = exists().where(RoleGrant.person_id == Person.id, me.live(RoleGrant))
    office = office.where(RoleGrant.role != Role.VOLUNTEER)
    office = office.where(within(RoleGrant.area_id, by.paths(Role.ADMINISTRATOR)))
    grants = selectinload(Person.grants)
    places = grants.joinedload(RoleGrant.area), grants.joinedload(RoleGrant.unit)
    persons = persons.options(joinedload(Person.estate), *places)
    return persons.where(Person.merged_into_id.is_(None), office)


def assist_person(form: dict, *, by: Actor) -> Person:
    """The desk knows them: where they live is confirmed at once. An administrator writes down
    colleagues too, who may live anywhere."""
    known = {name: form.get(name) for name in ("real_name", "phone")}
    if "estate_id" not in form:
        return _colleague(form, known, by=by)
    estate = homes.estate_of(form["estate_id"])
    if not by.holds(*OVERSEERS, at=estate.path):
        raise NotAllowed
    person = service.assist(form["display_name"], by=by, **known)
    homes.join_estate(person, form, confirmed_by=by if by.works_at(estate.path) else None)
    return person


def _colleague(form: dict, known: dict, *, by: Actor) -> Person:
    if not by.holds(Role.ADMINISTRATOR):
        raise Malformed(estate_id="请选择一个小区")
    return service.assist(form["display_name"], by=by, **known)


def reveal_person(person: Person, form: dict, *, by: Actor) -> Person:
    """Whoever looks leaves their name, and why."""
    audit.record("reveal", person, by=by, reason=form["reason"])
    return person


def set_real_name(person: Person, form: dict, *, by: Actor) -> Person:
    """On record is that it was set, not what it was; whoever bears it is told."""
    standing.possible("set_real_name", person)
    person.real_name = form["real_name"]
    audit.record("set_real_name", person, by=by)
    words = f"{by.name}登记了您的姓名。写得不对的话，请告诉社区。"
    reason = f"real_name:{person.id}:{clock.now():%Y%m%d%H%M%S%f}"
    upward.tell(person.id, "您的姓名登记了", words, reason=reason)
    return person


def switch_off(person: Person, *, by: Actor) -> Person:
    standing.possible("switch_off", person)
    move(person, "switch_off", by=by)
    sign_out_everywhere(person, "switched_off")
    leaving.leave_all(person, by=by)
    audit.record("switch_off", person, by=by)
    return person


def switch_on(person: Person, *, by: Actor) -> Person:
    standing.possible("switch_on", person)
    move(person, "switch_on", by=by)
    audit.record("switch_on", person, by=by)
    return person
