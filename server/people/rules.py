"""Who may see and do what with people and places. A rule takes what its view takes."""

from sqlalchemy import ColumnElement, and_, exists, false, not_, or_

from schemas.people_words import DESK, Role
from server.people.actor import Actor, within
from server.people.models import Consent, Person, Residency, RoleGrant, Volunteer
from server.people.places import Area, Hotline, Notice

OVERSEERS = (*DESK, Role.ADMINISTRATOR)


# ---- relations


def is_self(actor: Actor, person_id: int) -> bool:
    return person_id in actor.ids


def oversees(actor: Actor, path: str) -> bool:
    return actor.holds(*OVERSEERS, at=path)


def paths_of(person: Person) -> list[str]:
    """Of the areas to which somebody belongs: where they live, where they have a role."""
    homes = [person.estate] if person.estate else []
    homes += [residency.estate for residency in person.live_residencies]
    return [area.path for area in (*homes, *(grant.area for grant in person.live_grants))]


def has_charge_of(actor: Actor, person: Person, *roles: Role) -> bool:
    """Somebody else, who belongs to an area where the actor has the role, or whom they wrote down;
    and who holds no office beyond that: a town never touches an account of the county."""
    if is_self(actor, person.id) or not actor.holds(*roles):
        return False
    near = any(actor.holds(*roles, at=path) for path in paths_of(person))
    return (near or is_self(actor, person.made_by_id or 0)) and outranks(actor, person, *roles)


def outranks(actor: Actor, person: Person, *roles: Role) -> bool:
    """Administrators over every office the person holds; desks over people who hold none."""
    offices = [grant for grant in person.live_grants if grant.role is not Role.VOLUNTEER]
    covered = [actor.holds(Role.ADMINISTRATOR, at=grant.area.path) for grant in offices]
    return all(covered) and (not offices or Role.ADMINISTRATOR in roles)


# ---- oneself


def show_me(actor: Actor) -> bool:
    return True


def sign_out(actor: Actor) -> bool:
    return True


def change_me(actor: Actor, form: dict) -> bool:
    return True


join_estate = change_me


def visible_consents(actor: Actor) -> ColumnElement[bool]:
    return Consent.person_id.in_(actor.ids)


def withdraw_consent(actor: Actor, consent: Consent) -> bool:
    return True


def visible_residencies(actor: Actor) -> ColumnElement[bool]:
    mine = Residency.person_id.in_(actor.ids)
    return or_(mine, within(Residency.estate_id, actor.paths(*OVERSEERS)))


def leave_residency(actor: Actor, residency: Residency) -> bool:
    return is_self(actor, residency.person_id) or confirm_residency(actor, residency)


def confirm_residency(actor: Actor, residency: Residency) -> bool:
    """Nobody confirms their own."""
    there = actor.works_at(residency.estate.path)
    return there and not is_self(actor, residency.person_id)


# ---- areas


def post_notice(actor: Actor, area: Area, form: dict | None = None) -> bool:
    roles = (Role.COMMUNITY_STAFF, Role.SOCIAL_WORKER, Role.ADMINISTRATOR)
    return actor.holds(*roles, at=area.path)


post_hotline = post_notice


def end_notice(actor: Actor, notice: Notice) -> bool:
    return post_notice(actor, notice.area)


def end_hotline(actor: Actor, hotline: Hotline) -> bool:
    return post_notice(actor, hotline.area)


# ---- volunteers


def apply_as_volunteer(actor: Actor, form: dict) -> bool:
    return True


def visible_volunteers(actor: Actor) -> ColumnElement[bool]:
    mine = Volunteer.person_id.in_(actor.ids)
    return or_(mine, within(Volunteer.area_id, actor.paths(*OVERSEERS)))


def list_volunteers(actor: Actor, *_) -> bool:
    return actor.holds(*OVERSEERS)


def judge_volunteer(actor: Actor, volunteer: Volunteer, form: dict | None = None) -> bool:
    """Nobody confirms themselves."""
    return oversees(actor, volunteer.area.path) and not is_self(actor, volunteer.person_id)


# ---- persons


def visible_persons(actor: Actor) -> ColumnElement[bool]:
    """Who lives in the actor's subtree or was written down by them. Administrators also see who
    holds a role there, and newcomers, who belong nowhere until somebody gives them a role."""
    paths, administered = actor.paths(*OVERSEERS), actor.paths(Role.ADMINISTRATOR)
    if not paths:
        return false()
    lives = exists().where(Residency.person_id == Person.id, Residency.until.is_(None))
    serves = exists().where(RoleGrant.person_id == Person.id)
    here = or_(
        within(Person.estate_id, paths),
        lives.where(within(Residency.estate_id, paths)),
        Person.made_by_id.in_(actor.ids),
        serves.where(within(RoleGrant.area_id, administered)),
    )
    return or_(here, newcomer(lives, serves)) if administered else here


def newcomer(lives, serves) -> ColumnElement[bool]:
    return and_(Person.estate_id.is_(None), Person.made_by_id.is_(None), not_(lives), not_(serves))


def find_persons(actor: Actor, *_) -> bool:
    return actor.holds(*OVERSEERS)


def show_person(actor: Actor, person: Person) -> bool:
    return actor.holds(*OVERSEERS)


def assist_person(actor: Actor, form: dict) -> bool:
    """Where, is asked by the service, which knows the estate."""
    return actor.holds(*DESK)


def reveal_person(actor: Actor, person: Person, form: dict | None = None) -> bool:
    return actor.holds(*OVERSEERS) and not is_self(actor, person.id)


def administer(actor: Actor, person: Person, form: dict | None = None) -> bool:
    return has_charge_of(actor, person, Role.ADMINISTRATOR)


switch_off = switch_on = set_staff_name = administer


def grant_role(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """Over which area, is asked by the service, which knows it. Nobody grants to themselves."""
    return actor.holds(Role.ADMINISTRATOR) and not is_self(actor, person.id)


def may_grant_in(actor: Actor, area: Area) -> bool:
    return actor.holds(Role.ADMINISTRATOR, at=area.path)


def visible_grants(actor: Actor) -> ColumnElement[bool]:
    mine = RoleGrant.person_id.in_(actor.ids)
    return or_(mine, within(RoleGrant.area_id, actor.paths(Role.ADMINISTRATOR)))


def end_grant(actor: Actor, grant: RoleGrant) -> bool:
    return may_grant_in(actor, grant.area) and not is_self(actor, grant.person_id)


def merge_persons(actor: Actor, person: Person, form: dict | None = None) -> bool:
    """Both must be in their charge; the service asks the same about the other."""
    charge = (has_charge_of(actor, person, role) for role in (*DESK, Role.ADMINISTRATOR))
    return any(charge)


unmerge_persons = merge_persons
