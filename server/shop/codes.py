"""The codes of a voucher: on the telephone one that turns over, on paper one that stays.

Both are signed with the secret of the order's voucher. A code says which order is meant; what
follows from it depends on who scans it."""

import hmac
import re
from typing import NamedTuple

from flask import current_app

from schemas.form import LARGEST_ID
from server.core.codes import short, signed

LIVE, PAPER = "V1", "P1"
LONGEST = 200
SHAPE = re.compile(
    r"(?P<mark>V1|P1)\.(?P<order>[1-9][0-9]{0,9})\.(?P<step>[1-9a-f][0-9a-f]{0,9})"
    r"\.(?P<mac>[A-Z2-7]{16})"
)


class Read(NamedTuple):
    """What a code says of itself. `step`: of the time, or the how manyth paper it is."""

    mark: str
    order_id: int
    step: int
    mac: str


def written(secret: str, mark: str, order_id: int, step: int) -> str:
    mac = short(signed(secret.encode(), "voucher", mark, order_id, step))
    return f"{mark}.{order_id}.{step:x}.{mac}"


def link(code: str) -> str:
    """What is in the picture: any scanner opens the page that goes on from there."""
    return f"{current_app.config['PUBLIC_URL']}/q/v/{code}"


def read(sent: str) -> Read | None:
    """The parts of a code, or None where it is none of a voucher."""
    found = SHAPE.fullmatch(sent[-LONGEST:].rsplit("/", 1)[-1])
    if found is None or int(found["order"]) > LARGEST_ID:
        return None
    return Read(found["mark"], int(found["order"]), int(found["step"], 16), found["mac"])


def is_foreign(sent: str) -> bool:
    """A link of another deployment: its orders have the same numbers as ours."""
    return "/" in sent and not sent.startswith(f"{current_app.config['PUBLIC_URL']}/")


def holds(code: Read, secret: str) -> bool:
    ours = written(secret, code.mark, code.order_id, code.step).rsplit(".", 1)[-1]
    return hmac.compare_digest(code.mac.encode(), ours.encode())
