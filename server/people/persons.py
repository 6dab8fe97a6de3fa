"""Other people, in the hands of staff: found, written down, looked at, switched off."""

import re

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from schemas.form import PHONE as A_PHONE
from server.core import audit
from server.core.crypto import blind
from server.core.errors import NotAllowed
from server.core.moves import move
from server.people import homes, leaving, service
from server.people.actor import Actor
from server.people.identities import PHONE
from server.people.models import Identity, Person
from server.people.sign_in import sign_out_everywhere


def matching(persons: Select, q: str) -> Select:
    """A whole number finds its owners; anything else is how a display name begins."""
    persons = persons.options(joinedload(Person.estate))
    if not re.fullmatch(A_PHONE, q, re.ASCII):
        return persons.where(Person.display_name.startswith(q, autoescape=True))
    hashed = blind(PHONE, q)
    signs_in = select(Identity.person_id)
    signs_in = signs_in.where(Identity.kind == PHONE, Identity.subject_hash == hashed)
    return persons.where(or_(Person.phone_hash == hashed, Person.id.in_(signs_in)))


def assist_person(form: dict, *, by: Actor) -> Person:
    """The desk knows them: where they live is confirmed at once."""
    estate = homes.estate_of(form["estate_id"])
    if not by.works_at(estate.path):
        raise NotAllowed
    known = {name: form.get(name) for name in ("real_name", "phone")}
    person = service.assist(form["display_name"], by=by, **known)
    homes.join_estate(person, form, confirmed_by=by)
    return person


def reveal_person(person: Person, form: dict, *, by: Actor) -> Person:
    """Whoever looks leaves their name, and why."""
    audit.record("reveal", person, by=by, reason=form["reason"])
    return person


def switch_off(person: Person, *, by: Actor) -> Person:
    move(person, "switch_off", by=by)
    sign_out_everywhere(person, "switched_off")
    leaving.leave_all(person, by=by)
    audit.record("switch_off", person, by=by)
    return person


def switch_on(person: Person, *, by: Actor) -> Person:
    move(person, "switch_on", by=by)
    audit.record("switch_on", person, by=by)
    return person
