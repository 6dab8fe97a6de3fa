"""How often somebody may try: counted in the database, before anything costly is done."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from math import ceil

from flask import request
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from server.core import clock
from server.core.crypto import blind
from server.core.db import db
from server.core.errors import Refusal
from server.people.apart import apart

FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(minutes=15)


class TooManyTries(Refusal):
    status, code, title = 429, "too_many_tries", "试得太多了"

    def __init__(self, wait: timedelta):
        seconds = ceil(wait.total_seconds())
        super().__init__(f"请在 {_in_words(seconds)}后再试")
        self.headers = {"Retry-After": str(seconds)}


class Tries(db.Model):
    """How often something was tried, and when it may be tried again."""

    __tablename__ = "tries"

    name: Mapped[str] = mapped_column(primary_key=True)  # "password:<hash>", "address:<hash>"
    tries: Mapped[int]
    began_at: Mapped[datetime]
    last_at: Mapped[datetime] = mapped_column(index=True)
    again_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Limit:
    """`most` tries in a `window`. With `grows`, each try past them waits longer, a minute at
    first, and the count is forgotten when nobody tried for a window. `pause`: how long whoever used
    them up waits from then on; not said, until the window is over."""

    name: str
    most: int
    window: timedelta
    grows: bool = False
    pause: timedelta | None = None

    def again_at(self, tries: int, began_at: datetime, now: datetime) -> datetime | None:
        if tries < self.most:
            return None
        if not self.grows:
            return now + self.pause if self.pause else began_at + self.window
        doublings = min(tries - self.most, 10)
        return now + min(FIRST_DELAY * 2**doublings, LONGEST_DELAY)


def password_of(name: str) -> tuple[Limit, Limit]:
    """Few mistakes from one place, so that nobody locks a worker out of their own desk; many from
    everywhere together, so that guessing from a thousand places comes to nothing."""
    here = blind("tries", f"{name} {_place()}")
    few = Limit(f"password_here:{here}", 5, timedelta(days=1), grows=True)
    return few, Limit(f"password:{blind('tries', name)}", 100, timedelta(days=1), grows=True)


def code_to(phone: str, most: int = 5) -> tuple[Limit, Limit]:
    name = blind("tries", phone)
    once_a_minute = Limit(f"code_minute:{name}", 1, timedelta(minutes=1))
    return once_a_minute, Limit(f"code_day:{name}", most, timedelta(days=1))


def address(most: int = 30) -> Limit:
    """Whole markets share one address behind a carrier: what cannot be guessed gets more."""
    return Limit(f"address_{most}:{blind('tries', _place())}", most, timedelta(minutes=1))


def _place() -> str:
    """Where they ask from. A household has 2^64 addresses of IPv6, and all count as one."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)


MAKE = text("""
    INSERT INTO tries (name, tries, began_at, last_at) VALUES (:name, 0, :now, :now)
    ON CONFLICT DO NOTHING""")


def count_try(*limits: Limit) -> None:
    """Count one try against each limit, or TooManyTries. Refused tries are not counted, against
    none of them: who keeps knocking does not lengthen the wait of whoever owns the account."""
    now = clock.now()
    with apart():
        rows = [(limit, _locked(limit.name, now)) for limit in sorted(limits, key=_named)]
        waits = [row.again_at - now for _, row in rows if row.again_at and row.again_at > now]
        for limit, row in [] if waits else rows:
            _count(limit, row, now)
    if waits:
        raise TooManyTries(max(waits))


def _named(limit: Limit) -> str:
    return limit.name


def forget_tries(*limits: Limit) -> None:
    """It was them: the next mistake is a first one."""
    names = [limit.name for limit in limits]
    db.session.execute(delete(Tries).where(Tries.name.in_(names)))


def take_back_try(*limits: Limit) -> None:
    """It was no mistake: what was counted before stays."""
    names = [limit.name for limit in limits]
    counted = update(Tries).where(Tries.name.in_(names), Tries.tries > 0)
    db.session.execute(counted.values(tries=Tries.tries - 1, again_at=None))


def tries_of(limit: Limit) -> int:
    return db.session.scalar(select(Tries.tries).where(Tries.name == limit.name)) or 0


def _count(limit: Limit, row: Tries, now: datetime) -> None:
    forgotten = (row.last_at if limit.grows else row.began_at) <= now - limit.window
    tries, began_at = (1, now) if forgotten else (row.tries + 1, row.began_at)
    again_at = limit.again_at(tries, began_at, now)
    known = {"tries": tries, "began_at": began_at, "last_at": now, "again_at": again_at}
    db.session.execute(update(Tries).where(Tries.name == limit.name).values(known))


def _locked(name: str, now: datetime) -> Tries:
    """The row, made if need be, and nobody else's until this transaction ends."""
    db.session.execute(MAKE, {"name": name, "now": now})
    return db.session.scalars(select(Tries).where(Tries.name == name).with_for_update()).one()


def _in_words(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} 秒"
    minutes = ceil(seconds / 60)
    return f"{minutes} 分钟" if minutes < 120 else f"{ceil(minutes / 60)} 小时"
