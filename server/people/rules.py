"""Who may do what with places, roles and what is their own; person_rules.py: with other people. A
rule takes what its view takes."""

from sqlalchemy import ColumnElement, or_

from schemas.people_words import DESK, Role
from server.people.actor import Actor, within
from server.people.models import Consent, Residency, RoleGrant, Volunteer
from server.people.places import Area, Hotline, Notice, Unit

OVERSEERS = (*DESK, Role.ADMINISTRATOR)


# ---- relations


def is_self(actor: Actor, person_id: int) -> bool:
    return person_id in actor.ids


def oversees(actor: Actor, path: str) -> bool:
    return actor.holds(*OVERSEERS, at=path)


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


# ---- roles


def may_grant_in(actor: Actor, area: Area, form: dict | None = None) -> bool:
    return actor.holds(Role.ADMINISTRATOR, at=area.path)


def show_backstop(actor: Actor, area: Area) -> bool:
    return may_grant_in(actor, area) or actor.works_at(area.path)


def register_mobile(actor: Actor, unit: Unit, form: dict | None = None) -> bool:
    return may_grant_in(actor, unit.area)


def visible_grants(actor: Actor) -> ColumnElement[bool]:
    mine = RoleGrant.person_id.in_(actor.ids)
    return or_(mine, within(RoleGrant.area_id, actor.paths(Role.ADMINISTRATOR)))


def end_grant(actor: Actor, grant: RoleGrant) -> bool:
    return may_grant_in(actor, grant.area) and not is_self(actor, grant.person_id)
