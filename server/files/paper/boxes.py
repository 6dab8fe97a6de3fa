"""What a form is made of: the code in its corner, fields, a line to sign, a place to seal."""

from reportlab.lib.units import mm

from server.files.paper import code
from server.files.paper.fonts import width
from server.files.paper.sheet import ASCENT, BODY, LEADING, NOTE, Sheet, put
from server.files.paper.text import wrap

CORNER = 33 * mm
LABEL = 25 * mm
PAD = 2.8 * mm
HAIRLINE = 0.75
SEAL = (38 * mm, 27 * mm)  # a round seal is about 42 mm: it overlaps the box on purpose


def corner_code(sheet: Sheet, url: str, caption: str) -> float:
    """The code in the top right corner, on every slip the same; answers the room left of it."""
    x, top = sheet.right - CORNER, sheet.height - sheet.margin
    height = CORNER + NOTE * 1.6  # the words stand below the white, not in it
    code.draw(sheet.canvas, code.modules(url, code.IN_HAND), x, top - CORNER, CORNER)
    put(sheet, caption, x + CORNER / 2, top - CORNER - NOTE, NOTE, align=0.5)
    _frame(sheet, x, top - height, CORNER, height)
    return sheet.room - CORNER - 5 * mm


def field(sheet: Sheet, label: str, value: str, *, lines_max: int = 2, size: float = BODY) -> None:
    """One ruled row at `top`: a bold label, and a value that wraps."""
    name = LABEL * size / BODY
    lines = wrap(value, size, sheet.room - name - 2 * PAD, lines_max=lines_max)
    height = len(lines) * size * LEADING + PAD
    bottom = sheet.top - height
    _frame(sheet, sheet.left, bottom, name, height)
    _frame(sheet, sheet.left + name, bottom, sheet.room - name, height)
    middle = bottom + height / 2 - size * 0.36
    put(sheet, label, sheet.left + name / 2, middle, size, bold=True, align=0.5)
    baseline = sheet.top - PAD / 2 - size * (ASCENT + (LEADING - 1) / 2)
    for line in lines:
        put(sheet, line, sheet.left + name + PAD, baseline, size)
        baseline -= size * LEADING
    sheet.top = bottom


def tick_boxes(sheet: Sheet, labels: list[str], size: float) -> None:
    """A row of boxes to tick at `top`, each with its words, spread over the sheet."""
    edge, column = size * 1.5, sheet.room / len(labels)
    bottom = sheet.top - edge
    for place, label in enumerate(labels):
        x = sheet.left + place * column
        sheet.canvas.setLineWidth(2 * HAIRLINE)
        sheet.canvas.rect(x, bottom, edge, edge)
        put(sheet, label, x + edge * 1.3, bottom + edge / 2 - size * 0.36, size)
    sheet.top = bottom - edge / 3


def lines_to_write(sheet: Sheet, label: str, size: float, *, count: int) -> None:
    """A label, and lines as far apart as a hand writes; `top` moves below the last."""
    for place in range(count):
        sheet.top -= 12 * mm
        signature(sheet, "" if place else label, sheet.left, sheet.top, sheet.room, size=size)


def signature(
    sheet: Sheet, label: str, x: float, baseline: float, length: float, *, size: float = BODY
) -> None:
    """A label and a line to write on, `length` in all."""
    put(sheet, label, x, baseline, size)
    start = x + width(label, size)
    sheet.canvas.setLineWidth(HAIRLINE)
    sheet.canvas.line(start, baseline - 2, x + length, baseline - 2)


def seal(sheet: Sheet, label: str, x: float, y: float) -> None:
    """A dashed box for the stamp; its lower left corner at x, y."""
    sheet.canvas.saveState()
    sheet.canvas.setDash(3, 2)
    _frame(sheet, x, y, *SEAL)
    sheet.canvas.restoreState()
    put(sheet, label, x + SEAL[0] / 2, y + SEAL[1] / 2 - NOTE * 0.35, NOTE, align=0.5)


def _frame(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    sheet.canvas.setLineWidth(HAIRLINE)
    sheet.canvas.rect(x, y, width, height)
