"""Who may see and do what with other people. A rule takes what its view takes."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, exists, false, not_, or_

from schemas.people_words import PersonState, Role
from server.core import clock
from server.people.actor import Actor, within
from server.people.models import Person, Residency, RoleGrant
from server.people.rules import OVERSEERS, is_self

LATELY = timedelta(days=30)  # a role that ended: until then there is something to ask

# ---- relations


def home_paths(person: Person) -> list[str]:
    """Of the estates where somebody lives."""
    homes = [person.estate] if person.estate else []
    return [area.path for area in (*homes, *(one.estate for one in person.live_residencies))]


def paths_of(person: Person) -> list[str]:
    """Of the areas to which somebody belongs: where they live, where they have a role."""
    return home_paths(person) + [grant.area.path for grant in person.live_grants]


def offices(person: Person) -> list[RoleGrant]:
    """What somebody does for others by order; a volunteer is a neighbour."""
    return [grant for grant in person.live_grants if grant.role is not Role.VOLUNTEER]


def has_charge_of(actor: Actor, person: Person, *roles: Role) -> bool:
    """Somebody else, who belongs to an area where the actor has the role, or whom they wrote down;
    and who holds no office beyond that: a town never touches an account of the county."""
    if is_self(actor, person.id) or not actor.holds(*roles):
        return False
    near = any(actor.holds(*roles, at=path) for path in paths_of(person))
    return (near or is_self(actor, person.made_by_id or 0)) and outranks(actor, person, *roles)


def outranks(actor: Actor, person: Person, *roles: Role) -> bool:
    """Administrators over every office the person holds; desks over people who hold none."""
    held = offices(person)
    covered = [actor.holds(Role.ADMINISTRATOR, at=grant.area.path) for grant in held]
    return all(covered) and (not held or Role.ADMINISTRATOR in roles)


# ---- found and looked at


def visible_persons(actor: Actor) -> ColumnElement[bool]:
    """Who lives in the actor's subtree or was written down by them. Administrators also see who
    holds a role there, or did until lately. Who closed their account is seen by nobody."""
    paths, administered = actor.paths(*OVERSEERS), actor.paths(Role.ADMINISTRATOR)
    if not paths:
        return false()
    lives = exists().where(Residency.person_id == Person.id, Residency.until.is_(None))
    here = or_(
        within(Person.estate_id, paths),
        lives.where(within(Residency.estate_id, paths)),
        Person.made_by_id.in_(actor.ids),
        _served_lately().where(within(RoleGrant.area_id, administered)),
    )
    return and_(Person.state != PersonState.CLOSED, here)


def findable_persons(actor: Actor) -> ColumnElement[bool]:
    """Who may be in what a search answers: for administrators newcomers too, whom persons.matching
    gives for a whole number only, and newcomers.opened to whoever found them so."""
    seen = visible_persons(actor)
    return or_(seen, newcomer()) if actor.holds(Role.ADMINISTRATOR) else seen


def newcomer() -> ColumnElement[bool]:
    """They belong nowhere until somebody gives them a role; nor does who lost theirs long ago."""
    lives = exists().where(Residency.person_id == Person.id, Residency.until.is_(None))
    nowhere = Person.estate_id.is_(None), Person.made_by_id.is_(None), not_(lives)
    return and_(Person.state != PersonState.CLOSED, *nowhere, not_(_served_lately()))


def _served_lately():
    """They hold a role, or one ended within the last days."""
    lately = RoleGrant.until > clock.today() - LATELY
    return exists().where(RoleGrant.person_id == Person.id, or_(RoleGrant.until.is_(None), lately))


def is_newcomer(person: Person) -> bool:
    """As newcomer() says it."""
    since = clock.today() - LATELY
    lately = any(grant.until is None or grant.until > since for grant in person.grants)
    return not (home_paths(person) or person.made_by_id or lately)


def find_persons(actor: Actor, *_) -> bool:
    return actor.holds(*OVERSEERS)


def welcome_newcomer(actor: Actor, *_) -> bool:
    return actor.holds(Role.ADMINISTRATOR)


list_colleagues = welcome_newcomer


def show_person(actor: Actor, person: Person) -> bool:
    return actor.holds(*OVERSEERS)


def assist_person(actor: Actor, form: dict) -> bool:
    """Where, is asked by the service, which knows the estate."""
    return actor.holds(*OVERSEERS)


def reveal_person(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """Of newcomers nobody: they have nothing to do with any area yet."""
    known = not is_self(actor, person.id) and not is_newcomer(person)
    return known and actor.holds(*OVERSEERS)


# ---- accounts


def administer(actor: Actor, person: Person, form: dict | None = None) -> bool:
    return has_charge_of(actor, person, Role.ADMINISTRATOR)


switch_off = switch_on = administer


def set_staff_name(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """Of whoever holds an office in their area: nobody gets into a resident's account this way."""
    return bool(offices(person)) and administer(actor, person)


def grant_role(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """Over which area, is asked by the service, which knows it. Nobody grants to themselves."""
    return actor.holds(Role.ADMINISTRATOR) and not is_self(actor, person.id)


def merge_persons(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """Both live where the actor is at the desk; the service asks the same about the other, and
    which accounts a desk may put together at all (standing.py)."""
    near = any(actor.works_at(path) for path in home_paths(person))
    return near and not is_self(actor, person.id)


def in_charge(actor: Actor, person: Person, form: dict | None = None) -> bool:
    charge = (has_charge_of(actor, person, role) for role in OVERSEERS)
    return any(charge)


unmerge_persons = set_real_name = in_charge
