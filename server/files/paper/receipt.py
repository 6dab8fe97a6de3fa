"""微心愿回执 (A5): what somebody without a phone takes home after making a wish."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.pagesizes import A5
from reportlab.lib.units import mm

from server.core import clock
from server.files.paper.boxes import SEAL, corner_code, field, seal, signature
from server.files.paper.sheet import (
    BODY,
    Sheet,
    finish,
    footer,
    letterhead,
    new_sheet,
    paragraph,
)

TITLE = "微心愿回执"
NEXT = (
    "社区先看一看您的心愿，再请合适的人来帮忙。",
    "有人认领了，会跟您联系，约好时间再上门。",
    "办好没办好，您说了才算。没办好，可以重新办。",
    "想问进度、改主意：扫码，或打社区电话报这个号码。",
)
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Receipt:
    """Names come in whole; the paper masks them, so that no caller can forget to."""

    community: str
    number: str  # eight digits
    url: str
    title: str
    wisher: str
    submitted_at: datetime
    phone: str  # of the community
    entered_by: str | None = None  # who filled it in for the wisher
    entered_as: str | None = None  # as what: 网格员, 邻居, 子女


def receipt_pdf(receipt: Receipt) -> bytes:
    number = grouped(receipt.number)
    sheet = new_sheet(A5, 12, f"{TITLE} {number}")
    room = corner_code(sheet, receipt.url, "扫码看进度")
    letterhead(sheet, receipt.community, room)
    paragraph(sheet, TITLE, 24, bold=True, room=room)
    paragraph(sheet, number, 34, bold=True, room=room, leading=1.3)
    sheet.top = min(sheet.top, sheet.height - 56 * mm)
    _facts(sheet, receipt)
    _what_next(sheet)
    _hand_over(sheet)
    footer(sheet)
    return finish(sheet)


def grouped(number: str) -> str:
    """As one reads it out: 1026 4738."""
    return f"{number[:4]} {number[4:]}"


def masked(name: str) -> str:
    """林** whatever the length, so that not even that is told."""
    return f"{name.strip()[:1]}**"


def spoken(moment: datetime) -> str:
    """2026年11月22日 周日 15:20, on the clock of the street office."""
    at = clock.local(moment)
    return f"{at.year}年{at.month}月{at.day}日 周{WEEKDAYS[at.weekday()]} {at:%H:%M}"


def _facts(sheet: Sheet, receipt: Receipt) -> None:
    field(sheet, "心愿", receipt.title, lines_max=3)
    field(sheet, "许愿人", masked(receipt.wisher))
    if receipt.entered_by:
        role = f"（{receipt.entered_as}）" if receipt.entered_as else ""
        field(sheet, "代填人", masked(receipt.entered_by) + role)
    field(sheet, "登记时间", spoken(receipt.submitted_at))
    field(sheet, "社区电话", receipt.phone)


def _what_next(sheet: Sheet) -> None:
    sheet.top -= 3 * mm
    paragraph(sheet, "接下来", 14, bold=True)
    for place, words in enumerate(NEXT, 1):
        top = sheet.top
        paragraph(sheet, f"{place}.", BODY)
        sheet.top = top
        paragraph(sheet, words, BODY, left=sheet.left + 6 * mm)


def _hand_over(sheet: Sheet) -> None:
    """Who took it in signs; the community may seal it."""
    bottom = sheet.margin + 9 * mm
    signature(sheet, "经手人签字：", sheet.left, bottom + 1 * mm, 66 * mm)
    seal(sheet, "社区盖章", sheet.right - SEAL[0], bottom)
