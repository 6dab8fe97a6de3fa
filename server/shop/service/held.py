"""What a scan at the counter opened, for five minutes: sealed, and good for whoever scanned, there.

A rotating code is over before the goods are found; scanning it once proves what it proves."""

from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import NamedTuple

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import json

from server.core import clock
from server.core.keys import keys
from server.people.actor import Actor
from server.shop.models import Shop
from server.shop.service.refusals import ScanAgain

LASTS = timedelta(minutes=5)


class HeldOrder(NamedTuple):
    order_id: int
    paper: int  # which one it was scanned from; 0: a telephone


class HeldMember(NamedTuple):
    """`proof`: of the PIN that they typed, for so many `points` and one order."""

    person_id: int
    channel: str
    card_id: int | None = None  # revoked meanwhile, it opens nothing
    proof: str | None = None
    points: int = 0


def write(shop: Shop, by: Actor, what: HeldOrder | HeldMember) -> str:
    said = [shop.id, by.id, int(clock.now().timestamp()), *what]
    return _box(type(what)).encrypt(json.dumps(said).encode()).decode()


def read(sent: str, kind: type, shop: Shop, by: Actor):
    """What it opens, or ScanAgain; None where it is no such thing at all."""
    try:
        shop_id, by_id, at, *what = json.loads(_box(kind).decrypt(sent))
    except InvalidToken:
        return None
    fresh = clock.now().timestamp() - at <= LASTS.total_seconds()
    if (shop_id, by_id) != (shop.id, by.id) or not fresh:
        raise ScanAgain
    return kind(*what)


def _box(kind: type) -> MultiFernet:
    found = keys("SECRET", f"counter held:{kind.__name__}")
    return MultiFernet([Fernet(urlsafe_b64encode(key)) for key in found])
