"""Fields that hold something secret: codes, passwords, tokens, and the name that goes with them."""

import re

from marshmallow import fields, validate

STAFF_NAME = r"^[0-9A-Za-z._-]{3,40}$"
PRINTABLE = r"^[!-~]+$"
NO_CONTROL = r"^[^\x00-\x1f\x7f\ud800-\udfff]+$"


def _text(pattern: str, low: int, high: int, error: str, **options) -> fields.String:
    fits = validate.Length(low, high, error=error)
    looks_right = validate.Regexp(re.compile(pattern, re.ASCII), error=error)
    return fields.String(**{"required": True, "validate": [fits, looks_right], **options})


def staff_name(**options) -> fields.String:
    return _text(STAFF_NAME, 3, 40, "3 到 40 个字母或数字", **options)


def password(**options) -> fields.String:
    return _text(NO_CONTROL, 8, 128, "8 到 128 位", **options)


def sms_code(**options) -> fields.String:
    return _text(r"^[0-9]{6}$", 6, 6, "请填写短信里的 6 位数字", **options)


def wechat_code(**options) -> fields.String:
    return _text(PRINTABLE, 1, 128, "请从微信里重新打开", **options)


def reference() -> fields.String:
    return _text(PRINTABLE, 1, 200, "请再找一次")


def refresh_token() -> fields.String:
    return _text(PRINTABLE, 1, 128, "请重新登录")
