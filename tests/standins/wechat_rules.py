"""What WeChat accepts, as its pages say it; written apart from server/wechat on purpose."""

import re

CODE_LIFE_SECONDS = 300
TOKEN_LIFE_SECONDS = 7200
TOKEN_OVERLAP_SECONDS = 300  # the old token and the new one both work
ACTIVE_SECONDS = 7200
TEXT_MAX, SCENE_MAX = 2500, 32
SCENE = re.compile(r"[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+")

SAYINGS = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest",
    40002: "invalid grant_type",
    40003: "invalid openid",
    40013: "invalid appid",
    40014: "invalid access_token",
    40029: "invalid code",
    40037: "invalid template_id",
    40097: "invalid args",
    40125: "invalid appsecret",
    40129: "invalid scene",
    40163: "code been used",
    40164: "invalid ip 203.0.113.7, not in whitelist",
    40169: "invalid length for scene, or the data is not json string",
    40226: "high risk user, login blocked",
    41001: "access_token missing",
    41002: "appid missing",
    41030: "invalid page",
    42001: "access_token expired",
    43101: "user refuse to accept the msg",
    43104: "appid not match with openid",
    44002: "empty post data",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit, must slower, retry next minute",
    47001: "data format error",
    47003: "argument invalid!",
    61010: "code is expired",
}

_DAY, _MOMENT = r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", r"[0-9]{1,2}:[0-9]{2}"
_TIME, _DATE = rf"(?:{_DAY} ?)?{_MOMENT}", rf"{_DAY}(?: ?{_MOMENT})?"
_HAN = "[\u3400-\u9fff\uf900-\ufaff〇\U00020000-\U0003ffff]"

VALUES = {
    "thing": r".{1,20}",
    "number": r"-?[0-9.]{1,32}",
    "letter": r"[A-Za-z]{1,32}",
    "symbol": r"[^A-Za-z0-9\s]{1,5}",
    "character_string": r"[!-~]{1,32}",
    "time": rf"{_TIME}(?:~{_TIME})?",
    "date": rf"{_DATE}(?:~{_DATE})?",
    "amount": r"[¥￥$€£]?[0-9]{1,10}(?:\.[0-9]+)?元?",
    "phone_number": r"[-0-9+() ]{1,17}",
    "car_number": r".{1,8}",
    "name": r"[^0-9]{1,10}|[\x20-\x2f\x3a-\x7e]{1,20}",
    "phrase": rf"{_HAN}{{1,5}}",
    "enum": r".+",
}


def fits(field: str, value: object) -> bool:
    """Control characters and line breaks fit nowhere; emptiness neither."""
    if not isinstance(value, str) or re.search(r"[\x00-\x1f\x7f-\x9f]", value):
        return False
    pattern = VALUES.get(field.rstrip("0123456789"))
    return bool(pattern and re.fullmatch(pattern, value))
