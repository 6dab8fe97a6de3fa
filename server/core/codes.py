"""Codes that turn over: signed, good for a moment, and worth nothing without the server.

A step lasts 30 seconds; the step before is taken too, so that a code lives 30 to 60 seconds."""

import hmac
from base64 import b32encode
from datetime import datetime
from hashlib import sha256

STEP = 30  # seconds


def step_at(moment: datetime) -> int:
    return int(moment.timestamp()) // STEP


def is_fresh(step: int, moment: datetime, *, early: int = 0) -> bool:
    """`early`: steps by which the clock that showed it may be ahead of the one that read it."""
    return -early <= step_at(moment) - step <= 1


def signed(key: bytes, *parts) -> bytes:
    return hmac.new(key, "|".join(map(str, parts)).encode(), sha256).digest()


def short(mac: bytes) -> str:
    """80 bits in 16 letters."""
    return b32encode(mac[:10]).decode()


def coming(now: datetime, one, many: int) -> dict:
    """The codes of the next steps, so that a short gap in the network is no gap: `one(step)`."""
    step = step_at(now)
    left = STEP - int(now.timestamp()) % STEP
    return {"step": STEP, "seconds_left": left, "items": [one(step + n) for n in range(many)]}
