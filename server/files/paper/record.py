"""平台服务记录 (A4, as many sheets as it takes): hours of service that the platform has on record.

Never called 证明: that is what the organisation itself issues and seals (民政部令第67号)."""

from dataclasses import dataclass
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from server.files.paper.boxes import SEAL, corner_code, seal, signature
from server.files.paper.fonts import width
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
from server.files.paper.text import wrap

TITLE = "平台服务记录"
COLUMNS = (
    ("日期", 27),
    ("活动", 66),
    ("记录单位", 52),
    ("时长（分钟）", 0),
)  # mm; the last: what is left
ROW, LAST = 8 * mm, 62 * mm  # a row; the foot of the last sheet
FOOT = 16 * mm  # of any sheet
ABOUT = (
    "时长为现场扫码和经核实的补记，路上的时间不算，公示期满后列入。",
    "本记录由平台生成，不是《志愿服务记录与证明出具办法》所称的证明；要证明的，请组织单位核对后另开。",
)


@dataclass(frozen=True)
class RecordRow:
    on: date
    title: str
    recorder: str
    minutes: int


@dataclass(frozen=True)
class Record:
    community: str
    name: str  # as the volunteer is called; the paper is theirs
    number: str
    url: str
    since: date | None
    until: date
    made_on: date
    rows: tuple[RecordRow, ...]
    hours: str  # one decimal


def record_pdf(record: Record) -> bytes:
    sheet = new_sheet(A4, 15, f"{TITLE} {record.number}")
    _head(sheet, record)
    _columns(sheet)
    page = 1
    for row in record.rows:
        if sheet.top - ROW < sheet.margin + FOOT:
            page = _next_sheet(sheet, record, page)
        _row(sheet, row)
    if sheet.top - LAST < sheet.margin:
        page = _next_sheet(sheet, record, page)
    _sign(sheet, record)
    _foot(sheet, record, page)
    return finish(sheet)


def _head(sheet: Sheet, record: Record) -> None:
    room = corner_code(sheet, record.url, "扫码核对")
    letterhead(sheet, record.community, room)
    paragraph(sheet, TITLE, 26, bold=True, room=room, leading=1.4)
    paragraph(sheet, record.name, 18, bold=True, room=room, lines_max=1)
    span = f"{_day(record.since)}至" if record.since else "截至"
    paragraph(sheet, f"{span}{_day(record.until)}", BODY, room=room)
    total = f"已入账 {len(record.rows)} 场，累计 {record.hours} 小时"
    paragraph(sheet, total, 16, bold=True, room=room)
    sheet.top = min(sheet.top, sheet.height - 62 * mm)


def _day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def _places(sheet: Sheet) -> list[tuple[float, float]]:
    """Where each column starts, and how wide it is."""
    places, x = [], sheet.left
    for _, wide in COLUMNS:
        room = wide * mm if wide else sheet.right - x
        places.append((x, room))
        x += room
    return places


def _columns(sheet: Sheet) -> None:
    _line(sheet, [label for label, _ in COLUMNS], bold=True)


def _row(sheet: Sheet, row: RecordRow) -> None:
    _line(sheet, [row.on.isoformat(), row.title, row.recorder, str(row.minutes)])


def _line(sheet: Sheet, words: list[str], *, bold: bool = False) -> None:
    """A ruled line; what is too long ends in ……; the last column is set to the right."""
    baseline = sheet.top - ROW / 2 - NOTE * 0.36
    for place, ((x, room), text) in enumerate(zip(_places(sheet), words, strict=True)):
        (shown,) = wrap(text, NOTE, room - 3 * mm, bold=bold, lines_max=1)
        last = place == len(words) - 1
        put(sheet, shown, sheet.right if last else x, baseline, NOTE, bold=bold, align=last * 1.0)
    sheet.top -= ROW
    sheet.canvas.setLineWidth(0.75 if bold else 0.3)
    sheet.canvas.line(sheet.left, sheet.top, sheet.right, sheet.top)


def _next_sheet(sheet: Sheet, record: Record, page: int) -> int:
    _foot(sheet, record, page)
    sheet.canvas.showPage()
    sheet.top = sheet.height - sheet.margin
    paragraph(sheet, f"{TITLE} · {record.name}（续）", BODY, bold=True)
    _columns(sheet)
    return page + 1


def _sign(sheet: Sheet, record: Record) -> None:
    sheet.top -= 4 * mm
    for words in ABOUT:
        paragraph(sheet, words, NOTE)
    bottom = sheet.margin + FOOT
    signature(sheet, "经手人签字：", sheet.left, bottom + 12 * mm, 80 * mm)
    signature(sheet, "日期：", sheet.left, bottom + 1 * mm, 80 * mm)
    seal(sheet, "记录单位盖章", sheet.right - SEAL[0], bottom)


def _foot(sheet: Sheet, record: Record, page: int) -> None:
    sheet.canvas.setLineWidth(0.75)
    rule = sheet.margin + NOTE * 1.6
    sheet.canvas.line(sheet.left, rule, sheet.right, rule)
    put(sheet, f"编号 {record.number} · {_day(record.made_on)}印", sheet.left, sheet.margin, NOTE)
    told = f"第 {page} 页"
    put(sheet, told, sheet.right - width(told, NOTE), sheet.margin, NOTE)
