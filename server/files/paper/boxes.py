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


def field(sheet: Sheet, label: str, value: str, *, lines_max: int = 2) -> None:
    """One ruled row at `top`: a bold label, and a value that wraps."""
    lines = wrap(value, BODY, sheet.room - LABEL - 2 * PAD, lines_max=lines_max)
    height = len(lines) * BODY * LEADING + PAD
    bottom = sheet.top - height
    _frame(sheet, sheet.left, bottom, LABEL, height)
    _frame(sheet, sheet.left + LABEL, bottom, sheet.room - LABEL, height)
    middle = bottom + height / 2 - BODY * 0.36
    put(sheet, label, sheet.left + LABEL / 2, middle, BODY, bold=True, align=0.5)
    baseline = sheet.top - PAD / 2 - BODY * (ASCENT + (LEADING - 1) / 2)
    for line in lines:
        put(sheet, line, sheet.left + LABEL + PAD, baseline, BODY)
        baseline -= BODY * LEADING
    sheet.top = bottom


def signature(sheet: Sheet, label: str, x: float, baseline: float, length: float) -> None:
    """A label and a line to write on, `length` in all."""
    put(sheet, label, x, baseline, BODY)
    start = x + width(label, BODY)
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
