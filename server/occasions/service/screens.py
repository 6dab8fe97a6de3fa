"""Codes to be shown: a session's on an enrolled screen, one's own on one's own telephone."""

from hashlib import sha256

from sqlalchemy import func, select

from schemas.occasion_words import Capacity, Direction
from server.core import clock
from server.core.codes import coming
from server.core.db import db
from server.core.errors import Refusal
from server.occasions import codes
from server.occasions.devices import Device
from server.occasions.models import Session
from server.occasions.parts import Post
from server.occasions.presence import Attendance
from server.occasions.service.places import closes_at, over_at
from server.occasions.service.wording import time_of
from server.occasions.service.words import ended_early
from server.people.actor import Actor
from server.people.places import Area

AHEAD, OWN_AHEAD = 4, 10  # steps that are given: two minutes, five minutes


class NotEnrolled(Refusal):
    status, code, title = 403, "not_enrolled", "这台设备还没有登记"
    detail = "请社区工作人员先在“设备”里登记这台手机或平板"


class Over(Refusal):
    """Nobody comes any more, or nobody can leave: a code would be refused at each scan."""

    code, title = "over", "已经结束"

    def __init__(self, session: Session):
        closes = closes_at(session)
        leaves = "签退也截止了，没签退的请申请补记" if clock.now() > closes else (
            f"不再签到；{time_of(closes)} 前还可以签退"
        )  # fmt: skip
        super().__init__("。".join(filter(None, (ended_early(session), leaves))))


class NoCodes(Refusal):
    code, title, detail = "no_codes", "还没有签到码", "发布以后、结束后一天以内才有签到码"


def session_codes(session: Session, form: dict) -> dict:
    enrolled(form["device"], session.area)
    if not session.secret or session.state.has("off"):
        raise NoCodes
    now, secret, direction = clock.now(), session.secret, form["direction"]
    if now > (over_at(session) if direction is Direction.IN else closes_at(session)):
        raise Over(session)

    def one(step: int) -> dict:
        code = codes.session_code(secret, session.id, direction, step)
        typed = codes.digits(secret, session.id, direction, step)
        return {"link": codes.link(code), "digits": typed}

    return coming(now, one, AHEAD) | _counts(session.id, direction)


def my_codes(actor: Actor) -> dict:
    def one(step: int) -> dict:
        return {"link": codes.link(codes.personal_code(actor.id, step)), "digits": None}

    return coming(clock.now(), one, OWN_AHEAD) | {"present": 0, "expected": 0}


def enrolled(secret: str, area: Area) -> Device:
    """The device that knows this secret; the desk of an area above may have enrolled it."""
    found = enrolled_device(secret)
    if not area.path.startswith(found.area.path):
        raise NotEnrolled
    return found


def enrolled_device(secret: str) -> Device:
    found = db.session.scalar(select(Device).where(Device.secret_hash == device_hash(secret)))
    if found is None or found.revoked_at is not None:
        raise NotEnrolled
    return found


def device_hash(secret: str) -> bytes:
    return sha256(secret.encode()).digest()


def _counts(session_id: int, direction: Direction) -> dict:
    """Of those who have a duty: who came, or who went."""
    did = Attendance.in_at if direction is Direction.IN else Attendance.out_at
    came = Attendance.session_id == session_id, Attendance.capacity == Capacity.DUTY
    present = select(func.count(did)).where(*came).scalar_subquery()
    taken = select(func.coalesce(func.sum(Post.taken), 0)).where(Post.session_id == session_id)
    row = db.session.execute(select(present, taken.scalar_subquery())).one()
    return {"present": row[0], "expected": row[1]}
