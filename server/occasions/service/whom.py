"""Whom a place at a post is for: oneself, somebody the desk knows, or a child of whoever asks."""

from sqlalchemy import Row, Select, func, select

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
MOST_CHILDREN = 3  # that one guardian brings to one session


class OnDuty(Refusal):
    """What one is paid for is no voluntary service: no check-ins of officials (DESIGN §2.8)."""

    code, title = "on_duty", "工作人员不用报名"
    detail = "这里的工作人员上班时间的工作不计志愿服务"


class ManyChildren(Refusal):
    code, title = "many_children", f"一场最多带 {MOST_CHILDREN} 个孩子"
    detail = "还有别的孩子，请他们的家长来报名，或请社区登记"


def whom(session: Session, form: dict, *, by: Actor) -> Person:
    """The record is theirs, whoever makes it."""
    if form["child"]:
        return _child(session, form, by=by)
    if "person_id" not in form:
        return db.session.get_one(Person, by.id)
    return _known_to_the_desk(form["person_id"], by=by)


def must_not_work_here(person: Person, session: Session) -> None:
    """By whatever road: a team, a child's form, a place given afterwards."""
    if people.holds(person, RUNS_IT, session.area):
        raise OnDuty


def _known_to_the_desk(person_id: int, *, by: Actor) -> Person:
    seen = select(Person).where(Person.id == person_id, visible_persons(by))
    person = db.session.scalar(seen)
    person = person and survivor(person.id)
    if person is None or person.state is not PersonState.ACTIVE or person.id in by.ids:
        raise Malformed(person_id="没有找到这位居民，请重新查找")
    return person


def _child(session: Session, form: dict, *, by: Actor) -> Person:
    """Written down by the desk or by a guardian, who agrees once for each text."""
    if runs(by, session.area.path):
        child = _child_of_the_desk(session, form, by=by)
    else:
        child = _own_child(session, form, by=by)
    agree_for(child, Purpose.MINOR, form["consent"], channel="app")
    return child


def _home(session: Session, by: Actor) -> int | None:
    if by.estate_id is not None:
        return by.estate_id
    return session.area_id if session.area.level is Level.ESTATE else None


def _child_of_the_desk(session: Session, form: dict, *, by: Actor) -> Person:
    if "person_id" in form:
        return _known_to_the_desk(form["person_id"], by=by)
    return people.assist(form["child_name"], by=by, estate_id=_home(session, by))


def _own_child(session: Session, form: dict, *, by: Actor) -> Person:
    """Whom they brought before, by id or by the same name; else a new one. Whoever else they wrote
    down, a neighbour for whom they once asked, is no child of theirs."""
    _bring_few(session, by)
    name, person_id = form.get("child_name"), form.get("person_id")
    for row in db.session.execute(_brought_by(by)):
        if row.person_id == person_id or (person_id is None and row.name == name):
            return survivor(row.person_id)
    if person_id is not None:
        raise Malformed(person_id="没有找到这个孩子，请写称呼")
    return people.assist(name, by=by, estate_id=_home(session, by))


def _bring_few(session: Session, by: Actor) -> None:
    """One after the other, also from two telephones: they are counted, and the same one is seen."""
    name = func.hashtextextended(f"guardian:{by.id}", 0)
    db.session.execute(select(func.pg_advisory_xact_lock(name)))
    brought = Signup.session_id == session.id, Signup.guardian_id.in_(by.ids), Signup.is_live()
    count = select(func.count()).select_from(Signup).where(*brought)
    if db.session.scalar(count) >= MOST_CHILDREN:
        raise ManyChildren


def children_of(by: Actor) -> list[Row]:
    """Whom one has signed up before, to be chosen instead of typed again."""
    return db.session.execute(_brought_by(by).limit(20)).all()


def _brought_by(by: Actor) -> Select:
    query = select(Person.id.label("person_id"), Person.display_name.label("name")).distinct()
    query = query.join(Signup, Signup.person_id == Person.id).where(
        Signup.guardian_id.in_(by.ids), Signup.child, Person.state == PersonState.ACTIVE
    )
    return query.order_by(Person.id)


def ids_of(person: Person) -> tuple[int, ...]:
    """Under which rows may name them."""
    return own_ids(person)
