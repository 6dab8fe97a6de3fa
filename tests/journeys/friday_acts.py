"""What the desk does at a reception day: sets it out, calls, hears and sends on; and how residents
book and are called."""

from typing import NamedTuple

from playwright.sync_api import expect

from server.core.db import db
from server.tickets.models import Ticket

STAFF, RECEPTION = "/packages/staff", "/packages/reception"
SEATS = (
    ("社区大党委", "社区大党委"),
    ("业委会", "幸福小区业委会"),
    ("专家", "法律顾问 王律师"),
)


class Matter(NamedTuple):
    id: int
    number: str


# ---- before it begins


def sets_out_every_friday(desk, series_id: int) -> None:
    """One lead, a party and an expert; two tables."""
    desk.opens(f"{STAFF}/reception/set-out?series={series_id}")
    for party, words in SEATS:
        desk.taps("加一席")
        desk.chooses(party)
        desk.writes("写明是谁", words)
        desk.taps("加上这一席")
    desk.taps("存下平常的安排")
    desk.sees("安排好了")


def publishes(desk, session_id: int) -> None:
    desk.opens(f"{STAFF}/sessions/session?id={session_id}")
    desk.taps("发布")
    desk.sees("已发布")


def books(phone, at: str, *, topic: str, called: str | None = None) -> None:
    """In the app, for oneself or for somebody who is called by name."""
    phone.opens(f"{RECEPTION}/days")
    phone.taps_on("周五红色会客厅")
    phone.taps("替人约时间" if called else "约时间")
    phone.chooses(at)
    if called:
        phone.writes("叫号的时候怎么称呼？", called)
    phone.writes("想说什么事？", topic)
    phone.taps(f"就约 {at}")
    phone.sees("约好了", f"{at} 左右")


# ---- at the table


def opens_the_desk(desk, session_id: int) -> None:
    desk.opens(f"{STAFF}/reception/desk?id={session_id}")
    desk.sees("接待台", "到会记录")


def marks_who_came(desk) -> None:
    for (_, name), state in zip(SEATS, ("到会", "没有到"), strict=False):
        desk.taps_on(name)
        desk.taps(state)
        seat = desk.page.locator(".rc-seat >> visible=true").filter(has_text=name)
        expect(seat.locator(".jl-tag")).to_have_text(state)


def gives_a_number(desk, called: str, topic: str) -> None:
    desk.taps("现场取号")
    desk.writes("怎么叫他（她）？", called)
    desk.writes("想谈什么事？", topic)
    desk.sends("给号")


def calls(desk, wall, n: int, table: int) -> None:
    """At the wall it stands in the largest letters."""
    desk.chooses(f"{table} 号桌")
    desk.taps(f"请下一位到 {table} 号桌")
    desk.sees(f"在 {table} 号桌谈")
    expect(wall.page.locator(".calls-pair >> visible=true")).to_have_text(f"{n}号到{table}号桌")


def is_called(phone, session_id: int, table: int) -> None:
    phone.opens(f"{RECEPTION}/day?id={session_id}")
    phone.sees("轮到您了", f"请到 {table} 号桌")


def hears(desk, category: str, *, phone: str | None = None) -> Matter:
    """It cannot be answered here; the topic that was booked is what was said."""
    desk.taps("登记他（她）说的事")
    if phone:
        desk.writes("手机号", phone)
    desk.chooses(category, "不能，登记办理")
    desk.taps("登记，接着交办")
    desk.sees("派给谁？")
    return latest()


def answers_on_the_spot(desk, words: str) -> Matter:
    desk.taps("登记他（她）说的事")
    desk.chooses("子女", "能，当场答复")
    desk.writes("怎么答复的？", words)
    desk.taps("登记并答复")
    desk.sees("打印办结反馈单")
    return latest()


def latest() -> Matter:
    newest = db.select(Ticket.id, Ticket.number).order_by(Ticket.id.desc()).limit(1)
    row = db.session.execute(newest).one()
    db.session.commit()
    return Matter(*row)


# ---- sent on


def sends_to_one(desk, unit: str) -> None:
    """Its form is open since it was written down."""
    desk.chooses(unit)
    desk.taps("交办")
    desk.sees("待接单")


def sends_to_several(desk, lead: str, parts: dict[str, str]) -> None:
    desk.chooses(lead)
    desk.writes("请他们办什么", "定方案")
    for n, (unit, part) in enumerate(parts.items()):
        desk.taps("再加一家协办" if n else "请别的单位一起办（联办）")
        picks_beside_the_lead(desk, unit)
        desk.writes("请他们办哪一部分？", part)
        desk.taps("加上这一家")
    desk.sees("不另外定：")
    desk.taps(f"交办，{len(parts) + 1} 家联办")
    desk.sees("待接单", *parts.values())


def picks_beside_the_lead(desk, unit: str) -> None:
    """The list of those who may lead is still in sight above."""
    beside = desk.page.locator(".st-sharing .jl-choice-one >> visible=true")
    beside.filter(has=desk.page.get_by_text(unit, exact=True)).click()


def asks_another_instead(desk, ticket: Matter, unit: str, part: str) -> None:
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.sees("已退回", "配电房不归我们管")
    desk.taps("更多办法")
    desk.taps("加协办单位")
    desk.chooses(unit)
    desk.writes("请他们办哪一部分？", part)
    desk.sends("加协办单位")
    desk.sees(unit)


def ends_it(desk) -> None:
    desk.taps("结束这一场")
    desk.answers("结束这一场")
    desk.sees("已结束")
