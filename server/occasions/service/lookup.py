"""Whom a supervisor means: those who signed up first, then volunteers and residents."""

import re

from sqlalchemy import exists, or_, select

from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.presence import Attendance
from server.occasions.service.bearers import bearer
from server.occasions.service.whom import VOLUNTEERS
from server.people.actor import Actor
from server.people.me import live
from server.people.models import Person, RoleGrant
from server.people.names import masked_phone
from server.people.person_rules import visible_persons
from server.people.persons import matching
from server.people.tree import ids_in

MOST = 20


def find_to_scan(session: Session, q: str, *, by: Actor) -> list[dict]:
    signed = _signed_up(session, q)
    known = {one["person_id"] for one in signed}
    others = [one for one in _others(session, q, by=by) if one["person_id"] not in known]
    return (signed + others)[:MOST]


def nameable(session: Session, *, by: Actor):
    """Of whom a supervisor may speak by id: who signed up or was there, who volunteers here,
    whoever else the desk may look up. Nobody counts through ids."""
    signed = select(bearer(Signup.person_id)).where(Signup.session_id == session.id)
    was_there = select(bearer(Attendance.person_id)).where(Attendance.session_id == session.id)
    known = Person.id.in_(signed), Person.id.in_(was_there), _volunteers_at(session)
    return or_(visible_persons(by), *known)


def _volunteers_at(session: Session):
    here = RoleGrant.person_id == Person.id, RoleGrant.area_id.in_(ids_in(session.area.path))
    return exists().where(*here, RoleGrant.role.in_(VOLUNTEERS), live(RoleGrant))


def _signed_up(session: Session, q: str) -> list[dict]:
    """By an ending of their number, too: it is sealed, but a session has only some dozens."""
    query = (
        select(Person, Post.label)
        .select_from(Signup)
        .join(Person, Person.id == bearer(Signup.person_id))
        .join(Post, Post.id == Signup.post_id)
        .where(Signup.session_id == session.id, Signup.is_live())
        .order_by(Signup.id)
    )
    found = db.session.execute(query)
    return [row(person, label) for person, label in found if _fits(person, q)]


def _fits(person: Person, q: str) -> bool:
    if re.fullmatch(r"[0-9-]{4,}", q, re.ASCII):
        return bool(person.phone) and person.phone.endswith(q)
    return person.display_name.startswith(q) or person.real_name == q


def _others(session: Session, q: str, *, by: Actor) -> list[dict]:
    seen = matching(select(Person).where(visible_persons(by) | _volunteers_at(session)), q)
    seen = seen.where(Person.merged_into_id.is_(None)).order_by(Person.id).limit(MOST)
    return [row(person, None) for person in db.session.scalars(seen)]


def row(person: Person, label: str | None) -> dict:
    return {
        "person_id": person.id,
        "person_name": person.display_name,
        "phone_masked": masked_phone(person.phone),
        "post_label": label,
    }
