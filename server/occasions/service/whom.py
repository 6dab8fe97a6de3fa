"""Whom a place at a post is for: oneself, somebody the desk knows, or a child of whoever asks."""

from sqlalchemy import Row, select

from schemas.people_words import Level, PersonState, Purpose, Role
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.occasions.rules import RUNS_IT, runs
from server.people import service as people
from server.people.actor import Actor
from server.people.consents import agree_for
from server.people.identities import survivor
from server.people.me import own_ids
from server.people.models import Person
from server.people.person_rules import visible_persons

VOLUNTEERS = (Role.VOLUNTEER, Role.TEAM_LEADER)


class OnDuty(Refusal):
    """What one is paid for is no voluntary service: no check-ins of officials (DESIGN §2.8)."""

    code, title = "on_duty", "工作人员不用报名"
    detail = "这里的工作人员上班时间的工作不计志愿服务"


def whom(session: Session, form: dict, *, by: Actor) -> Person:
    """The record is theirs, whoever makes it."""
    if form["child"]:
        return _child(session, form, by=by)
    if "person_id" not in form:
        return db.session.get_one(Person, by.id)
    person = _known_to_the_desk(form["person_id"], by=by)
    if people.holds(person, RUNS_IT, session.area):
        raise OnDuty
    return person


def _known_to_the_desk(person_id: int, *, by: Actor) -> Person:
    seen = select(Person).where(Person.id == person_id, visible_persons(by))
    person = db.session.scalar(seen)
    person = person and survivor(person.id)
    if person is None or person.state is not PersonState.ACTIVE or person.id in by.ids:
        raise Malformed(person_id="没有找到这位居民，请重新查找")
    return person


def _child(session: Session, form: dict, *, by: Actor) -> Person:
    """Written down by the desk or by a guardian, who agrees once for each text."""
    if "person_id" not in form:
        child = people.assist(form["child_name"], by=by, estate_id=_home(session, by))
    elif runs(by, session.area.path):
        child = _known_to_the_desk(form["person_id"], by=by)
    else:
        child = _own_child(form["person_id"], by=by)
    agree_for(child, Purpose.MINOR, form["consent"], channel="app")
    return child


def _home(session: Session, by: Actor) -> int | None:
    if by.estate_id is not None:
        return by.estate_id
    return session.area_id if session.area.level is Level.ESTATE else None


def _own_child(person_id: int, *, by: Actor) -> Person:
    """Whom they wrote down themselves."""
    child = db.session.get(Person, person_id)
    if child is None or child.made_by_id not in by.ids or child.state is not PersonState.ACTIVE:
        raise Malformed(person_id="没有找到这个孩子，请写称呼")
    return survivor(child.id)


def children_of(by: Actor) -> list[Row]:
    """Whom one has signed up before, to be chosen instead of typed again."""
    query = select(Person.id.label("person_id"), Person.display_name.label("name")).distinct()
    query = query.join(Signup, Signup.person_id == Person.id).where(
        Signup.guardian_id.in_(by.ids), Person.state == PersonState.ACTIVE
    )
    return db.session.execute(query.order_by(Person.id).limit(20)).all()


def ids_of(person: Person) -> tuple[int, ...]:
    """Under which rows may name them."""
    return own_ids(person)
