"""Six digits to a telephone: whoever reads them back holds it."""

import hmac
import secrets
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from server.core import clock
from server.core.crypto import blind
from server.core.db import db
from server.core.errors import Refusal
from server.people import throttle
from server.people.apart import apart
from server.people.outside import send_sms

LIFE = timedelta(minutes=5)
WRONG_MAX = 5


class CodeWrong(Refusal):
    code, title = "code_wrong", "验证码不对"
    detail = "请核对短信里的 6 位数字；超过 5 分钟或输错 5 次，请重新获取"


class SmsCode(db.Model):
    """The last code sent to a number; a newer one takes its place. Hashes only."""

    __tablename__ = "sms_codes"

    phone_hash: Mapped[str] = mapped_column(primary_key=True)
    code_hash: Mapped[str]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int]


def send_code(phone: str) -> None:
    """Whoever owns the number gets a code; whether we know them is told to nobody."""
    throttle.count_try(throttle.address(), *throttle.code_to(phone))
    code = f"{secrets.randbelow(10**6):06}"
    known = {"code_hash": _hash(phone, code), "expires_at": clock.now() + LIFE, "tries": 0}
    newest = insert(SmsCode).values(phone_hash=blind("phone", phone), **known)
    db.session.execute(newest.on_conflict_do_update(index_elements=["phone_hash"], set_=known))
    send_sms(phone, "sign_in", {"code": code}, id=f"sign_in:{uuid4().hex}")


def use_code(phone: str, code: str) -> None:
    """Good once, or CodeWrong. The try is counted first: guessing in parallel gains nothing."""
    throttle.count_try(throttle.address())
    expected = _count_try(phone)
    if expected is None or not hmac.compare_digest(expected, _hash(phone, code)):
        raise CodeWrong
    used = delete(SmsCode).where(SmsCode.code_hash == expected).returning(SmsCode.phone_hash)
    if db.session.execute(used).one_or_none() is None:  # by the same person, at the same moment
        raise CodeWrong


def _count_try(phone: str) -> str | None:
    alive = SmsCode.phone_hash == blind("phone", phone), SmsCode.expires_at > clock.now()
    one_more = update(SmsCode).where(*alive, SmsCode.tries < WRONG_MAX)
    with apart():
        return db.session.scalar(
            one_more.values(tries=SmsCode.tries + 1).returning(SmsCode.code_hash)
        )


def _hash(phone: str, code: str) -> str:
    return blind("sms_code", f"{phone}:{code}")
