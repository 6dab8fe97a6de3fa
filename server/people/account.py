"""What somebody changes about how they sign in."""

from flask import current_app
from sqlalchemy import select

from server.core import audit
from server.core.db import db
from server.core.errors import Refusal
from server.people import me, passwords, refresh, sms_codes
from server.people.identities import PASSWORD, WECHAT, add_identity, find_identity, link_phone
from server.people.models import Identity, Person
from server.people.outside import ask_wechat


class NoWechat(Refusal):
    code, title, detail = "no_wechat", "您没有用微信登录", "请填写手机号和短信验证码"


class NoPassword(Refusal):
    code, title, detail = "no_password", "您没有密码", "您用微信或手机号登录，不需要密码"


class NameTaken(Refusal):
    code, title, detail = "name_taken", "这个登录名已有人使用", "请换一个登录名"


def add_phone(person_id: int, form: dict) -> Person:
    """The code is tried first: counting the try ends the transaction."""
    if "code" in form:
        sms_codes.use_code(form["phone"], form["code"])
    person = db.session.get_one(Person, person_id)
    link_phone(person, form.get("phone") or _phone_by_wechat(person, form["wechat_code"]))
    return person


def change_password(person_id: int, form: dict, *, keep: int | None) -> Person:
    own = _password_of(person_id)
    if own is None:
        raise NoPassword
    identity = passwords.check_password(own.subject, form["old_password"])
    identity.password_hash = passwords.hash_password(identity.subject, form["new_password"])
    identity.must_change = False
    person = db.session.get_one(Person, person_id)
    refresh.end_sign_ins(person, "password_changed", but=keep)
    return person


def set_staff_name(person: Person, form: dict, *, by) -> Person:
    """A name and a first password, which its owner must change; a forgotten one is set anew."""
    name = form["name"].lower()
    taken = find_identity(PASSWORD, name)
    own = _password_of(person.id)
    if taken and (own is None or taken.id != own.id):
        raise NameTaken
    if own and not taken:
        db.session.delete(own)
        db.session.flush()
        own = None
    own = own or add_identity(person, PASSWORD, name)
    own.password_hash = passwords.hash_password(name, form["password"])
    own.must_change = True
    refresh.end_sign_ins(person, "password_set")
    audit.record("set_staff_name", person, by=by, identity_id=own.id)
    return person


def _phone_by_wechat(person: Person, code: str) -> str:
    mine = Identity.kind == WECHAT, Identity.issuer == current_app.config["WECHAT_APPID"]
    wanted = select(Identity).where(*mine, me.owned_by(me.own_ids(person)))
    identity = db.session.scalar(wanted.order_by(Identity.id.desc()).limit(1))
    if identity is None:
        raise NoWechat
    phone = ask_wechat("phone", code, identity.subject)
    return phone.number if phone.country in ("86", "") else f"+{phone.country}{phone.number}"


def _password_of(person_id: int) -> Identity | None:
    mine = Identity.person_id == person_id, Identity.kind == PASSWORD
    return db.session.scalar(select(Identity).where(*mine))
