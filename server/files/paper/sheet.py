"""A sheet of paper: its frame, the mark, and words put on it from the top down.

Lengths are points (1/72 inch) unless a name says mm; `top` is where the next thing goes."""

from dataclasses import dataclass, field
from io import BytesIO
from threading import Lock

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from server.files.paper.fonts import runs, width
from server.files.paper.text import wrap

BODY, NOTE = 12, 10.5  # points; nothing on paper is smaller than a note
LEADING = 1.5
ASCENT = 0.88  # of the size: from the baseline up to the top of a Chinese character
EMERGENCY = "请勿在此报警求助，紧急请拨 110 / 119 / 120"

# ReportLab keeps a reading position inside each font: two threads must not embed at once.
embedding = Lock()


@dataclass
class Sheet:
    width: float
    height: float
    margin: float
    canvas: Canvas
    content: BytesIO
    top: float = field(init=False)

    def __post_init__(self):
        self.top = self.height - self.margin

    @property
    def left(self) -> float:
        return self.margin

    @property
    def right(self) -> float:
        return self.width - self.margin

    @property
    def room(self) -> float:
        return self.right - self.left


def new_sheet(size: tuple[float, float], margin_mm: float, title: str) -> Sheet:
    content = BytesIO()
    canvas = Canvas(content, pagesize=size, lang="zh-CN", pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor("近邻")
    return Sheet(*size, margin_mm * mm, canvas, content)


def finish(sheet: Sheet) -> bytes:
    with embedding:
        sheet.canvas.save()
    return sheet.content.getvalue()


def put(
    sheet: Sheet, text: str, x: float, baseline: float, size: float, *, bold=False, align=0.0
) -> None:
    """One line. `align` is the share of its width left of x: 0 starts there, ½ centres, 1 ends."""
    x -= width(text, size, bold) * align
    sheet.canvas.setFillGray(0)
    for font, part in runs(text, bold):
        sheet.canvas.setFont(font, size)
        sheet.canvas.drawString(x, baseline, part)
        x += sheet.canvas.stringWidth(part, font, size)


def paragraph(
    sheet: Sheet,
    text: str,
    size: float = BODY,
    *,
    bold: bool = False,
    left: float | None = None,
    room: float | None = None,
    lines_max: int | None = None,
    centred: bool = False,
    leading: float = LEADING,
) -> None:
    """Wrapped lines at `top`, which moves below them; as wide as the sheet unless told."""
    left = sheet.left if left is None else left
    room = sheet.right - left if room is None else room
    x, align = (left + room / 2, 0.5) if centred else (left, 0.0)
    for line in wrap(text, size, room, bold=bold, lines_max=lines_max):
        baseline = sheet.top - size * (ASCENT + (leading - 1) / 2)
        put(sheet, line, x, baseline, size, bold=bold, align=align)
        sheet.top -= size * leading


def letterhead(sheet: Sheet, community: str, room: float, size: float = NOTE) -> None:
    """The mark and whose paper this is; it stands at the top left of every sheet."""
    edge = size * 1.6
    draw_mark(sheet.canvas, sheet.left, sheet.top - edge, edge)
    words = edge + size * 0.5
    left, room = sheet.left + words, room - words
    paragraph(sheet, f"近邻 · {community}", size, left=left, room=room, lines_max=2)


def draw_mark(canvas: Canvas, x: float, y: float, edge: float) -> None:
    """Two roofs that share one wall, in one line; its lower left corner at x, y."""
    points = [(12, 11.2), (12, 19.5), (2.8, 19.5), (2.8, 11.2), (7.4, 5.6), (12, 11.2),
              (16.6, 5.6), (21.2, 11.2), (21.2, 19.5)]  # fmt: skip
    canvas.saveState()
    canvas.translate(x, y + edge)
    canvas.scale(edge / 24, -edge / 24)
    canvas.setLineWidth(1.75)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)
    canvas.restoreState()


def footer(sheet: Sheet, note: str = "", size: float = NOTE) -> None:
    """The emergency numbers under a rule, at the foot of every sheet residents hold or read."""
    sheet.canvas.setLineWidth(0.75)
    rule = sheet.margin + size * 1.6
    sheet.canvas.line(sheet.left, rule, sheet.right, rule)
    put(sheet, EMERGENCY, sheet.left, sheet.margin, size, bold=True)
    put(sheet, note, sheet.right, sheet.margin, NOTE, align=1)
