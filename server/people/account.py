"""What somebody changes about how they sign in."""

from flask import current_app
from sqlalchemy import select

from server.core import audit, clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.people import me, passwords, proofs, refresh, sms_codes, standing, upward
from server.people.actor import Actor
from server.people.identities import (
    PASSWORD,
    WECHAT,
    add_identity,
    find_identity,
    link_phone,
    password_of,
)
from server.people.models import Identity, Person
from server.people.names import masked_phone
from server.people.outside import ask_wechat


class NoWechat(Refusal):
    code, title, detail = "no_wechat", "您没有用微信登录", "请填写手机号和短信验证码"


class NoPassword(Refusal):
    code, title, detail = "no_password", "您没有密码", "您用微信或手机号登录，不需要密码"


class NameTaken(Refusal):
    code, title, detail = "name_taken", "这个登录名已有人使用", "请换一个登录名"


def add_phone(person_id: int, form: dict) -> Person:
    phone = proven_phone(person_id, form)
    person = db.session.get_one(Person, person_id)
    ended = link_phone(person, phone)
    for old in ended:
        words = f"现在用 {masked_phone(phone)} 登录，{masked_phone(old)} 不能再登录。"
        _tell(person, "登录手机号已更换", f"{words}如果不是您换的，请告诉社区。")
    return person


def proven_phone(person_id: int, form: dict) -> str:
    """The number whose owner is asking. The code is tried first: counting the try ends the
    transaction."""
    if "code" in form:
        sms_codes.use_code(form["phone"], form["code"])
        return form["phone"]
    return _phone_by_wechat(db.session.get_one(Person, person_id), form["wechat_code"])


def change_password(form: dict, *, by: Actor) -> Person:
    """Whoever came in by a password that somebody else chose proves besides that it is them. The
    proof is tried last, so that a weak new password wastes no code."""
    own = password_of(by.ids)
    if own is None:
        raise NoPassword
    name = own.subject
    proven = by.has_first_password and proofs.ask_for(form, by=by)
    passwords.check_password(name, form["old_password"])
    new = passwords.hash_password(name, form["new_password"], field="new_password")
    if proven:
        proofs.prove(form, by=by)
        passwords.forget_tries(name)  # the proof ended the transaction that forgot them
    own = password_of(by.ids)
    own.password_hash, own.must_change = new, False
    person = db.session.get_one(Person, by.id)
    refresh.end_sign_ins(person, "password_changed", but=by.session_id)
    return person


def set_staff_name(person: Person, form: dict, *, by) -> Person:
    """A name and a first password, which its owner must change; a forgotten one is set anew, under
    the same name if none is given."""
    standing.possible("set_staff_name", person)
    own = password_of((person.id,))
    name = form["name"].lower() if "name" in form else own and own.subject
    if name is None:
        raise Malformed(name="请填写登录名")
    own = _named(person, name, own)
    own.password_hash = passwords.hash_password(name, form["password"], field="password")
    own.must_change = True
    refresh.end_sign_ins(person, "password_set")
    audit.record("set_staff_name", person, by=by, identity_id=own.id)
    if by and by.id != person.id:
        words = f"{by.name}给您设了登录名 {name} 和新的密码，请当面问清密码，登录后改成自己的。"
        _tell(person, "登录名和密码已设置", f"{words}如果您不知道这件事，请告诉管理员。")
    return person


def _named(person: Person, name: str, own: Identity | None) -> Identity:
    """Their one staff name; a new one takes the place of the old."""
    taken = find_identity(PASSWORD, name)
    if taken and (own is None or taken.id != own.id):
        raise NameTaken
    if own and not taken:
        db.session.delete(own)
        db.session.flush()
        own = None
    return own or add_identity(person, PASSWORD, name)


def _phone_by_wechat(person: Person, code: str) -> str:
    mine = Identity.kind == WECHAT, Identity.issuer == current_app.config["WECHAT_APPID"]
    wanted = select(Identity).where(*mine, me.owned_by(me.own_ids(person)))
    identity = db.session.scalar(wanted.order_by(Identity.id.desc()).limit(1))
    if identity is None:
        raise NoWechat
    phone = ask_wechat("phone", code, identity.subject)
    return phone.number if phone.country in ("86", "") else f"+{phone.country}{phone.number}"


def _tell(person: Person, title: str, words: str) -> None:
    reason = f"account:{person.id}:{clock.now():%Y%m%d%H%M%S%f}"
    upward.tell(person.id, title, words, reason=reason)
