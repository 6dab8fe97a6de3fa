"""我的码 (a card as large as a bank card, on A4 to be cut out): a personal code on paper."""

from dataclasses import dataclass
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from server.files.paper import code
from server.files.paper.sheet import (
    NOTE,
    Sheet,
    draw_mark,
    finish,
    footer,
    letterhead,
    new_sheet,
    paragraph,
    put,
)
from server.files.paper.text import largest

TITLE = "近邻签到卡"
CARD = (85.6 * mm, 54 * mm)  # ISO 7810 ID-1
CODE = 38 * mm
HOW = (
    "沿虚线剪下，放进卡套，活动时带上。",
    "到了给现场的工作人员扫一下，走的时候再扫一下。",
    "卡片丢了，请告诉社区卡上的编号，旧卡马上作废，换一张新的。",
    "在积分超市也能刷卡兑换；每天能换一点，换得多要输密码。不能用来登录。",
)


@dataclass(frozen=True)
class PersonalCard:
    name: str  # 称呼, as neighbours say it
    number: str
    url: str
    community: str
    printed_on: date


def card_pdf(card: PersonalCard) -> bytes:
    sheet = new_sheet(A4, 15, f"{TITLE} {card.number}")
    letterhead(sheet, card.community, sheet.room)
    paragraph(sheet, TITLE, 24, bold=True)
    sheet.top -= 4 * mm
    _card(sheet, card)
    sheet.top -= 8 * mm
    for place, words in enumerate(HOW, 1):
        paragraph(sheet, f"{place}. {words}", 14)
    footer(sheet, f"{card.printed_on.year}年{card.printed_on.month}月{card.printed_on.day}日印")
    return finish(sheet)


def _card(sheet: Sheet, card: PersonalCard) -> None:
    width, height = CARD
    bottom = sheet.top - height
    sheet.canvas.saveState()
    sheet.canvas.setDash(3, 2)
    sheet.canvas.setLineWidth(0.75)
    sheet.canvas.rect(sheet.left, bottom, width, height)
    sheet.canvas.restoreState()
    modules = code.modules(card.url, code.ON_A_WALL)
    code.draw(sheet.canvas, modules, sheet.left + 2 * mm, bottom + (height - CODE) / 2, CODE)
    _words(sheet, card, sheet.left + CODE + 5 * mm, width - CODE - 9 * mm)
    sheet.top = bottom


def _words(sheet: Sheet, card: PersonalCard, left: float, room: float) -> None:
    top = sheet.top
    draw_mark(sheet.canvas, left, top - 12 * mm, 6 * mm)
    put(sheet, "近邻签到卡", left + 8 * mm, top - 10.5 * mm, 13, bold=True)
    sheet.top = top - 17 * mm
    size = largest(card.name, [22, 18, 15], room, bold=True)
    paragraph(sheet, card.name, size, bold=True, left=left, room=room, lines_max=2, leading=1.25)
    paragraph(sheet, f"编号 {card.number}", NOTE + 1, left=left, room=room)
    sheet.top = top - CARD[1] + 12 * mm
    paragraph(sheet, card.community, NOTE, left=left, room=room, lines_max=1)
    sheet.top = top
