"""Whom a supervisor means: those who signed up first, then the residents of the area."""

import re

from sqlalchemy import select

from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.people.actor import Actor
from server.people.models import Person
from server.people.names import masked_phone
from server.people.person_rules import visible_persons
from server.people.persons import matching

MOST = 20


def find_to_scan(session: Session, q: str, *, by: Actor) -> list[dict]:
    signed = _signed_up(session, q)
    known = {one["person_id"] for one in signed}
    others = [one for one in _residents(q, by=by) if one["person_id"] not in known]
    return (signed + others)[:MOST]


def _signed_up(session: Session, q: str) -> list[dict]:
    """By an ending of their number, too: it is sealed, but a session has only some dozens."""
    query = (
        select(Person, Post.label)
        .join(Signup, Signup.person_id == Person.id)
        .join(Post, Post.id == Signup.post_id)
        .where(Signup.session_id == session.id, Signup.is_live())
        .order_by(Signup.id)
    )
    found = db.session.execute(query)
    return [row(person, label) for person, label in found if _fits(person, q)]


def _fits(person: Person, q: str) -> bool:
    if re.fullmatch(r"[0-9-]{4,}", q, re.ASCII):
        return bool(person.phone) and person.phone.endswith(q)
    return person.display_name.startswith(q)


def _residents(q: str, *, by: Actor) -> list[dict]:
    seen = matching(select(Person).where(visible_persons(by)), q)
    seen = seen.where(Person.merged_into_id.is_(None)).order_by(Person.id).limit(MOST)
    return [row(person, None) for person in db.session.scalars(seen)]


def row(person: Person, label: str | None) -> dict:
    return {
        "person_id": person.id,
        "person_name": person.display_name,
        "phone_masked": masked_phone(person.phone),
        "post_label": label,
    }
