"""QR codes as outlines: sharp at every size, always with the four white modules around them."""

from qrcode import QRCode, constants
from reportlab.pdfgen.canvas import Canvas

QUIET = 4  # modules; scanners need them
IN_HAND = constants.ERROR_CORRECT_M
ON_A_WALL = constants.ERROR_CORRECT_Q  # rain, scratches, a corner torn off
OVERLAP = 0.02  # of a module, so that no screen shows a hairline between two rows

Modules = list[list[bool]]


def modules(url: str, level: int) -> Modules:
    code = QRCode(error_correction=level, border=QUIET)
    code.add_data(url)
    return code.get_matrix()


def side_around(code: Modules, dark: float) -> float:
    """How large the whole must be for the dark part to have this edge."""
    return dark * len(code) / (len(code) - 2 * QUIET)


def draw(canvas: Canvas, code: Modules, x: float, y: float, side: float) -> None:
    """Its lower left corner at x, y; `side` counts the white around it."""
    module = side / len(code)
    path = canvas.beginPath()
    for row, line in enumerate(reversed(code)):
        for start, length in _dark(line):
            path.rect(x + start * module, y + row * module, length * module, module * (1 + OVERLAP))
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


def _dark(line: list[bool]) -> list[tuple[int, int]]:
    """The dark stretches of a row: where each starts and how many modules it has."""
    starts = [i for i, dark in enumerate(line) if dark and not line[i - 1]]
    return [(start, line[start:].index(False)) for start in starts]
