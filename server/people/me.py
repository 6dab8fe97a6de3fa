"""Oneself: what the client must know about whoever is signed in, and what they may change."""

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload

from schemas.people_words import FACE_OF, Face, Level, Role
from server.core import clock
from server.core.db import db
from server.people import upward
from server.people.models import Consent, Identity, Person, Residency, RoleGrant, Volunteer
from server.people.names import masked_phone
from server.people.places import Area
from server.people.tree import ancestor


def me_of(person: Person) -> dict:
    ids = own_ids(person)
    roles = db.session.scalars(grants_of(person.id)).all()
    return {
        "id": person.id,
        "display_name": person.display_name,
        "has_real_name": person.real_name is not None,
        "phone_masked": masked_phone(person.phone),
        "elder_look": person.elder_look,
        "estate": _estate(person.estate),
        "residencies": live_residencies(ids),
        "roles": roles,
        "faces": _faces(roles),
        "is_volunteer": any(grant.role is Role.VOLUNTEER for grant in roles),
        "volunteer": db.session.scalar(select(Volunteer).where(Volunteer.person_id.in_(ids))),
        "consents": consents_of(ids),
        "unread": upward.count("unread", ids),
        "must_change_password": bool(db.session.scalar(MUST_CHANGE.where(owned_by(ids)))),
    }


MUST_CHANGE = select(Identity.id).where(Identity.must_change).limit(1)


def grants_of(person_id: int) -> Select:
    mine = select(RoleGrant).where(RoleGrant.person_id == person_id, live(RoleGrant))
    places = joinedload(RoleGrant.area), joinedload(RoleGrant.unit)
    return mine.options(*places).order_by(RoleGrant.id)


def own_ids(person: Person) -> tuple[int, ...]:
    """Of the person and of whoever was merged into them."""
    aliases = select(Person.id).where(Person.merged_into_id == person.id)
    return (person.id, *db.session.scalars(aliases))


def owned_by(ids: tuple[int, ...]) -> ColumnElement[bool]:
    return Identity.person_id.in_(ids)


def live(kind) -> ColumnElement[bool]:
    """The rows in force today: `since` is the first day, `until` the first day without."""
    today = clock.today()
    return (kind.since <= today) & or_(kind.until.is_(None), kind.until > today)


def live_residencies(ids: tuple[int, ...]) -> list[Residency]:
    wanted = select(Residency).where(Residency.person_id.in_(ids), live(Residency))
    places = joinedload(Residency.estate), joinedload(Residency.home)
    return db.session.scalars(wanted.options(*places).order_by(Residency.id)).all()


def consents_of(ids: tuple[int, ...]) -> list[Consent]:
    wanted = select(Consent).where(Consent.person_id.in_(ids)).order_by(Consent.id)
    return db.session.scalars(wanted).all()


def change_me(person: Person, form: dict) -> Person:
    for name, value in form.items():
        setattr(person, name, value)
    return person


def _estate(estate: Area | None) -> dict | None:
    if estate is None:
        return None
    community = ancestor(estate, Level.COMMUNITY)
    return {"id": estate.id, "name": estate.name, "community": community}


def _faces(roles: list[RoleGrant]) -> list[dict]:
    """Everybody is a resident first; the rest in the order of the list of faces."""
    worn = {Face.RESIDENT, *(FACE_OF[grant.role] for grant in roles)}
    return [{"face": face, "label": face.label} for face in Face if face in worn]


def face_label(person: Person) -> str:
    """The most telling of their faces: 「社区」 for a social worker, 「居民」 for most."""
    return _faces(person.live_grants)[-1]["label"]


def about(person: Person) -> str:
    """「社工 · 浔北社区」; of a resident, where they live."""
    roles = [f"{grant.role.label} · {grant.area.name}" for grant in person.live_grants]
    return (
        "；".join(roles)
        or f"{Face.RESIDENT.label} · {person.estate.name if person.estate else '还没有选小区'}"
    )
