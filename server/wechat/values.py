"""Values of a subscribe message, fitted to what their type allows, before WeChat refuses them.

A field's type is its name without the number (`thing1`, `time3`). Prose is shortened; a time, an
amount or a number is never altered, because a wrong one is worse than none: it is refused with
WeChat's own code. Limits: the page of subscribeMessage.send.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime

from server.core import clock
from server.wechat.errors import VALUE_UNFIT, WeChatRefused

EMPTY = "无"
HAN = "[〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"

DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
MOMENT = r"\d{1,2}:\d{2}"
TIME = f"({DAY} ?)?{MOMENT}"
DATE = f"{DAY}( ?{MOMENT})?"

EXACT = {
    "number": r"(?=.{1,32}$)-?\d+(\.\d+)?",
    "time": f"{TIME}(~{TIME})?",
    "date": f"{DATE}(~{DATE})?",
    "amount": r"[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?",
    "phone_number": r"[-+\d() ]{1,17}",
    "car_number": f"(?=.{{1,8}}$)({HAN}|[A-Z0-9])[A-Z0-9]*{HAN}?",
    "enum": r".+",
}


def moment(at: datetime) -> str:
    """A moment as the fields `time` and `date` want it: 2026年11月26日 15:01, in Shanghai."""
    local = clock.local(at)
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"


def fit_all(fields: Mapping[str, str]) -> dict[str, dict[str, str]]:
    return {field: {"value": fit(field, text)} for field, text in fields.items()}


def fit(field: str, text: str) -> str:
    kind, text = field.rstrip("0123456789"), _one_line(text)
    if shorten := PROSE.get(kind):
        text = shorten(text)
    elif kind in EXACT and not re.fullmatch(EXACT[kind], text, re.ASCII):
        text = ""
    if not text:
        raise WeChatRefused(VALUE_UNFIT, f"{field} does not fit its type", "values")
    return text


def _one_line(text: str) -> str:
    """No line breaks, no control signs, no invisible ones, no half characters."""
    shown = (c for c in " ".join(text.split()) if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return " ".join("".join(shown).split())


def _thing(text: str) -> str:
    return (text if len(text) <= 20 else text[:19].rstrip() + "…") or EMPTY


def _name(text: str) -> str:
    """Ten signs, or twenty when all are Latin letters; digits are not allowed in a name."""
    letters = "".join(c for c in text if c.isalpha() or c in " ·.-'").strip()
    return letters[: 20 if letters.isascii() else 10].strip() or EMPTY


def _phrase(text: str) -> str:
    return "".join(re.findall(HAN, text))[:5] or EMPTY


def _character_string(text: str) -> str:
    return "".join(re.findall("[!-~]", text))[:32] or "-"


def _letter(text: str) -> str:
    return "".join(re.findall("[A-Za-z]", text))[:32]


def _symbol(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] in "PS")[:5] or "-"


PROSE: dict[str, Callable[[str], str]] = {
    "thing": _thing,
    "name": _name,
    "phrase": _phrase,
    "character_string": _character_string,
    "letter": _letter,
    "symbol": _symbol,
}
