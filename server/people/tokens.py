"""Access tokens: signed, good for a quarter of an hour, and for this deployment only."""

from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import uuid4

import jwt
from flask import current_app

from server.core import clock
from server.core.errors import Refusal
from server.core.keys import keys

ACCESS_TTL = timedelta(minutes=15)
AUDIENCE = "access"
SKEW = timedelta(seconds=5)  # between the clocks of two application nodes
ALGORITHM = "HS256"
OPTIONS = {
    "require": ["exp", "iat", "sub", "aud", "iss", "jti"],
    "enforce_minimum_key_length": True,
}


class TokenExpired(Refusal):
    """The client refreshes and tries again."""

    status, code, title, detail = 401, "token_expired", "登录已过期", "请重新登录"
    headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class TokenInvalid(Refusal):
    status, code, title, detail = 401, "token_invalid", "登录已失效", "请重新登录"
    headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class Claims(NamedTuple):
    person_id: int
    sign_in_id: int
    session_version: int


def write_token(claims: Claims) -> str:
    now = clock.now()
    said = {
        "iss": current_app.config["ISSUER"],
        "aud": AUDIENCE,
        "sub": str(claims.person_id),
        "sid": claims.sign_in_id,
        "ver": claims.session_version,
        "jti": uuid4().hex,
        "iat": now,
        "exp": now + ACCESS_TTL,
    }
    return jwt.encode(said, keys("SECRET", "access")[0], ALGORITHM)


def read_token(token: str) -> Claims:
    """What the token says, or TokenExpired, or TokenInvalid."""
    try:
        said = _verified(token)
        return Claims(int(said["sub"]), int(said["sid"]), int(said["ver"]))
    except jwt.ExpiredSignatureError as error:
        raise TokenExpired from error
    except (jwt.PyJWTError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise TokenInvalid from error


def _verified(token: str) -> dict:
    """With the newest key; with an older one if that did not sign it."""
    *newer, oldest = keys("SECRET", "access")
    for key in newer:
        try:
            return _decoded(token, key)
        except jwt.InvalidSignatureError:
            continue
    return _decoded(token, oldest)


def _decoded(token: str, key: bytes) -> dict:
    said = _believed(token, key, current_app.config["ISSUER"])
    if said["exp"] <= (clock.now() - SKEW).timestamp():
        raise jwt.ExpiredSignatureError
    return said


@lru_cache(maxsize=4096)
def _believed(token: str, key: bytes, issuer: str) -> dict:
    """A telephone sends the same one for a quarter of an hour; its signature is checked once. Only
    what is honest is kept, and whether it has expired meanwhile is asked anew each time."""
    expected = {"audience": AUDIENCE, "issuer": issuer, "leeway": SKEW}
    said = jwt.decode(token, key, [ALGORITHM], options=OPTIONS, **expected)
    if said["exp"] - said["iat"] > ACCESS_TTL.total_seconds():  # we never write such a one
        raise jwt.InvalidTokenError("lives too long")
    return said
