"""The ways in, and the ways out."""

from flask import current_app

from server.core.db import db
from server.core.errors import NotFound
from server.people import passwords, refresh, sms_codes, throttle
from server.people.identities import PHONE, WECHAT, aliases_of, may_come_in, person_by
from server.people.models import Person
from server.people.outside import ask_wechat
from server.people.sign_ins import SignIn, begin_sign_in
from server.people.tokens import ACCESS_TTL, Claims, write_token

WECHAT_PER_MINUTE = 300  # its codes cannot be guessed, and a market shares one address


def sign_in_wechat(code: str) -> dict:
    throttle.count_try(throttle.address(WECHAT_PER_MINUTE))
    openid = ask_wechat("code2session", code).openid
    return _come_in(person_by(WECHAT, openid, current_app.config["WECHAT_APPID"]), "wechat")


def sign_in_sms(phone: str, code: str) -> dict:
    sms_codes.use_code(phone, code)
    return _come_in(person_by(PHONE, phone), "sms")


def sign_in_password(name: str, password: str) -> dict:
    identity = passwords.check_password(name, password)
    return _come_in(may_come_in(identity.person_id), "password")


def demo_people() -> list[Person]:
    """Only a demonstration has any."""
    if not current_app.config["DEMO"]:
        raise NotFound
    wanted = db.select(Person).where(Person.is_demo, Person.merged_into_id.is_(None))
    return db.session.scalars(wanted.order_by(Person.id)).all()


def sign_in_demo(person_id: int) -> dict:
    person = next((one for one in demo_people() if one.id == person_id), None)
    if person is None:
        raise NotFound
    return _come_in(may_come_in(person.id), "demo")


def refresh_session(token: str) -> dict:
    sign_in, next_token = refresh.use_token(token)
    return _session(may_come_in(sign_in.person_id), sign_in, next_token)


def sign_out(actor) -> None:
    refresh.end_sign_in(actor.session_id, "signed_out")


def sign_out_everywhere(person: Person, why: str = "signed_out_everywhere") -> None:
    """Also what is signed already is no longer believed."""
    person.session_version += 1
    for one in (person, *db.session.scalars(aliases_of(person))):
        refresh.end_sign_ins(one, why)


def _come_in(person: Person, way: str) -> dict:
    sign_in = begin_sign_in(person, way)
    return _session(person, sign_in, refresh.first_token(sign_in))


def _session(person: Person, sign_in: SignIn, refresh_token: str) -> dict:
    claims = Claims(person.id, sign_in.id, person.session_version)
    return {
        "access_token": write_token(claims),
        "expires_in": int(ACCESS_TTL.total_seconds()),
        "refresh_token": refresh_token,
        "me": person,
    }
