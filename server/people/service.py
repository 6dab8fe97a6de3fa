"""What the domains above ask of people: who serves where, who may help, who holds an office."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import contains_eager

from schemas.people_words import DESK, PersonState, Role, UnitKind
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.moves import begin
from server.people.actor import Actor
from server.people.identities import set_phone
from server.people.models import Person, RoleGrant
from server.people.names import masked_name, masked_phone
from server.people.places import Area, Backstop, Unit
from server.people.tree import area_path, desk_of, ids_in, top_area, top_desk

__all__ = [
    "area_path",
    "as_now",
    "assist",
    "backstop_of",
    "can_help",
    "desk_of",
    "helpers_for",
    "here_now",
    "holds",
    "masked_name",
    "masked_phone",
    "officers_of",
    "serves",
    "top_area",
    "top_desk",
    "units_serving",
]

HELPERS = (Role.VOLUNTEER, Role.TEAM_LEADER, *DESK)


class NoLongerHere(Refusal):
    code, title = "no_longer_here", "账号已停用或注销"
    detail = "请换一位，或联系社区工作人员"


def assist(
    display_name: str,
    *,
    by: Actor,
    real_name: str | None = None,
    phone: str | None = None,
    estate_id: int | None = None,
) -> Person:
    """A person who has no telephone, or does not use it: the record is theirs all the same. The
    number is for calling them; it is no way to sign in."""
    person = Person(display_name=display_name, real_name=real_name, made_by_id=by.id)
    person.estate_id = estate_id
    set_phone(person, phone)
    begin(person, "assist", by=by, channel="desk")
    return person


def serves(unit: Unit | None, area: Area) -> bool:
    """Whether the unit answers for this area: it stands there or above."""
    return unit is not None and area.path.startswith(unit.area.path)


def can_help(person: Person | None, area: Area) -> bool:
    """Whether a wish there may be put into this person's hands."""
    known = person is not None and person.merged_into_id is None
    return known and holds(person, HELPERS, area)


def holds(person: Person, roles, area: Area) -> bool:
    """Whether they, or whoever they were merged into, hold one of the roles there today."""
    return any(area.path.startswith(path) for path in _paths(person, roles))


def holds_around(person: Person, roles, area: Area) -> bool:
    """There, or somewhere below."""
    paths = _paths(person, roles)
    return any(area.path.startswith(path) or path.startswith(area.path) for path in paths)


def _paths(person: Person, roles) -> list[str]:
    if person.merged_into_id:
        person = db.session.get_one(Person, person.merged_into_id)
    if person.state is not PersonState.ACTIVE:
        return []
    return [grant.area.path for grant in person.live_grants if grant.role in roles]


def as_now(*person_ids: int) -> list[Person]:
    """As they are now, until this transaction ends: a role that ends or an account that closes at
    this moment waits for us, or we for it."""
    query = select(Person).where(Person.id.in_(person_ids)).order_by(Person.id)
    lock = query.with_for_update(read=True, of=Person)
    found = list(db.session.scalars(lock.execution_options(populate_existing=True)))
    for person in found:
        db.session.expire(person, ["grants"])
    return found


def here_now(*person_ids: int) -> None:
    """Refused if one of them has just been switched off or has closed their account."""
    if any(person.state is not PersonState.ACTIVE for person in as_now(*person_ids)):
        raise NoLongerHere


def officers_of(unit_id: int) -> list[int]:
    """The persons who act for a unit today."""
    live = RoleGrant.since <= clock.today(), ends_after_today()
    holds = RoleGrant.role == Role.UNIT_OFFICER, RoleGrant.unit_id == unit_id
    return db.session.scalars(select(RoleGrant.person_id).where(*holds, *live).distinct()).all()


def ends_after_today():
    return or_(RoleGrant.until.is_(None), RoleGrant.until > clock.today())


def backstop_of(area: Area) -> Unit | None:
    """兜底: the office named for the area, or for the nearest one above it."""
    query = select(Unit).join(Backstop, Backstop.unit_id == Unit.id)
    query = query.join(Area, Area.id == Backstop.area_id)
    query = query.where(Backstop.area_id.in_(ids_in(area.path)))
    return db.session.scalar(query.order_by(func.length(Area.path).desc()).limit(1))


MOST_HELPERS = 30


def units_serving(area: Area) -> list[Unit]:
    """Every unit that answers for the area, the nearest first; desks do not take slips."""
    here = Unit.area_id.in_(ids_in(area.path)), Unit.kind != UnitKind.DESK
    query = select(Unit).join(Unit.area).options(contains_eager(Unit.area)).where(*here)
    return db.session.scalars(query.order_by(func.length(Area.path).desc(), Unit.id)).all()


def helpers_for(area: Area, name: str) -> list[tuple[Person, list[str]]]:
    """Active persons with a live helping role over the area, and the words of these roles; those
    whose role is nearest first."""
    query = (
        select(Person, func.array_agg(RoleGrant.role.distinct()), func.max(func.length(Area.path)))
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .join(Area, Area.id == RoleGrant.area_id)
        .where(
            RoleGrant.role.in_(HELPERS),
            RoleGrant.area_id.in_(ids_in(area.path)),
            RoleGrant.since <= clock.today(),
            ends_after_today(),
            Person.state == PersonState.ACTIVE,
            Person.merged_into_id.is_(None),
            Person.display_name.startswith(name, autoescape=True),
        )
        .group_by(Person.id)
        .order_by(func.max(func.length(Area.path)).desc(), Person.id)
        .limit(MOST_HELPERS)
    )
    rows = db.session.execute(query)
    return [(person, [Role(role).label for role in roles]) for person, roles, _ in rows]
