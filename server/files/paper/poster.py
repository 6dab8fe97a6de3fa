"""扫码许愿 (A4): the poster at the gate of an estate, to be scanned from an arm's length."""

from dataclasses import dataclass
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from server.files.paper import code
from server.files.paper.fonts import width
from server.files.paper.sheet import Sheet, finish, footer, letterhead, new_sheet, paragraph, put
from server.files.paper.text import largest

TITLE = "扫码许愿"
STEPS = (
    ("扫一扫", "打开微信\n对准上面的码"),
    ("说一说", "想请人帮什么忙\n说话就行，不用打字"),
    ("等回音", "有人认领会告诉您\n办好没办好，您来评"),
)
DARK = 121 * mm  # the edge of the code without its white: legible from 1.2 m


@dataclass(frozen=True)
class Poster:
    community: str
    estate: str
    url: str
    short_code: str  # what to type when scanning fails
    phone: str  # of the community
    printed_on: date


def poster_pdf(poster: Poster) -> bytes:
    sheet = new_sheet(A4, 15, f"{TITLE} {poster.estate}")
    letterhead(sheet, poster.community, sheet.room, size=14)
    sheet.top -= 1.5 * mm
    _centred(sheet, poster.estate, [32, 27, 22])
    paragraph(sheet, TITLE, 52, bold=True, centred=True, leading=1.15)
    _code(sheet, poster.url)
    _short_code(sheet, poster.short_code)
    _steps(sheet)
    _phone(sheet, poster.phone)
    footer(sheet, f"{poster.printed_on.year}年{poster.printed_on.month}月印", size=14)
    return finish(sheet)


def _centred(sheet: Sheet, text: str, sizes: list[float]) -> None:
    """As large as fits on one line; in the smallest size it may take two."""
    size = largest(text, sizes, sheet.room, bold=True)
    paragraph(sheet, text, size, bold=True, centred=True, lines_max=2, leading=1.25)


def _code(sheet: Sheet, url: str) -> None:
    modules = code.modules(url, code.ON_A_WALL)
    side = code.side_around(modules, DARK)
    sheet.top -= side
    code.draw(sheet.canvas, modules, (sheet.width - side) / 2, sheet.top, side)


def _short_code(sheet: Sheet, short_code: str) -> None:
    """Small words, and large what is to be typed."""
    words = "扫不了？打开近邻小程序，输入 "
    x = (sheet.width - width(words, 15) - width(short_code, 24, bold=True)) / 2
    baseline = sheet.top - 20
    put(sheet, words, x, baseline, 15)
    put(sheet, short_code, x + width(words, 15), baseline, 24, bold=True)
    sheet.top = baseline - 5 * mm


def _steps(sheet: Sheet) -> None:
    """Three boxes side by side, in the order in which things happen."""
    column, height, start = sheet.room / 3, 24 * mm, sheet.top
    for place, (verb, words) in enumerate(STEPS):
        left = sheet.left + place * column
        sheet.canvas.setLineWidth(0.75)
        sheet.canvas.rect(left, start - height, column, height)
        sheet.top = start - 1.5 * mm
        inside = {"left": left + 2 * mm, "room": column - 4 * mm, "centred": True}
        paragraph(sheet, f"{place + 1} {verb}", 19, bold=True, leading=1.3, **inside)
        paragraph(sheet, words, 13, leading=1.35, **inside)
    sheet.top = start - height


def _phone(sheet: Sheet, phone: str) -> None:
    """Midway between the steps and the foot, for those who own no such phone."""
    foot, line = sheet.margin + 14 * 1.6, 21 * 1.25
    sheet.top -= max(2 * mm, (sheet.top - foot - line) / 2)
    _centred(sheet, f"不用手机也行：打社区电话 {phone}", [21, 18, 15])
