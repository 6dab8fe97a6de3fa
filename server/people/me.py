"""Oneself: what the client must know about whoever is signed in, and what they may change."""

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal_column, or_, select
from sqlalchemy.orm import aliased, joinedload

from schemas.people_words import FACE_OF, Face, Level, Role, VolunteerState
from server.core import clock
from server.core.db import db
from server.people import upward
from server.people.models import Consent, Identity, Person, Residency, RoleGrant, Volunteer
from server.people.names import masked_phone
from server.people.places import Area


def me_of(person_id: int) -> dict:
    """As it is now: what was changed in this request is written before it is read."""
    person, estate, community, volunteer, aliases, must_change = _known(person_id)
    ids = (person_id, *aliases)
    roles = db.session.scalars(grants_of(person_id)).all()
    return {
        "id": person.id,
        "display_name": person.display_name,
        "has_real_name": person.real_name is not None,
        "phone_masked": masked_phone(person.phone),
        "elder_look": person.elder_look,
        "estate": estate and {"id": estate.id, "name": estate.name, "community": community},
        "residencies": live_residencies(ids),
        "roles": roles,
        "faces": _faces(roles),
        "is_volunteer": any(grant.role is Role.VOLUNTEER for grant in roles),
        "volunteer": volunteer,
        "consents": consents_of(ids),
        "unread": upward.count("unread", ids),
        "must_change_password": must_change,
    }


Community, merged = aliased(Area), aliased(Person)


def _known(person_id: int):
    """What is one of a kind, in one statement: every page asks for it."""
    theirs = select(merged.id).where(
        or_(merged.id == person_id, merged.merged_into_id == person_id)
    )
    aliases = select(func.coalesce(func.array_agg(merged.id), literal_column("'{}'::int[]")))
    aliases = aliases.where(merged.merged_into_id == Person.id).correlate(Person)
    first_password = exists().where(Identity.person_id.in_(theirs), Identity.must_change)
    above = Community.level == Level.COMMUNITY, func.starts_with(Area.path, Community.path)
    known = (
        select(Person, Area, Community, Volunteer, aliases.scalar_subquery(), first_password)
        .outerjoin(Area, Area.id == Person.estate_id)
        .outerjoin(Community, and_(*above))
        .outerjoin(Volunteer, Volunteer.person_id.in_(theirs))
        .where(Person.id == person_id)
        .order_by((Volunteer.state == VolunteerState.CONFIRMED).desc())
    )
    return db.session.execute(known.limit(1)).one()


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


def live_residencies(ids: tuple[int, ...], *seen: ColumnElement[bool]) -> list[Residency]:
    wanted = select(Residency).where(Residency.person_id.in_(ids), live(Residency), *seen)
    places = joinedload(Residency.estate), joinedload(Residency.home)
    return db.session.scalars(wanted.options(*places).order_by(Residency.id)).all()


def consents_of(ids: tuple[int, ...]) -> list[Consent]:
    wanted = select(Consent).where(Consent.person_id.in_(ids)).order_by(Consent.id)
    return db.session.scalars(wanted).all()


def change_me(person: Person, form: dict) -> Person:
    for name, value in form.items():
        setattr(person, name, value)
    return person


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
