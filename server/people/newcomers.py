"""Newcomers, who belong nowhere yet: whoever found one by the whole number may open them for a
quarter of an hour. Their ids can be counted, so an id alone opens nobody."""

from datetime import timedelta

from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy import Select, select

from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.keys import keys
from server.people import granting, person_rules
from server.people.actor import Actor
from server.people.models import Person, RoleGrant

LIFE = timedelta(minutes=15)


class FoundLongAgo(Refusal):
    status, code, title = 404, "found_long_ago", "请再找一次"
    detail = "这是新来的人，找到一刻钟以内才打得开。请回到名册，再输一次完整手机号"


def among(persons: list[Person]) -> set[int]:
    """The ids of the newcomers; most lists have none, and are not asked about."""
    likely = [person.id for person in persons if not (person.estate_id or person.made_by_id)]
    wanted = select(Person.id).where(Person.id.in_(likely), person_rules.newcomer())
    return set(db.session.scalars(wanted)) if likely else set()


def reference(person: Person, *, by: Actor) -> str:
    """Opens this one, for this actor only."""
    return _signed().dumps([by.id, person.id, (clock.now() + LIFE).timestamp()])


def opened(persons: Select, found: str, *, by: Actor) -> Person:
    """Of those whom the actor may find, the one of the reference."""
    person = db.session.scalar(persons.where(Person.id == _read(found, by)))
    if person is None:
        raise FoundLongAgo
    return person


def welcome(persons: Select, form: dict, *, by: Actor) -> RoleGrant:
    """The first role: from now on they belong to an area, and are seen there."""
    return granting.grant_role(opened(persons, form["found"], by=by), form, by=by)


def _read(found: str, by: Actor) -> int:
    try:
        actor_id, person_id, until = _signed().loads(found)
    except BadData as error:
        raise FoundLongAgo from error
    if actor_id != by.id or until < clock.now().timestamp():
        raise FoundLongAgo
    return person_id


def _signed() -> URLSafeSerializer:
    return URLSafeSerializer(keys("SECRET", "found"), "found")
