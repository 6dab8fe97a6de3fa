"""兑换密码: four digits of whoever pays with a card; set, changed and removed at any desk, or by
oneself. Tries are counted apart from the request, before anything is hashed."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, select

from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.messages.service import tell
from server.people import upward
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.apart import apart
from server.people.models import Person
from server.people.throttle import Limit, count_try, forget_tries, take_back_try, tries_of
from server.shop.parts import Pin
from server.shop.service.counter_refusals import PinSetByYou

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
TRIES, PAUSE = 5, timedelta(minutes=15)
DAY = timedelta(days=1)
OF_PERSON, OF_KEEPER = 10, 20  # mistakes a day
ROWS = ("01234567890", "09876543210")  # digits that follow each other are tried first


class PinWrong(Refusal):
    code, title = "pin_wrong", "兑换密码不对"
    detail = "请本人再输一次；忘了可以到社区服务台重设"


def pin_of(ids: Sequence[int]) -> Pin | None:
    """Of whichever account it was set; the one that remains comes first."""
    query = select(Pin).where(Pin.person_id.in_(ids))
    found = {pin.person_id: pin for pin in db.session.scalars(query)}
    return next((found[id] for id in ids if id in found), None)


def check_pin(person_id: int, pin: str, *, at: str, by: Actor) -> None:
    """Five tries, then a quarter of an hour; so many a day of each person, and at each keeper's
    hands. The transaction so far ends here, without effect."""
    _must_not_know(person_id, by)
    soon, day = _limits(person_id)
    keeper = Limit(f"pin_keeper:{by.id}", OF_KEEPER, DAY)
    count_try(soon, day, keeper)
    found = pin_of(everybody(person_id))
    if not _verify(found.hash if found else _nobodys(), pin) or found is None:
        _warn(person_id, at)
        raise PinWrong
    forget_tries(soon)
    take_back_try(day, keeper)


def _limits(person_id: int) -> tuple[Limit, Limit]:
    soon = Limit(f"pin:{person_id}", TRIES, PAUSE, pause=PAUSE)
    return soon, Limit(f"pin_day:{person_id}", OF_PERSON, DAY)


def _must_not_know(person_id: int, by: Actor) -> None:
    """Whoever set it for somebody does not take their points with it."""
    found = pin_of(everybody(person_id))
    if found and found.set_by_id in by.ids:
        raise PinSetByYou


def _warn(person_id: int, at: str) -> None:
    """Whose it is hears of the fifth mistake, apart from the request, which is refused."""
    soon, _ = _limits(person_id)
    with apart():
        if tries_of(soon) == TRIES:
            words = f"有人在“{at}”连着 {TRIES} 次输错您的兑换密码。"
            words = f"{words}不是您本人，请告诉社区，换一个密码。"
            reason = f"pin_wrong:{person_id}:{clock.now():%Y%m%d%H%M%S%f}"
            tell(person_id, "兑换密码输错多次", words, reason=reason)


def set_pin(person_id: int, pin: str, *, by: Actor) -> Pin | None:
    if len(set(pin)) == 1 or any(pin in row for row in ROWS):
        raise Malformed(pin="太好猜了，请换一个，如 4 位不连着的数字")
    _forget(person_id)
    made = Pin(person_id=person_id, hash=HASHER.hash(pin), set_by_id=by.id)
    db.session.add(made)
    db.session.flush()
    _note("set_pin", "兑换密码设好了", "刷卡兑换积分多的时候要输", person_id, by=by)
    return made


def remove_pin(person_id: int, *, by: Actor) -> None:
    _forget(person_id)
    _note("remove_pin", "兑换密码取消了", "刷卡一天只能换少量积分", person_id, by=by)


def _forget(person_id: int) -> None:
    ids = everybody(person_id)
    db.session.execute(delete(Pin).where(Pin.person_id.in_(ids)))
    forget_tries(*_limits(person_id))


def _note(action: str, title: str, words: str, person_id: int, *, by: Actor) -> None:
    """Whose it is hears of it, if somebody else did it."""
    record(action, db.session.get_one(Person, person_id), by=by)
    if person_id not in by.ids:
        reason = f"{action}:{person_id}:{clock.now():%Y%m%d%H%M%S%f}"
        tell(person_id, title, f"{by.name}办的，{words}。不是您要办的，请告诉社区。", reason=reason)


def _verify(hashed: str, pin: str) -> bool:
    try:
        return HASHER.verify(hashed, pin)
    except VerificationError:
        return False


@cache
def _nobodys() -> str:
    return HASHER.hash("nobody has this")


@upward.when_gone
def forget_pin(person: Person, *, roles, by) -> None:
    if roles is None:
        db.session.execute(delete(Pin).where(Pin.person_id == person.id))
