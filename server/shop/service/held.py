"""What a scan at the counter opened, for five minutes: signed, and good for whoever scanned, there.

A rotating code is over before the goods are found; scanning it once proves what it proves."""

from datetime import timedelta
from typing import NamedTuple

from itsdangerous import BadData, URLSafeSerializer

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
    person_id: int
    channel: str
    card_id: int | None = None  # revoked meanwhile, it opens nothing
    by_pin: bool = False


def write(shop: Shop, by: Actor, what: HeldOrder | HeldMember) -> str:
    said = [shop.id, by.id, int(clock.now().timestamp()), *what]
    return _signer(type(what)).dumps(said)


def read(sent: str, kind: type, shop: Shop, by: Actor):
    """What it opens, or ScanAgain; None where it is no such thing at all."""
    try:
        shop_id, by_id, at, *what = _signer(kind).loads(sent)
    except BadData:
        return None
    fresh = clock.now().timestamp() - at <= LASTS.total_seconds()
    if (shop_id, by_id) != (shop.id, by.id) or not fresh:
        raise ScanAgain
    return kind(*what)


def _signer(kind: type) -> URLSafeSerializer:
    return URLSafeSerializer(keys("SECRET", "counter"), f"held:{kind.__name__}")
