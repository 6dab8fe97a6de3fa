"""How somebody is recognised: an openid, a telephone number, a staff name."""

from flask import current_app
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from schemas.people_words import PersonState
from server.core.crypto import blind
from server.core.db import db
from server.core.errors import Refusal
from server.people.models import Identity, Person
from server.people.session import SwitchedOff

WECHAT, PHONE, PASSWORD = "wechat", "phone", "password"
NAMELESS = "近邻居民"  # until they say what to call them


class PhoneTaken(Refusal):
    code, title = "phone_taken", "这个号码已有人使用"
    detail = "如果也是您本人的账号，可以用这个号码的验证码把两个账号合并"


def find_identity(kind: str, subject: str, issuer: str = "") -> Identity | None:
    wanted = select(Identity).where(Identity.kind == kind, Identity.issuer == issuer)
    return db.session.scalar(wanted.where(Identity.subject_hash == blind(kind, subject)))


def add_identity(person: Person, kind: str, subject: str, issuer: str = "") -> Identity:
    """A unique index refuses what somebody else has."""
    hashed = blind(kind, subject)
    known = {"kind": kind, "issuer": issuer, "subject": subject, "subject_hash": hashed}
    identity = Identity(person_id=person.id, **known)
    db.session.add(identity)
    db.session.flush()
    return identity


def person_by(kind: str, subject: str, issuer: str = "") -> Person:
    """Whoever is recognised by this; somebody new on their first visit."""
    identity = find_identity(kind, subject, issuer)
    if identity is None:
        identity = _first_visit(kind, subject, issuer)
    return may_come_in(identity.person_id)


def may_come_in(person_id: int) -> Person:
    """The person, or who they were merged into, if neither of them is switched off."""
    person = survivor(person_id)
    playing = person.is_demo and not current_app.config["DEMO"]  # its data came along by mistake
    both = (person, db.session.get_one(Person, person_id))
    if playing or any(one.state is not PersonState.ACTIVE for one in both):
        raise SwitchedOff
    return person


def aliases_of(person: Person):
    """Who was merged into them."""
    return select(Person).where(Person.merged_into_id == person.id)


def password_of(ids: tuple[int, ...]) -> Identity | None:
    mine = Identity.person_id.in_(ids), Identity.kind == PASSWORD
    return db.session.scalar(select(Identity).where(*mine).order_by(Identity.id).limit(1))


def survivor(person_id: int) -> Person:
    """Merging is one step deep (merging.py sees to it)."""
    person = db.session.get_one(Person, person_id)
    return db.session.get_one(Person, person.merged_into_id or person.id)


def link_phone(person: Person, phone: str) -> list[str]:
    """The number is theirs (WeChat or a code said so): they may be called and may sign in by it.
    The old ones no longer may, those of their aliases neither: carriers give them to somebody
    else. Gives the numbers that no longer sign in."""
    ids = (person.id, *(alias.id for alias in db.session.scalars(aliases_of(person))))
    taken = find_identity(PHONE, phone)
    if taken and taken.person_id not in ids:
        raise PhoneTaken
    old = Identity.person_id.in_(ids), Identity.kind == PHONE
    others = delete(Identity).where(*old, Identity.subject_hash != blind(PHONE, phone))
    ended = db.session.scalars(others.returning(Identity.subject)).all()
    if taken is None:
        add_identity(person, PHONE, phone)
    set_phone(person, phone)
    return ended


def set_phone(person: Person, phone: str | None) -> None:
    """The contact number. Not unique: elders share them."""
    person.phone = phone
    person.phone_hash = blind(PHONE, phone) if phone else None


def _first_visit(kind: str, subject: str, issuer: str) -> Identity:
    """Two first visits at the same moment are one: the later finds what the earlier made."""
    try:
        with db.session.begin_nested():
            person = Person(display_name=NAMELESS)
            if kind == PHONE:
                set_phone(person, subject)
            db.session.add(person)
            db.session.flush()
            return add_identity(person, kind, subject, issuer)
    except IntegrityError:
        return find_identity(kind, subject, issuer)
