"""The codes of presence: a session's are signed with its own secret, a person's with a key of this
deployment."""

import hmac
import re
from datetime import datetime
from typing import NamedTuple

from flask import current_app

from schemas.form import LARGEST_ID
from schemas.occasion_words import Direction
from server.core.codes import STEP, is_fresh, short, signed, step_at
from server.core.keys import keys

__all__ = ["STEP", "is_fresh", "step_at"]
MARKS = {"C1": Direction.IN, "O1": Direction.OUT}
OWN = "U1"  # somebody's personal code
CARD_PATH = "/q/k/"  # of a printed one
LONGEST = 120  # characters of anything that is a code of ours
SHAPE = re.compile(
    r"(?P<mark>C1|O1|U1)\.(?P<subject>[1-9][0-9]{0,9})\.(?P<step>[1-9a-f][0-9a-f]{0,9})"
    r"\.(?P<mac>[A-Z2-7]{16})"
)


class Read(NamedTuple):
    """What a code says of itself; whether it is true is another matter."""

    mark: str
    subject: int  # a session, or a person
    step: int
    mac: str


def session_code(secret: str, session_id: int, direction: Direction, step: int) -> str:
    mark = next(mark for mark, meant in MARKS.items() if meant == direction)
    return _written(mark, session_id, step, secret.encode())


def digits(secret: str, session_id: int, direction: Direction, step: int) -> str:
    """Six digits, typed when a camera fails."""
    number = int.from_bytes(signed(secret.encode(), "digits", direction, session_id, step)[:8])
    return f"{number % 10**6:06}"


def personal_code(person_id: int, step: int) -> str:
    return _written(OWN, person_id, step, keys("SECRET", "personal codes")[0])


def read(sent: str) -> Read | None:
    """The parts of a code, or None where it is none of ours. A link ends with the code it holds.
    Numbers have one spelling, and fit into a column."""
    found = SHAPE.fullmatch(sent[-LONGEST:].rsplit("/", 1)[-1])
    if found is None or int(found["subject"]) > LARGEST_ID:
        return None
    return Read(found["mark"], int(found["subject"]), int(found["step"], 16), found["mac"])


def is_poster(sent: str) -> bool:
    """A code on paper that opens a page: it is never worth anything more."""
    return "/q/" in sent and not SHAPE.fullmatch(sent.rsplit("/", 1)[-1]) and CARD_PATH not in sent


def is_of_session(code: Read, secret: str) -> bool:
    return _holds(code, [secret.encode()])


def is_of_person(code: Read) -> bool:
    return code.mark == OWN and _holds(code, keys("SECRET", "personal codes"))


def same_digits(sent: str, secret: str, session_id: int, moment: datetime) -> Direction | None:
    """Which way they lead: the direction of the code they are, if they are one."""
    now = step_at(moment)
    for direction in Direction:
        for step in (now, now - 1):
            if hmac.compare_digest(sent, digits(secret, session_id, direction, step)):
                return direction
    return None


def link(code: str) -> str:
    """What is in the picture: any scanner opens the page that goes on from there."""
    return f"{current_app.config['PUBLIC_URL']}/q/c/{code}"


def _written(mark: str, subject: int, step: int, key: bytes) -> str:
    return f"{mark}.{subject}.{step:x}.{short(signed(key, mark, subject, step))}"


def _holds(code: Read, signing: list[bytes]) -> bool:
    macs = [short(signed(key, code.mark, code.subject, code.step)) for key in signing]
    return any(hmac.compare_digest(code.mac.encode(), mac.encode()) for mac in macs)
