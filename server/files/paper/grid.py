"""Ruled rows of a form that may need several sheets: nothing is cut, nothing lies on the foot."""

from dataclasses import dataclass

from reportlab.lib.units import mm

from server.files.paper.boxes import HAIRLINE, PAD
from server.files.paper.sheet import ASCENT, BODY, LEADING, NOTE, Sheet, put
from server.files.paper.text import wrap

FOOT = 8 * mm  # above the margin: what stands at the foot of every sheet


@dataclass(frozen=True)
class Cell:
    text: str
    share: float  # of the width of the sheet
    bold: bool = False
    centred: bool = False
    faint: bool = False  # what is to be covered by a seal, in the lower right corner


def room_for(sheet: Sheet, height: float) -> bool:
    """Whether it fits above the foot of this sheet."""
    return sheet.top - height >= sheet.margin + FOOT


def turn(sheet: Sheet, heading: str) -> None:
    """Go on upon another sheet, which says whose it is."""
    put(sheet, "接下页", sheet.right, sheet.margin, NOTE, align=1)
    sheet.canvas.showPage()
    sheet.top = sheet.height - sheet.margin
    put(sheet, heading, sheet.left, sheet.top - BODY, BODY, bold=True)
    put(
        sheet, f"第 {sheet.canvas.getPageNumber()} 页", sheet.right, sheet.top - BODY, BODY, align=1
    )
    sheet.top -= 2 * BODY


def row(sheet: Sheet, cells: list[Cell], heading: str, *, least: float = 0) -> None:
    """Cells side by side, as high as the fullest; a cell too long for one sheet goes on upon the
    next, under the same ruling."""
    lines = [_lines(sheet, cell) for cell in cells]
    while any(lines):
        height = _height(lines, least)
        if not room_for(sheet, height):
            fit = _fitting(sheet)
            if fit < 2 or height < sheet.height / 3:  # short rows are not torn
                turn(sheet, heading)
                continue
            _draw(sheet, cells, [own[:fit] for own in lines], 0)
            lines = [own[fit:] for own in lines]
            continue
        _draw(sheet, cells, lines, least)
        return


def _lines(sheet: Sheet, cell: Cell) -> list[str]:
    if cell.faint:
        return []
    return wrap(cell.text, BODY, sheet.room * cell.share - 2 * PAD, bold=cell.bold)


def _height(lines: list[list[str]], least: float) -> float:
    return max(least, max(map(len, lines)) * BODY * LEADING + PAD)


def _fitting(sheet: Sheet) -> int:
    """How many lines there is room for."""
    return int((sheet.top - sheet.margin - FOOT - PAD) // (BODY * LEADING))


def _draw(sheet: Sheet, cells: list[Cell], lines: list[list[str]], least: float) -> None:
    height, x = _height(lines, least), sheet.left
    sheet.canvas.setLineWidth(HAIRLINE)
    for cell, own in zip(cells, lines, strict=True):
        width = sheet.room * cell.share
        sheet.canvas.rect(x, sheet.top - height, width, height)
        _write(sheet, cell, own, x, width, height)
        if cell.faint:
            put(sheet, cell.text, x + width - PAD, sheet.top - height + PAD, NOTE, align=1)
        x += width
    sheet.top -= height


def _write(sheet, cell: Cell, lines: list[str], x: float, width: float, height: float) -> None:
    """Midway between top and bottom; from the left unless centred."""
    spare = (height - len(lines) * BODY * LEADING) / 2
    baseline = sheet.top - spare - BODY * (ASCENT + (LEADING - 1) / 2)
    left, align = (x + width / 2, 0.5) if cell.centred else (x + PAD, 0)
    for line in lines:
        put(sheet, line, left, baseline, BODY, bold=cell.bold, align=align)
        baseline -= BODY * LEADING
