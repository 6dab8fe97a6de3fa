"""Reads a code off the screen of a phone, as the camera of another one does."""

import re
from urllib.parse import unquote

import zxingcpp
from PIL import Image, ImageDraw

MODULE = 4  # pixels
BAR = re.compile(r"M(\d+) (\d+)h(\d+)v1")


def code_on(phone, label: str) -> str:
    """What the code says that is called so."""
    (code,) = zxingcpp.read_barcodes(_picture(unquote(phone.painted(label))))
    return code.text


def _picture(svg: str) -> Image.Image:
    """Of the drawing of our client: a square of white, and dark bars one module high."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1]) * MODULE
    picture = Image.new("L", (size, size), 255)
    draw = ImageDraw.Draw(picture)
    for x, y, length in ([int(n) * MODULE for n in bar] for bar in BAR.findall(svg)):
        draw.rectangle((x, y, x + length - 1, y + MODULE - 1), fill=0)
    return picture
