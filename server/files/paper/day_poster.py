"""一场活动的海报 (A4): what is on, when by both calendars, where; its code opens the page."""

from dataclasses import dataclass, field
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from server.files.paper import code
from server.files.paper.sheet import Sheet, finish, footer, letterhead, new_sheet, paragraph
from server.files.paper.text import largest, wrap

DARK = 95 * mm  # the edge of the code without its white, at most: legible from a metre
LABEL = 32 * mm
LEADING = 1.35
SCAN = "扫一扫：报名、取号、看有没有变动"


@dataclass(frozen=True)
class DayPoster:
    community: str
    title: str  # 近邻圩日
    theme: str  # 重阳敬老; may be empty
    day: str  # 11月26日 周四
    lunar: str  # 农历十月十八
    hours: str  # 9:00–11:00
    place: str
    url: str
    phone: str  # of the community
    printed_on: date
    services: list[str] = field(default_factory=list)  # 义剪, 维修
    duties: list[str] = field(default_factory=list)  # 引导 2 人


def day_poster_pdf(poster: DayPoster) -> bytes:
    sheet = new_sheet(A4, 15, f"{poster.title} {poster.day}")
    letterhead(sheet, poster.community, sheet.room, size=14)
    sheet.top -= 2 * mm
    _centred(sheet, poster.title, [54, 44, 34])
    if poster.theme:
        _centred(sheet, poster.theme, [28, 24, 20])
    sheet.top -= 2 * mm
    _day(sheet, poster)
    sheet.top -= 4 * mm
    _facts(sheet, poster)
    _code(sheet, poster)
    footer(sheet, f"{poster.printed_on.year}年{poster.printed_on.month}月印", size=14)
    return finish(sheet)


def _centred(sheet: Sheet, text: str, sizes: list[float]) -> None:
    """As large as fits on one line; in the smallest size it may take two."""
    size = largest(text, sizes, sheet.room, bold=True)
    paragraph(sheet, text, size, bold=True, centred=True, lines_max=2, leading=1.25)


def _day(sheet: Sheet, poster: DayPoster) -> None:
    """In a frame: what one reads in passing."""
    start = sheet.top
    sheet.top -= 3 * mm
    _centred(sheet, f"{poster.day}  {poster.hours}", [38, 34, 30])
    paragraph(sheet, poster.lunar, 22, centred=True, leading=LEADING)
    sheet.top -= 3 * mm
    sheet.canvas.setLineWidth(1.5)
    sheet.canvas.rect(sheet.left, sheet.top, sheet.room, start - sheet.top)


def _facts(sheet: Sheet, poster: DayPoster) -> None:
    """Words large enough for whoever left their glasses at home."""
    facts = [("在哪里", poster.place), ("有什么", "、".join(poster.services))]
    facts += [("招志愿者", "、".join(poster.duties))]
    for label, words in facts:
        if words:
            _fact(sheet, label, words)


def _fact(sheet: Sheet, label: str, words: str) -> None:
    room = sheet.room - LABEL
    size = 22 if len(wrap(words, 22, room)) <= 2 else 17
    top = sheet.top
    paragraph(sheet, label, 17, left=sheet.left, room=LABEL, leading=size * LEADING / 17)
    sheet.top = top
    paragraph(
        sheet,
        words,
        size,
        bold=True,
        left=sheet.left + LABEL,
        room=room,
        lines_max=3,
        leading=LEADING,
    )
    sheet.top -= 2 * mm


def _code(sheet: Sheet, poster: DayPoster) -> None:
    """As large as what is left lets it be, midway between the facts and the words at the foot."""
    call = f"不用手机也行：直接来，或打社区电话 {poster.phone}"
    size = largest(call, [17, 15], sheet.room)
    lines = min(2, len(wrap(call, size, sheet.room)))
    foot = sheet.margin + 14 * 1.6 + 2 * mm + (20 + lines * size) * LEADING
    modules = code.modules(poster.url, code.ON_A_WALL)
    side = min(code.side_around(modules, DARK), sheet.top - foot)
    y = foot + (sheet.top - foot - side) / 2
    code.draw(sheet.canvas, modules, (sheet.width - side) / 2, y, side)
    sheet.top = foot
    paragraph(sheet, SCAN, 20, bold=True, centred=True, leading=LEADING)
    paragraph(sheet, call, size, centred=True, lines_max=2, leading=LEADING)
