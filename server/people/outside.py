"""The clients to WeChat and to the SMS gateway: one of each for an application, when needed."""

from flask import current_app

from server.core.errors import Refusal
from server.sms.errors import SmsRefused, SmsUnavailable
from server.sms.sender import CONSOLE, Sender, from_settings
from server.wechat.client import WeChat
from server.wechat.errors import WeChatRefused, WeChatUnavailable


class OutsideAway(Refusal):
    """WeChat or the gateway does not answer: the same request may succeed in a moment."""

    status, code, title, detail = 503, "outside_away", "暂时连接不上", "请稍等几秒再试一次"
    headers = {"Retry-After": "5"}


class WeChatSaidNo(Refusal):
    code, title, detail = "wechat_said_no", "微信没有通过", "请再点一次；仍不行请改用手机号登录"


class SmsSaidNo(Refusal):
    code, title = "sms_said_no", "短信发不出去"
    detail = "请检查手机号，或联系社区工作人员"


class SmsSwitchedOff(Refusal):
    code, title, detail = "sms_off", "这里不能用短信", "请用微信登录，或联系社区工作人员"


class WeChatSwitchedOff(Refusal):
    code, title, detail = "wechat_off", "这里不能用微信登录", "请用手机号登录"


def wechat() -> WeChat:
    known = current_app.extensions
    if not current_app.config["WECHAT_APPID"]:
        raise WeChatSwitchedOff
    if "wechat" not in known:
        known["wechat"] = WeChat.from_settings(current_app.config)
    return known["wechat"]


def ask_wechat(call: str, *args):
    """`ask_wechat("code2session", code)`, with WeChat's two kinds of trouble as refusals."""
    try:
        return getattr(wechat(), call)(*args)
    except WeChatUnavailable as error:
        raise OutsideAway from error
    except WeChatRefused as error:
        raise (OutsideAway if error.is_configuration else WeChatSaidNo) from error


def send_sms(phone: str, template: str, params: dict[str, str], *, id: str) -> None:
    try:
        _sender().send(phone, template, params, id=id)
    except SmsUnavailable as error:
        raise OutsideAway from error
    except SmsRefused as error:
        raise SmsSaidNo from error


def _sender() -> Sender:
    """A demonstration without a gateway writes its messages to the log."""
    known, settings = current_app.extensions, dict(current_app.config)
    if "sms" not in known:
        if not settings["SMS_BASE"] and not settings["DEMO"]:
            raise SmsSwitchedOff
        settings["SMS_BASE"] = settings["SMS_BASE"] or CONSOLE
        known["sms"] = from_settings(settings)
    return known["sms"]
