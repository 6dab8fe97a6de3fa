"""Short-lived signed addresses: whoever may see a file gets a link that soon stops working.

The keys come from server.core.keys under a purpose of their own: sign with the first, check all."""

import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from server.core.errors import NotFound, Refusal

PURPOSE = "files:link"


class LinkExpired(Refusal):
    status, code, title = 410, "link_expired", "这个链接过期了"
    detail = "请返回上一页，刷新后再打开"


def sign(
    token: str, variant: str, *, keys: Sequence[bytes], now: datetime, lifetime: timedelta
) -> str:
    """The signature for one variant of one file: `<last second as number>.<mac>`."""
    until = int((now + lifetime).timestamp())
    return f"{until}.{_mac(keys[0], token, variant, until)}"


def check(
    token: str, variant: str, signature: str, *, keys: Sequence[bytes], now: datetime
) -> None:
    """Refuse what we did not sign as if it did not exist, and what we signed too long ago."""
    until, _, mac = signature.partition(".")
    if not (until.isascii() and until.isdecimal() and len(until) <= 12 and mac.isascii()):
        raise NotFound
    signed = [_mac(key, token, variant, int(until)) for key in keys]
    if not any(hmac.compare_digest(mac, ours) for ours in signed):
        raise NotFound
    if now.timestamp() > int(until):
        raise LinkExpired


def _mac(key: bytes, token: str, variant: str, until: int) -> str:
    """Bound to the purpose, too: a signature of another part of the house opens nothing here."""
    message = "\n".join((PURPOSE, token, variant, str(until)))
    return hmac.new(key, message.encode(), sha256).hexdigest()
