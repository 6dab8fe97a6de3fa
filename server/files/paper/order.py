"""现场交办单 and 部门联办单 (A4): who does which part until when, with room to sign and to seal."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from schemas.ticket_words import Satisfied, Solved
from server.files.paper.boxes import SEAL, corner_code, seal, signature, tick_boxes
from server.files.paper.grid import Cell, room_for, row, turn
from server.files.paper.receipt import grouped, spoken
from server.files.paper.sheet import (
    BODY,
    NOTE,
    Sheet,
    finish,
    letterhead,
    new_sheet,
    paragraph,
    put,
)

LABEL = 0.13
COLUMNS = (0.09, 0.2, 0.27, 0.15, 0.29)
HEADS = ("分工", "单位", "要办的事", "期限", "签收、盖章、日期")
SEALED = "盖章处"
END = "办理单位和经办人不能替居民评价。本单只用于办这件事，办完交回社区存档。"
ROW, RESULT, REASON, WORD = 15 * mm, 26 * mm, 16 * mm, 29 * mm


@dataclass(frozen=True)
class Share:
    role: str  # 主办 | 协办
    name: str  # empty: nobody is named yet
    part: str
    due: str  # 11月23日


@dataclass(frozen=True)
class Order:
    title: str  # of the paper
    community: str
    number: str  # eight digits
    url: str
    headline: str
    text: str
    place: str
    source: str
    receiver: str
    phone: str  # of the community
    printed_at: datetime
    due_at: datetime  # of this copy
    shares: tuple[Share, ...]
    for_name: str = ""  # whose copy; only theirs is then answered on it
    by_code: bool = False  # whether that unit may answer without signing in

    @property
    def heading(self) -> str:
        return f"{self.title} {grouped(self.number)}"


def order_pdf(order: Order) -> bytes:
    sheet = new_sheet(A4, 15, order.heading)
    _head(sheet, order)
    _matter(sheet, order)
    _shares(sheet, order)
    _answers(sheet, order)
    _hand_over(sheet, order)
    _foot(sheet)
    return finish(sheet)


def _head(sheet: Sheet, order: Order) -> None:
    scan = "扫码接单、反馈" if order.by_code else "扫码，登录后办理"
    room = corner_code(sheet, order.url, scan)
    letterhead(sheet, order.community, room, size=14)
    paragraph(sheet, order.title, 28, bold=True, room=room, leading=1.4)
    paragraph(sheet, grouped(order.number), 34, bold=True, room=room, leading=1.2)
    sheet.top = min(sheet.top, sheet.height - 56 * mm)
    paragraph(sheet, f"开单 {spoken(order.printed_at)}", BODY)
    paragraph(sheet, f"请在 {spoken(order.due_at)} 前办结", BODY, bold=True)
    if order.for_name:
        paragraph(sheet, f"本联交：{order.for_name}", BODY, bold=True)
    sheet.top -= 2 * mm


def _matter(sheet: Sheet, order: Order) -> None:
    words = order.headline if order.text == order.headline else f"{order.headline}\n{order.text}"
    first = f"{order.receiver} · {order.source} · 社区电话 {order.phone}"
    for label, value in (("诉求", words), ("地点", order.place), ("首接人", first)):
        if value:
            _field(sheet, order, label, value)
    sheet.top -= 3 * mm


def _field(sheet: Sheet, order: Order, label: str, value: str, least: float = 0) -> None:
    cells = [Cell(label, LABEL, bold=True, centred=True), Cell(value, 1 - LABEL)]
    row(sheet, cells, order.heading, least=least)


def _shares(sheet: Sheet, order: Order) -> None:
    if not room_for(sheet, 30 * mm):
        turn(sheet, order.heading)
    heads = [Cell(words, width, bold=True) for words, width in zip(HEADS, COLUMNS, strict=True)]
    row(sheet, heads, order.heading)
    for share in order.shares:
        words = (share.role, share.name, share.part, share.due, SEALED)
        mine = share.name == order.for_name
        cells = [
            Cell(said, width, bold=mine and said != SEALED, faint=said == SEALED)
            for said, width in zip(words, COLUMNS, strict=True)
        ]
        row(sheet, cells, order.heading, least=ROW)
    sheet.top -= 3 * mm


def _answers(sheet: Sheet, order: Order) -> None:
    """To be written by hand; each box stays whole on one sheet."""
    _write_in(sheet, order, "办理结果", RESULT, "经办人签字：", "日期：")
    _write_in(sheet, order, "办不了\n的原因", REASON, "退回，经办人签字：", "日期：")
    if not order.for_name:
        _resident(sheet, order)


def _write_in(sheet: Sheet, order: Order, label: str, height: float, *signs: str) -> None:
    if not room_for(sheet, height):
        turn(sheet, order.heading)
    top = sheet.top
    _field(sheet, order, label, " ", least=height)
    left = sheet.left + sheet.room * 0.4
    signature(sheet, signs[0], left, top - height + 4 * mm, sheet.room * 0.37, size=BODY)
    left += sheet.room * 0.38
    signature(sheet, signs[1], left, top - height + 4 * mm, sheet.room * 0.21, size=BODY)


def _resident(sheet: Sheet, order: Order) -> None:
    """In the words of the screen. Whoever did it does not fill this in."""
    if not room_for(sheet, WORD):
        turn(sheet, order.heading)
    inner, bottom = _inside(sheet, sheet.top), sheet.top - WORD
    _field(sheet, order, "居民\n评一评", " ", least=WORD)
    for words in (Solved, Satisfied):
        inner.top -= 1.5 * mm
        tick_boxes(inner, [word.label for word in words], BODY)
    left = sheet.left + sheet.room * 0.4
    signature(sheet, "居民签字：", left, bottom + 3 * mm, sheet.room * 0.37, size=BODY)
    signature(sheet, "日期：", left + sheet.room * 0.38, bottom + 3 * mm, sheet.room * 0.21)


def _inside(sheet: Sheet, top: float) -> Sheet:
    """The part of the sheet right of the labels."""
    inner = Sheet(sheet.width, sheet.height, sheet.margin, sheet.canvas, sheet.content)
    inner.margin = sheet.margin + sheet.room * LABEL + 3 * mm
    inner.top = top
    return inner


def _hand_over(sheet: Sheet, order: Order) -> None:
    """Who gave it out signs; the community seals it."""
    if not room_for(sheet, SEAL[1] + 1 * mm):
        turn(sheet, order.heading)
    bottom = sheet.top - SEAL[1] - 1 * mm
    signature(sheet, "交办人签字：", sheet.left, bottom + 1 * mm, 80 * mm)
    seal(sheet, "社区盖章", sheet.right - SEAL[0], bottom)


def _foot(sheet: Sheet) -> None:
    sheet.canvas.setLineWidth(0.75)
    rule = sheet.margin + 5 * mm
    sheet.canvas.line(sheet.left, rule, sheet.right, rule)
    put(sheet, END, sheet.left, sheet.margin, NOTE)
