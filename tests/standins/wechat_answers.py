"""The answers of api.weixin.qq.com, one function per address, from a stand-in's state."""

import secrets
from typing import TYPE_CHECKING, Any

from tests.standins import wechat_rules as rules
from tests.standins.loopback import Received, Reply

if TYPE_CHECKING:
    from tests.standins.wechat import WeChat

JPEG, PNG = b"\xff\xd8\xff\xe0 a mini-program code", b"\x89PNG\r\n\x1a\n a mini-program code"
SUGGESTIONS = ("pass", "review", "risky")


class Errcode(Exception):
    """WeChat answers with an error code."""

    def __init__(self, code: int):
        self.code = code


def need(fulfilled: object, code: int) -> None:
    if not fulfilled:
        raise Errcode(code)


def stable_token(wechat: "WeChat", request: Received) -> dict:
    keys = posted(request, 41002)
    need(keys.get("grant_type") == "client_credential", 40002)
    check_keys(wechat, keys)
    if keys.get("force_refresh"):
        wechat.void_tokens()
    return wechat.current_token()


def jscode2session(wechat: "WeChat", request: Received) -> dict:
    """A good answer has no errcode at all."""
    check_keys(wechat, request.query)
    need(request.query.get("grant_type") == "authorization_code", 40002)
    openid = wechat.use_code(request.query.get("js_code", "")).openid
    need(openid not in wechat.blocked, 40226)
    wechat.seen(openid)
    return {"openid": openid, "session_key": secrets.token_urlsafe(18)}


def getuserphonenumber(wechat: "WeChat", request: Received) -> dict:
    asked = with_token(wechat, request)
    code = wechat.use_code(asked.get("code", ""), phone=True)
    need(asked.get("openid", code.openid) == code.openid, 40029)
    phone = {"phoneNumber": code.phone, "purePhoneNumber": code.phone, "countryCode": 86}
    watermark = {"timestamp": 1714036504, "appid": wechat.phone_appid}
    return said(0, phone_info=phone | {"watermark": watermark})


def getwxacodeunlimit(wechat: "WeChat", request: Received) -> dict | Reply:
    asked = with_token(wechat, request)
    scene = asked.get("scene", "")
    need(len(scene) <= rules.SCENE_MAX, 40169)
    need(rules.SCENE.fullmatch(scene), 40129)
    need(280 <= asked.get("width", 430) <= 1280, 40097)
    need(not asked.get("check_path", True) or asked.get("page") in wechat.pages, 41030)
    if asked.get("is_hyaline"):
        return Reply(PNG, kind="image/png")
    return Reply(JPEG, kind="image/jpeg")


def subscribe_send(wechat: "WeChat", request: Received) -> dict:
    asked = with_token(wechat, request)
    openid, template = asked.get("touser"), asked.get("template_id")
    need(openid in wechat.people, 40003)
    need(template in wechat.templates, 40037)
    page = asked.get("page", "").partition("?")[0]
    need(not page or page in wechat.pages, 41030)
    values = {field: part.get("value") for field, part in asked.get("data", {}).items()}
    need(set(values) == set(wechat.templates[template]), 47003)
    need(all(rules.fits(*pair) for pair in values.items()), 47003)
    need(wechat.grants[openid, template], 43101)
    wechat.grants[openid, template] -= 1
    wechat.sent.append((openid, template, values))
    return said(0, msgid=len(wechat.sent))


def msg_sec_check(wechat: "WeChat", request: Received) -> dict:
    """The words are looked for in the bytes as sent: written as \\uXXXX they pass unseen."""
    asked = with_token(wechat, request)
    check_author(wechat, asked)
    need(asked.get("content"), 44002)
    need(len(asked["content"]) <= rules.TEXT_MAX, 47001)
    found = [rule for word, rule in wechat.words.items() if word.encode() in request.body]
    suggest, label = max(found, key=lambda rule: SUGGESTIONS.index(rule[0]), default=("pass", 100))
    result = {"suggest": suggest, "label": label}
    return said(0, trace_id=secrets.token_hex(8), result=result, detail=[])


def media_check_async(wechat: "WeChat", request: Received) -> dict:
    asked = with_token(wechat, request)
    check_author(wechat, asked)
    need(asked.get("media_type") in (1, 2), 47001)
    need(asked.get("media_url", "").startswith("https://"), 47001)
    trace_id = secrets.token_hex(8)
    wechat.media[trace_id] = asked["media_url"]
    return said(0, trace_id=trace_id)


def check_keys(wechat: "WeChat", keys: dict) -> None:
    need(keys.get("appid"), 41002)
    need(keys["appid"] == wechat.appid, 40013)
    need(keys.get("secret") == wechat.secret, 40125)


def check_author(wechat: "WeChat", asked: dict) -> None:
    need(asked.get("version") == 2, 47001)
    need(asked.get("scene") in (1, 2, 3, 4), 40129)
    need(asked.get("openid") in wechat.people, 43104)
    need(wechat.is_active(asked["openid"]), 61010)


def with_token(wechat: "WeChat", request: Received) -> dict:
    need(request.query.get("access_token"), 41001)
    wechat.check_token(request.query["access_token"])
    return posted(request, 47001)


def posted(request: Received, code: int) -> dict:
    """JSON only: a form is not read, whatever it holds."""
    need(isinstance(request.json, dict), code)
    return request.json


def said(code: int, **more: Any) -> dict:
    if not code:
        return {"errcode": 0, "errmsg": "ok", **more}
    saying = rules.SAYINGS.get(code, "error")
    return {"errcode": code, "errmsg": f"{saying} rid: {secrets.token_hex(12)}", **more}


ANSWERS = {
    ("POST", "/cgi-bin/stable_token"): stable_token,
    ("GET", "/sns/jscode2session"): jscode2session,
    ("POST", "/wxa/business/getuserphonenumber"): getuserphonenumber,
    ("POST", "/wxa/getwxacodeunlimit"): getwxacodeunlimit,
    ("POST", "/cgi-bin/message/subscribe/send"): subscribe_send,
    ("POST", "/wxa/msg_sec_check"): msg_sec_check,
    ("POST", "/wxa/media_check_async"): media_check_async,
}
