"""Somebody closes their account (PIPL 47): what says who they were is deleted. What was done for or
by them stays and is counted, under no name."""

from sqlalchemy import delete, select, update

from server.core import audit, clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.idempotency import KeptAnswer
from server.core.moves import move
from server.people import leaving, me, passwords, proofs
from server.people.account import NoPassword
from server.people.actor import Actor
from server.people.identities import password_of, set_phone
from server.people.models import Consent, Identity, Person, Residency, RoleGrant, Volunteer
from server.people.person_rules import offices
from server.people.sign_in import sign_out_everywhere

NOBODY = "已注销的居民"


class HoldsOffice(Refusal):
    code, title = "holds_office", "您还有工作角色"
    detail = "请先让管理员结束您的角色，再注销账号"


def close_me(form: dict, *, by: Actor) -> Person:
    """The proof is asked first: counting its try ends the transaction. A device that was left
    signed in is not enough."""
    _prove(form, by=by)
    mine = select(Person).where(Person.id.in_(by.ids)).order_by(Person.id)
    locked = db.session.scalars(mine.with_for_update(key_share=True, of=Person)).all()
    if any(offices(one) for one in locked):
        raise HoldsOffice
    person = db.session.get_one(Person, by.id)
    audit.record("close_me", person, by=by)
    sign_out_everywhere(person, "closed")
    for one in locked:
        move(one, "close", by=by)
        _forget(one)
    _delete_what_names(by.ids)
    leaving.leave_all(person, by=by)
    return person


def _prove(form: dict, *, by: Actor) -> None:
    if "password" not in form:
        proofs.prove(form, by=by)
        return
    own = password_of(by.ids)
    if own is None:
        raise NoPassword
    passwords.check_password(own.subject, form["password"])


def _forget(person: Person) -> None:
    person.display_name, person.real_name, person.elder_look = NOBODY, None, None
    person.estate_id, person.is_demo = None, False
    set_phone(person, None)


def _delete_what_names(ids: tuple[int, ...]) -> None:
    """Consents stay as proof that there was one, taken back; so do sign-ins (网络安全法 21)."""
    for kind in (Identity, Residency, Volunteer):
        db.session.execute(delete(kind).where(kind.person_id.in_(ids)))
    db.session.execute(delete(KeptAnswer).where(KeptAnswer.actor_id.in_(ids)))
    given = Consent.person_id.in_(ids), Consent.withdrawn_at.is_(None)
    db.session.execute(update(Consent).where(*given).values(withdrawn_at=clock.now()))
    held = RoleGrant.person_id.in_(ids), me.live(RoleGrant)
    ended = {"until": clock.today(), "left_at": clock.now()}
    db.session.execute(update(RoleGrant).where(*held).values(ended))
