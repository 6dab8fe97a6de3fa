"""What must not stand on anything public: found, and named to whoever wrote it."""

import re
import unicodedata

from server.core.errors import Malformed
from server.tickets.models import Ticket

DIGIT = "[0-9〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]"
NUMERAL = "[0-9〇零一二三四五六七八九十百两]+"
DATE = re.compile(f"{NUMERAL}月{NUMERAL}(?:号|日)")  # 10月3号 is no house
COUNTED = "(?![0-9]|\\s*(?::|个|位|人|天|次|遍|点|分|小时|周|月))"  # 2-3小时 is no door
REVEALING = {
    "电话或证件号码": re.compile(rf"{DIGIT}(?:{DIGIT}|[ ._/·-]){{4,}}{DIGIT}"),
    "门牌": re.compile(rf"{NUMERAL}\s*(?:栋|幢|号楼|单元|室|房|号|#)|[0-9]+-[0-9]+{COUNTED}"),
    "确切年龄": re.compile(rf"{NUMERAL}\s*(?:多|周)?岁|(?:19|20)[0-9]{{2}}\s*年(?:出)?生"),
    "病情": re.compile(
        "癌|肿瘤|白血病|糖尿病|高血压|心脏病|脑梗|帕金森|尿毒症|肾衰|癫痫|乙肝|艾滋|透析|抑郁"
        "|精神病|精神分裂|瘫痪|偏瘫|中风|痴呆|自闭|智力残疾|残疾证|低保"
    ),
}
HIDDEN = ("Cf", "Mn")  # joiners, soft hyphens, variation selectors


def must_not_reveal(field: str, written: str, ticket: Ticket) -> None:
    """Wide digits are digits all the same, whatever invisible lies between them."""
    plain = unicodedata.normalize("NFKC", written)
    seen = "".join(mark for mark in plain if unicodedata.category(mark) not in HIDDEN)
    words = DATE.sub("", seen)
    for what, pattern in REVEALING.items():
        if found := pattern.search(words):
            raise Malformed(**{field: f"公开的内容里不能写{what}：「{found[0]}」"})
    for name in _names(ticket):
        if name in "".join(words.split()):
            raise Malformed(**{field: f"公开的内容里不能写姓名：「{name}」"})


def _names(ticket: Ticket) -> set[str]:
    """Every name we know of whoever wishes, and of who speaks for them; 近邻居民 is nobody's."""
    people = (ticket.wisher, ticket.entered_by)
    known = {name for one in people for name in (one.display_name, one.real_name)}
    known.add(ticket.details.contact_name)
    return {name for name in known if name and len(name) > 1 and name != "近邻居民"}
