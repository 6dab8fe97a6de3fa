"""A unit answers its slip without signing in: by six digits that go to its registered telephone."""

import hmac
import secrets
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from schemas.files import FileKind
from schemas.ticket_words import PartAct
from server.core import clock
from server.core.crypto import blind
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.files import service as files
from server.people import service as people
from server.people import throttle
from server.people.actor import Actor
from server.people.apart import apart
from server.people.offices import mobile_of
from server.people.outside import send_sms
from server.people.sms_codes import CodeWrong
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.relations import is_wisher
from server.tickets.service.answering import AsUnit, NotTheirs, act
from server.tickets.service.assigning import worked
from server.tickets.slips import Slip, SlipCode

LIFE = timedelta(minutes=10)
WRONG_MAX = 5
PHOTOS_MAX = 3
ASKED_A_DAY = 5  # for one slip: who found it somewhere keeps the unit from no other
MOST_A_DAY = 30  # to one telephone: an office has several slips


class NoMobile(Refusal):
    code, title = "no_mobile", "收不到验证码"
    detail = "这个单位没有登记能收短信的手机号。请登录办理，或把填好的单子交给社区"


class SlipCodeWrong(CodeWrong):
    detail = "请核对短信里的 6 位数字；超过 10 分钟、用过一次或输错 5 次，请重新获取"


def share_of(slip: Slip) -> Assignment:
    """The unit's, as long as it has it."""
    share = slip.assignment
    if share is None or share.unit is None or not share.state.has("live"):
        raise NotTheirs
    return share


def send_code(slip_id: int) -> dict:
    """Names nobody, and says nothing of what the slip is about. The newest code takes the place of
    the one before."""
    throttle.count_try(throttle.address())
    mobile = _mobile(slip_id)
    of_the_slip = throttle.Limit(f"slip_day:{slip_id}", ASKED_A_DAY, timedelta(days=1))
    throttle.count_try(of_the_slip, *throttle.code_to(f"slip {mobile}", MOST_A_DAY))
    slip = db.session.get_one(Slip, slip_id)
    code = f"{secrets.randbelow(10**6):06}"
    known = {"code_hash": _hash(slip.id, code), "expires_at": clock.now() + LIFE, "tries": 0,
             "photo_ids": []}  # fmt: skip
    newest = insert(SlipCode).values(slip_id=slip.id, **known)
    db.session.execute(newest.on_conflict_do_update(index_elements=["slip_id"], set_=known))
    said = {"code": code, "number": slip.ticket.number}
    send_sms(mobile, "slip_code", said, id=f"slip_code:{uuid4().hex}")
    return {
        "phone": people.masked_phone(mobile),
        "again_in_seconds": 60,
        "good_for_seconds": int(LIFE.total_seconds()),
    }


def _mobile(slip_id: int) -> str:
    mobile = mobile_of(share_of(db.session.get_one(Slip, slip_id)).unit)
    if mobile is None:
        raise NoMobile
    return mobile


def send_photo(slip_id: int, form: dict) -> dict:
    """Proof, before the answer: whoever has the code may send it. It hangs on nothing yet."""
    _check(slip_id, form["code"])
    query = select(SlipCode).where(SlipCode.slip_id == slip_id).with_for_update()
    code = db.session.scalars(query.execution_options(populate_existing=True)).one()
    if len(code.photo_ids) >= PHOTOS_MAX:
        raise Malformed(file=f"最多 {PHOTOS_MAX} 张照片")
    share = share_of(db.session.get_one(Slip, slip_id))
    row = files.send_file(FileKind.PICTURE, form["file"], by=AsUnit(share.unit_id))
    db.session.flush()
    code.photo_ids, code.tries = [*code.photo_ids, row.id], 0  # it was them
    return {"id": row.id}


def answer(slip_id: int, form: dict, *, by: Actor | None) -> dict:
    """Good for one answer; what is refused leaves the code as it was, but for the try. `by`: who
    happens to be signed in; having done it for the unit, they turn no second key."""
    _check(slip_id, form["code"])
    this = SlipCode.slip_id == slip_id, SlipCode.code_hash == _hash(slip_id, form["code"])
    photos = db.session.scalar(delete(SlipCode).where(*this).returning(SlipCode.photo_ids))
    if photos is None:  # by the same code, at the same moment
        raise SlipCodeWrong
    if not set(form["photo_ids"]) <= set(photos):
        raise Malformed(photo_ids="请重新添加")
    slip = db.session.get_one(Slip, slip_id)
    ticket = _locked(slip.ticket_id)
    share = share_of(slip)
    if is_wisher(by, ticket):
        raise NotAllowed
    act(ticket, share, form, by=AsUnit(share.unit_id), channel="slip_code")
    if by and form["act"] is not PartAct.BOUNCE:
        worked(ticket, by)
    return {
        "number": ticket.number,
        "state_label": share.state.label,
        "unit_name": share.unit.name,
    }


def _locked(ticket_id: int) -> Ticket:
    query = select(Ticket).where(Ticket.id == ticket_id)
    lock = query.with_for_update(key_share=True, of=Ticket)
    return db.session.scalars(lock.execution_options(populate_existing=True)).one()


def _check(slip_id: int, code: str) -> None:
    """The try is counted first, and stays counted: guessing in parallel gains nothing."""
    throttle.count_try(throttle.address())
    alive = SlipCode.slip_id == slip_id, SlipCode.expires_at > clock.now()
    one_more = update(SlipCode).where(*alive, SlipCode.tries < WRONG_MAX)
    with apart():
        more = one_more.values(tries=SlipCode.tries + 1).returning(SlipCode.code_hash)
        expected = db.session.scalar(more)
    if expected is None or not hmac.compare_digest(expected, _hash(slip_id, code)):
        raise SlipCodeWrong


def _hash(slip_id: int, code: str) -> str:
    return blind("slip_code", f"{slip_id}:{code}")
