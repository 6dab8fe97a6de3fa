"""Papers as a reader, a printer and a scanner see them."""

from io import BytesIO
from typing import NamedTuple

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps
from pypdf import PdfReader

MM = 72 / 25.4  # points
SCALE = 2  # pixels a point


class Scanned(NamedTuple):
    url: str
    level: str
    edge_mm: float  # of the dark part
    quiet: float  # white on its poorest side, in modules


def words(pdf: bytes) -> str:
    """All text, without the line breaks and spaces of the layout."""
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return "".join(text.split())


def seen(pdf: bytes) -> Image.Image:
    (page,) = pypdfium2.PdfDocument(pdf)
    return page.render(scale=SCALE).to_pil().convert("L")


def empty_border_mm(pdf: bytes) -> float:
    """How far from the edge of the sheet the nearest ink is."""
    image = seen(pdf)
    left, top, right, bottom = ImageOps.invert(image).getbbox()
    return min(left, top, image.width - right, image.height - bottom) / SCALE / MM


def scanned(pdf: bytes) -> Scanned:
    image = seen(pdf)
    (found,) = zxingcpp.read_barcodes(image)
    corners = found.position
    left, top = corners.top_left.x, corners.top_left.y
    edge = corners.top_right.x - left
    module = edge / (17 + 4 * int(found.extra["Version"]))
    return Scanned(
        found.text, found.ec_level, edge / SCALE / MM, _white(image, left, top, edge, module)
    )


def overlapping(pdf: bytes) -> list[tuple[str, str]]:
    """Pairs of words that are printed over each other."""
    (page,) = pypdfium2.PdfDocument(pdf)
    return overlapping_on(page)


def overlapping_on(page) -> list[tuple[str, str]]:
    text = page.get_textpage()
    boxes = [text.get_rect(place) for place in range(text.count_rects())]
    return [
        (text.get_text_bounded(*one), text.get_text_bounded(*other))
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if _touch(one, other)
    ]


def _touch(one, other) -> bool:
    slack = 1  # point
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > slack
        and min(one[3], other[3]) - max(one[1], other[1]) > slack
    )


def _white(image, left, top, edge, module) -> float:
    """How many modules around the code are white."""
    for count in range(1, 6):
        reach = count * module - 2
        around = image.crop((left - reach, top - reach, left + edge + reach, top + edge + reach))
        around.paste(
            255, (int(reach - 2), int(reach - 2), int(reach + edge + 3), int(reach + edge + 3))
        )
        if around.getextrema()[0] < 128:
            return count - 1
    return 5
