"""现场号 (A6): a number for whoever has no telephone. It is called out; nothing on it is personal
but what somebody asked to be called."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.pagesizes import A6
from reportlab.lib.units import mm

from server.files.paper.boxes import field
from server.files.paper.receipt import spoken
from server.files.paper.sheet import BODY, finish, footer, letterhead, new_sheet, paragraph

SIZE = 12


@dataclass(frozen=True)
class Turn:
    area: str
    title: str
    n: int
    called: str | None
    at: datetime | None
    place: str
    phone: str


def turn_pdf(turn: Turn) -> bytes:
    sheet = new_sheet(A6, 9, f"{turn.title} {turn.n} 号")
    letterhead(sheet, turn.area, sheet.room)
    paragraph(sheet, turn.title, 18, bold=True)
    paragraph(sheet, f"{turn.n} 号", 54, bold=True, leading=1.25)
    sheet.top -= 2 * mm
    if turn.called:
        field(sheet, "称呼", turn.called, size=SIZE)
    if turn.at:
        field(sheet, "大约", spoken(turn.at), size=SIZE)
    field(sheet, "地点", turn.place, size=SIZE)
    field(sheet, "电话", turn.phone, size=SIZE)
    sheet.top -= 3 * mm
    paragraph(sheet, f"请听“请 {turn.n} 号到几号桌”，拿着这张纸过去。过号了请告诉工作人员。", BODY)
    footer(sheet)
    return finish(sheet)
