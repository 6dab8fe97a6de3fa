"""A pencil on a wall: flat shapes on a canvas of 960 × 720, drawn twice as large, then reduced, for
smooth edges."""

from PIL import Image, ImageDraw

SCALE = 2
WALL, FLOOR, EDGE = "#ece5d8", "#c8b393", "#b39c78"
INK, WOOD, STEEL, GREEN, RED, GLOW = (
    "#4a4238",
    "#a9743f",
    "#9fb0b8",
    "#5f8f5a",
    "#b4472e",
    "#ffd76a",
)


class Pen:
    """A pencil that knows the scale."""

    def __init__(self, wall=WALL, floor=FLOOR):
        self.picture = Image.new("RGB", (960 * SCALE, 720 * SCALE), wall)
        self._draw = ImageDraw.Draw(self.picture)
        self.box(0, 570, 960, 720, floor)
        self.box(0, 560, 960, 572, EDGE)

    def box(self, left, top, right, bottom, fill, radius=0) -> None:
        self._draw.rounded_rectangle(_scaled(left, top, right, bottom), radius * SCALE, fill)

    def disc(self, x, y, radius, fill) -> None:
        self._draw.ellipse(_scaled(x - radius, y - radius, x + radius, y + radius), fill)

    def ring(self, x, y, radius, fill, width=14) -> None:
        box = _scaled(x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(box, outline=fill, width=width * SCALE)

    def line(self, *points, fill=INK, width=12) -> None:
        self._draw.line(_scaled(*points), fill, width * SCALE, joint="curve")

    def shape(self, *points, fill) -> None:
        self._draw.polygon(_scaled(*points), fill)

    def reduced(self) -> Image.Image:
        return self.picture.reduce(SCALE)


def _scaled(*numbers) -> list:
    return [number * SCALE for number in numbers]
