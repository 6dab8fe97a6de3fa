"""What the pictures show: flat drawings on a wall, before and after."""

from PIL import Image, ImageDraw

SIZE = (960, 720)  # px


def draw(motif: str, *, after: bool) -> Image.Image:
    picture = Image.new("RGB", SIZE, "#e9e2d6")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 560, 960, 720), fill="#c9b79c")
    pen.ellipse((330, 160, 630, 460), fill="#f3c64b" if after else "#8f8a80")
    return picture
