"""What proves that it is them, beyond a device that is signed in or a password that somebody else
knows: a code that was sent to their number, or one of wx.login."""

from flask import current_app
from sqlalchemy import select

from server.core.db import db
from server.core.errors import Refusal
from server.people import me, sms_codes
from server.people.actor import Actor
from server.people.identities import PHONE, WECHAT, find_identity
from server.people.models import Identity
from server.people.outside import ask_wechat


class NotYourProof(Refusal):
    code, title = "not_your_proof", "不是这个账号的"
    detail = "请用这个账号登录时用的手机号或微信"


class ProveByPhone(Refusal):
    code, title = "prove_by_phone", "请再确认是您本人"
    detail = "现在的密码别人也知道。请用您登录过的手机号收一次短信验证码，再换密码"


class ProveByWechat(Refusal):
    code, title = "prove_by_wechat", "请在微信里换密码"
    detail = "现在的密码别人也知道。请打开微信小程序，用登录名和密码登录，在那里换密码"


def prove(form: dict, *, by: Actor) -> None:
    """Counting its try ends the transaction: whatever was changed before is lost."""
    if "code" in form:
        sms_codes.use_code(form["phone"], form["code"])
        identity = find_identity(PHONE, form["phone"])
    else:
        openid = ask_wechat("code2session", form["wechat_code"]).openid
        identity = find_identity(WECHAT, openid, current_app.config["WECHAT_APPID"])
    if identity is None or identity.person_id not in by.ids:
        raise NotYourProof


def ask_for(form: dict, *, by: Actor) -> bool:
    """Whether there is something to prove with; the refusal says by which way, if it is missing."""
    ways = set(db.session.scalars(select(Identity.kind).where(me.owned_by(by.ids))))
    missing = {"code", "wechat_code"}.isdisjoint(form)
    if missing and PHONE in ways:
        raise ProveByPhone
    if missing and WECHAT in ways:
        raise ProveByWechat
    return bool(ways & {PHONE, WECHAT})
