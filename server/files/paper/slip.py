"""办结反馈单 (A4): on which whoever has no phone says whether it was done, and signs."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from schemas.ticket_words import Satisfied, Solved
from server.core import clock
from server.files.paper.boxes import corner_code, field, lines_to_write, signature, tick_boxes
from server.files.paper.receipt import grouped
from server.files.paper.sheet import Sheet, finish, footer, letterhead, new_sheet, paragraph

TITLE = "办结反馈单"
LARGE = 16  # points: read at a table, at seventy, without one's glasses
SOLVED = "这件事办好了吗？"
SATISFIED = "您满意吗？（不想说可以不选）"
HAND_IN = "填好交给社区工作人员。没办好，社区会请人接着办。"


@dataclass(frozen=True)
class Slip:
    community: str
    number: str  # eight digits
    url: str
    title: str
    outcome: str  # what the doer says was done
    done_at: datetime  # tells the round: what was done anew has a slip of its own
    phone: str  # of the community


def slip_pdf(slip: Slip) -> bytes:
    number = grouped(slip.number)
    sheet = new_sheet(A4, 15, f"{TITLE} {number}")
    room = corner_code(sheet, slip.url, "扫码看进度")
    letterhead(sheet, slip.community, room, size=14)
    paragraph(sheet, TITLE, 30, bold=True, room=room, leading=1.4)
    paragraph(sheet, number, 34, bold=True, room=room, leading=1.2)
    sheet.top = min(sheet.top, sheet.height - 58 * mm)
    _facts(sheet, slip)
    _questions(sheet)
    _sign(sheet)
    footer(sheet, size=12)
    return finish(sheet)


def _facts(sheet: Sheet, slip: Slip) -> None:
    at = clock.local(slip.done_at)
    field(sheet, "事情", slip.title, size=LARGE, lines_max=2)
    field(sheet, "办的人说", slip.outcome, size=LARGE, lines_max=4)
    field(sheet, "哪天办的", f"{at.year}年{at.month}月{at.day}日", size=LARGE)
    field(sheet, "社区电话", slip.phone, size=LARGE)


def _questions(sheet: Sheet) -> None:
    """In the words of the screen: who types it in chooses what is ticked here."""
    sheet.top -= 4 * mm
    paragraph(sheet, "请您说一说（在方框里打勾 √）", LARGE)
    for question, words in ((SOLVED, Solved), (SATISFIED, Satisfied)):
        sheet.top -= 1 * mm
        paragraph(sheet, question, 20, bold=True)
        tick_boxes(sheet, [word.label for word in words], 20)
    sheet.top -= 2 * mm
    lines_to_write(sheet, "还想说：", LARGE, count=2)


def _sign(sheet: Sheet) -> None:
    """Midway in what is left, above the foot."""
    bottom = sheet.margin + 27 * mm
    half = sheet.room / 2
    signature(sheet, "签名：", sheet.left, bottom, half - 8 * mm, size=20)
    signature(sheet, "日期：", sheet.left + half, bottom, half, size=20)
    sheet.top = bottom - 3 * mm
    paragraph(sheet, f"不会写字，按手印也行。{HAND_IN}", 13, leading=1.35)
