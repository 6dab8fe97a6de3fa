"""Refresh tokens: opaque, good once, one family for each device.

A token that comes back after its grace was copied by somebody: the whole family ends."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from server.core import audit, clock
from server.core.db import db
from server.core.keys import keys
from server.people.apart import apart
from server.people.models import Person
from server.people.session import SignedOut
from server.people.sign_ins import RefreshToken, SignIn
from server.people.tokens import TokenInvalid

LIFE = timedelta(days=30)  # from its last use
LIFE_AT_A_DESK = timedelta(hours=12)  # a computer that is shared: signed in by a password
GRACE = timedelta(seconds=30)  # two tabs, or an answer that was lost on its way
THEFT = "token_stolen"


def first_token(sign_in: SignIn) -> str:
    return _keep(secrets.token_urlsafe(32), sign_in)


def use_token(token: str) -> tuple[SignIn, str]:
    """The sign-in it belongs to, and the token that comes after it: the same for each use within
    the grace, for it is derived and not drawn."""
    hashed, now = _hash(token), clock.now()
    alive = RefreshToken.token_hash == hashed, RefreshToken.expires_at > now
    use = update(RefreshToken).where(*alive, RefreshToken.used_at.is_(None)).values(used_at=now)
    sign_in_id = db.session.scalar(use.returning(RefreshToken.sign_in_id))
    if sign_in_id is None:
        sign_in_id = _used_just_now(hashed)
    sign_in = db.session.get_one(SignIn, sign_in_id)
    if sign_in.ended_at:
        raise SignedOut
    return sign_in, _keep(_successor(token), sign_in)


def end_sign_ins(person: Person, why: str, *, but: int | None = None) -> None:
    """Every device of this person is signed out, except the one they are holding."""
    live = SignIn.person_id == person.id, SignIn.ended_at.is_(None), SignIn.id.is_distinct_from(but)
    ended = {"ended_at": clock.now(), "why_ended": why}
    db.session.execute(update(SignIn).where(*live).values(ended))


def end_sign_in(sign_in_id: int, why: str) -> None:
    ended = {"ended_at": clock.now(), "why_ended": why}
    live = SignIn.id == sign_in_id, SignIn.ended_at.is_(None)
    db.session.execute(update(SignIn).where(*live).values(ended))


def _used_just_now(hashed: bytes) -> int:
    used = db.session.execute(select(RefreshToken).where(RefreshToken.token_hash == hashed))
    row = used.scalar_one_or_none()
    if row is None or row.used_at is None:  # never ours, or not used in time
        raise TokenInvalid
    if clock.now() - row.used_at > GRACE:
        _stop_thief(row.sign_in_id)
        raise TokenInvalid
    return row.sign_in_id


def _stop_thief(sign_in_id: int) -> None:
    with apart():
        sign_in = db.session.get_one(SignIn, sign_in_id, with_for_update=True)
        if sign_in.ended_at is None:
            end_sign_in(sign_in_id, THEFT)
            audit.record("end_token_family", sign_in, by=None, person_id=sign_in.person_id)


def _keep(token: str, sign_in: SignIn) -> str:
    life = LIFE_AT_A_DESK if sign_in.way == "password" else LIFE
    known = {"token_hash": _hash(token), "sign_in_id": sign_in.id}
    row = insert(RefreshToken).values(expires_at=clock.now() + life, **known)
    db.session.execute(row.on_conflict_do_nothing())
    return token


def _successor(token: str) -> str:
    drawn = hmac.digest(keys("SECRET", "refresh")[0], token.encode(), "sha256")
    return urlsafe_b64encode(drawn).decode().rstrip("=")


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
