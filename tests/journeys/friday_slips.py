"""Slips of a reception day: printed at the desk, scanned by whoever holds them, answered by units
in one of three ways."""

from typing import NamedTuple

from tests.files.pictures import colours, jpeg
from tests.journeys.paper import code_of, words_of

STAFF = "/packages/staff"


class Printed(NamedTuple):
    words: str
    link: str


def prints(desk, slip: str, copy: str | None = None) -> Printed:
    """`copy`: of those that go to units, whose."""
    if copy:
        desk.taps(f"打印{slip}")
        desk.chooses(copy)
    with desk.page.expect_response("**/papers/s/*") as printed:
        desk.taps("打印这一份" if copy else f"打印{slip}")
    desk.page.bring_to_front()  # the paper opens in a tab of its own
    pdf = printed.value.body()
    return Printed(words_of(pdf), code_of(pdf))


def prints_feedback(desk, matter) -> Printed:
    """To be ticked and signed, or scanned."""
    desk.opens(f"{STAFF}/ticket/ticket?id={matter.id}")
    desk.taps("更多办法")
    return prints(desk, "办结反馈单")


def says(paper: Printed, matter, *words: str) -> None:
    """And of the resident nothing."""
    number = f"{matter.number[:4]} {matter.number[4:]}"
    assert [one for one in (number, *words) if one not in paper.words] == []
    assert not [one for one in ("陈玉兰", "李阿婆", "1385974") if one in paper.words]


# ---- scanned


def opens_for_the_resident(phone, link: str) -> None:
    phone.follows(link)
    phone.sees("我提的事", "几家一起办")


def opens_for_the_desk(desk, link: str) -> None:
    desk.follows(link)
    desk.sees("首接人", "分工")


def tells_a_stranger_its_number(phone, link: str, number: str, *secrets: str) -> None:
    phone.follows(link)
    phone.sees(f"{number[:4]} {number[4:]}", "登录")
    phone.has_not_received(*secrets)


# ---- answered by officers who are signed in


def takes_it(phone, link: str, step: str) -> None:
    phone.follows(link)
    phone.taps(step)
    phone.sends(step)


def bounces_it(phone, words: str) -> None:
    phone.opens(f"{STAFF}/unit/unit")
    phone.taps_on("请您办")
    phone.taps("退回这部分")
    phone.writes("为什么退回？", words)
    phone.sends("退回这部分")


def takes_part(phone, matter) -> None:
    phone.opens(f"{STAFF}/ticket/ticket?id={matter.id}")
    phone.taps("接下这部分")
    phone.sends("接下这部分")


def says_part_is_done(phone, matter, words: str) -> None:
    phone.opens(f"{STAFF}/ticket/ticket?id={matter.id}")
    phone.taps("这部分办好了")
    phone.writes("这部分办成了什么样？", words)
    phone.writes("凭什么看得出办好了？", "现场看得到")
    phone.sends("这部分办好了")


def says_it_is_done(phone, matter, words: str) -> None:
    """The unit's key, by whoever leads."""
    phone.opens(f"{STAFF}/ticket/ticket?id={matter.id}")
    phone.taps("办好了")
    phone.writes("办成了什么样？", words)
    phone.chooses("县")
    phone.writes("凭什么看得出办好了？", "现场看得到")
    phone.sends("办好了")


# ---- by a code sent to the unit's telephone


def answers_by_code(phone, sms, mobile: str, link: str, step: str, words: str = "") -> None:
    phone.follows(link)
    if words:
        phone.writes("办得怎么样？", words)
        phone.writes("凭什么看得出办好了？", "现场看得到")
    else:
        phone.chooses(step)
    phone.taps("获取验证码")
    phone.sees("秒后可再发")
    phone.writes("短信验证码", sms.last_to(mobile).params["code"])
    phone.taps(step)
    phone.sees("记下了")


# ---- on paper, which the desk types in


def types_in(desk, matter, step: str, words: str = "") -> None:
    desk.opens(f"{STAFF}/ticket/ticket?id={matter.id}")
    desk.taps("按纸质单登记")
    desk.chooses(step)
    if words:
        desk.writes("办理的结果（照纸上写）", words)
    desk.takes_photo(jpeg(colours(64, 48)))
    desk.sends("按纸质单记下")
