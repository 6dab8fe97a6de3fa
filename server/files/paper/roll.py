"""A list to be filled in by hand (A4): a heading, some facts, a table that goes on over pages."""

from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from server.files.paper.fonts import width
from server.files.paper.sheet import (
    BODY,
    NOTE,
    Sheet,
    finish,
    footer,
    letterhead,
    new_sheet,
    paragraph,
    put,
)
from server.files.paper.text import wrap

ROW = 11 * mm  # as high as a hand writes
PAD = 1.8 * mm
HEAD = 8 * mm
FOOT = 9 * mm  # of the footer, and a little white above it
BOX, GAP = "□", "   "


@dataclass(frozen=True)
class Column:
    heading: str
    share: float  # of the width of the sheet; all together 1


@dataclass(frozen=True)
class Roll:
    community: str
    title: str
    facts: list[str]  # a line each, below the title
    columns: list[Column]
    rows: list[list[str]]  # a cell of boxes to tick: boxes("修好了", "没修好")
    note: str = ""  # how it is filled in
    signs: list[str] = field(default_factory=list)  # who signs, below the table


def boxes(*labels: str) -> str:
    """A cell of boxes to tick; none is torn from its words."""
    return GAP.join(f"{BOX} {label}" for label in labels)


def roll_pdf(roll: Roll) -> bytes:
    sheet = new_sheet(A4, 14, roll.title)
    _begin_page(sheet, roll, 1)
    page = 1
    for row in roll.rows:
        if sheet.top - _height(sheet, roll, row) < _bottom(sheet):
            page += 1
            _next_page(sheet, roll, page)
        _row(sheet, roll, row)
    if roll.signs:
        _signs(sheet, roll, page)
    footer(sheet, f"第 {page} 页")
    return finish(sheet)


def _begin_page(sheet: Sheet, roll: Roll, page: int) -> None:
    letterhead(sheet, roll.community, sheet.room)
    sheet.top -= 1.5 * mm
    paragraph(sheet, roll.title + ("" if page == 1 else "（续）"), 22, bold=True, leading=1.35)
    for words in roll.facts:
        paragraph(sheet, words, BODY)
    if roll.note:
        paragraph(sheet, roll.note, NOTE)
    sheet.top -= 2 * mm
    _heading(sheet, roll)


def _next_page(sheet: Sheet, roll: Roll, page: int) -> None:
    footer(sheet, f"第 {page - 1} 页")
    sheet.canvas.showPage()
    sheet.top = sheet.height - sheet.margin
    _begin_page(sheet, roll, page)


def _bottom(sheet: Sheet) -> float:
    return sheet.margin + FOOT


def _cells(sheet: Sheet, roll: Roll):
    """Where each column begins, and how wide it is."""
    x = sheet.left
    for column in roll.columns:
        yield x, sheet.room * column.share
        x += sheet.room * column.share


def _heading(sheet: Sheet, roll: Roll) -> None:
    bottom = sheet.top - HEAD
    for (x, wide), column in zip(_cells(sheet, roll), roll.columns, strict=True):
        _frame(sheet, x, bottom, wide, HEAD)
        put(sheet, column.heading, x + PAD, bottom + HEAD / 2 - NOTE * 0.36, NOTE, bold=True)
    sheet.top = bottom


def _lines(sheet: Sheet, roll: Roll, row: list[str]) -> list[list[str]]:
    rooms = [wide - 2 * PAD for _, wide in _cells(sheet, roll)]
    return [
        _ticked(text, room) if BOX in text else wrap(text, BODY, room, lines_max=3)
        for text, room in zip(row, rooms, strict=True)
    ]


def _ticked(text: str, room: float) -> list[str]:
    lines = [""]
    for box in text.split(GAP):
        longer = f"{lines[-1]}{GAP}{box}" if lines[-1] else box
        if width(longer, BODY) <= room:
            lines[-1] = longer
        else:
            lines.append(box)
    return lines


def _height(sheet: Sheet, roll: Roll, row: list[str]) -> float:
    most = max(len(lines) for lines in _lines(sheet, roll, row))
    return max(ROW, most * BODY * 1.4 + 2 * PAD)


def _row(sheet: Sheet, roll: Roll, row: list[str]) -> None:
    height = _height(sheet, roll, row)
    bottom = sheet.top - height
    cells = zip(_cells(sheet, roll), _lines(sheet, roll, row), strict=True)
    for (x, wide), lines in cells:
        _frame(sheet, x, bottom, wide, height)
        baseline = bottom + (height + len(lines) * BODY * 1.4) / 2 - BODY * 1.06
        for line in lines:
            put(sheet, line, x + PAD, baseline, BODY)
            baseline -= BODY * 1.4
    sheet.top = bottom


def _signs(sheet: Sheet, roll: Roll, page: int) -> None:
    """In a row below the table; where there is no room, on the lines that are left."""
    baseline = max(sheet.top - 12 * mm, _bottom(sheet))
    each = sheet.room / len(roll.signs)
    for place, label in enumerate(roll.signs):
        x = sheet.left + place * each
        put(sheet, label, x, baseline, BODY)
        sheet.canvas.line(x + width(label, BODY), baseline - 2, x + each - 6 * mm, baseline - 2)


def _frame(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    sheet.canvas.setLineWidth(0.75)
    sheet.canvas.rect(x, y, wide, high)
