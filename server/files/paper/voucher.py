"""兑换券 (A5), which its code makes good for one order, and 领取凭条: what was fetched."""

from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.pagesizes import A5
from reportlab.lib.units import mm

from server.files.paper.boxes import corner_code, field, signature
from server.files.paper.receipt import grouped, masked, spoken
from server.files.paper.sheet import (
    BODY,
    Sheet,
    finish,
    footer,
    letterhead,
    new_sheet,
    paragraph,
)

VOUCHER, RECEIPT = "兑换券", "领取凭条"
SIZE = 14  # points: read without glasses
HOW = (
    "凭这张纸到店里领，请店员扫右上角的码。",
    "每张只能领一次；请不要拍照发给别人，谁拿着都能领。",
    "丢了可以到社区服务台重新打印，旧的马上作废。",
    "过期不领，积分退回。",
)


@dataclass(frozen=True)
class VoucherPaper:
    """Names come in whole; the paper masks them."""

    shop: str
    number: str  # eight digits
    url: str
    goods: str
    points: int
    person: str
    place: str
    hours: str
    phone: str
    until: date


@dataclass(frozen=True)
class HandedOver:
    shop: str
    number: str
    goods: str  # what was ordered
    handed: str  # what was fetched
    points: int
    back: int
    person: str
    by: str
    handed_at: datetime
    phone: str


def voucher_pdf(paper: VoucherPaper) -> bytes:
    sheet = new_sheet(A5, 12, f"{VOUCHER} {grouped(paper.number)}")
    room = corner_code(sheet, paper.url, "店员扫这里")
    _head(sheet, VOUCHER, paper.shop, paper.number, room)
    field(sheet, "东西", paper.goods, size=SIZE)
    field(sheet, "积分", f"{paper.points} 分（已扣）", size=SIZE)
    field(sheet, "兑换人", masked(paper.person), size=SIZE)
    field(sheet, "地点", f"{paper.shop}，{paper.place}", lines_max=3, size=SIZE)
    field(sheet, "时间", paper.hours, size=SIZE)
    field(sheet, "最晚", f"{paper.until.year}年{paper.until.month}月{paper.until.day}日", size=SIZE)
    field(sheet, "电话", paper.phone, size=SIZE)
    sheet.top -= 4 * mm
    for place, words in enumerate(HOW, 1):
        paragraph(sheet, f"{place}. {words}", BODY)
    footer(sheet)
    return finish(sheet)


def receipt_pdf(paper: HandedOver) -> bytes:
    sheet = new_sheet(A5, 12, f"{RECEIPT} {grouped(paper.number)}")
    _head(sheet, RECEIPT, paper.shop, paper.number, sheet.room)
    field(sheet, "兑换", paper.goods, size=SIZE)
    field(sheet, "领到", paper.handed, size=SIZE)
    field(
        sheet,
        "积分",
        f"用去 {paper.points} 分" + (f"，退回 {paper.back} 分" * bool(paper.back)),
        size=SIZE,
    )
    field(sheet, "领取人", masked(paper.person), size=SIZE)
    field(sheet, "经手人", masked(paper.by), size=SIZE)
    field(sheet, "时间", spoken(paper.handed_at), size=SIZE)
    field(sheet, "电话", paper.phone, size=SIZE)
    signature(sheet, "领取人签字：", sheet.left, sheet.top - 16 * mm, 80 * mm)
    footer(sheet)
    return finish(sheet)


def _head(sheet: Sheet, title: str, shop: str, number: str, room: float) -> None:
    letterhead(sheet, shop, room)
    paragraph(sheet, title, 24, bold=True, room=room)
    paragraph(sheet, grouped(number), 34, bold=True, room=room, leading=1.3)
    sheet.top = min(sheet.top, sheet.height - 56 * mm)
