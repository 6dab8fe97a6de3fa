"""More pictures: what is in staircases, under lamps and on paper."""

from server.demo.pen import GLOW, GREEN, INK, STEEL, WOOD, Pen


def boxes(after: bool) -> Pen:
    pen = Pen("#dcdcd4", "#a9a69b")
    pen.box(60, 90, 330, 570, "#8fa3a0")
    pen.box(90, 120, 300, 570, "#7d9390")
    pen.box(110, 150, 280, 200, GREEN, 8)  # the sign of the way out
    if after:
        return pen
    for left, top, size in ((380, 410, 180), (570, 440, 150), (420, 250, 160), (730, 480, 130)):
        pen.box(left, top, left + size, top + size, "#c29a63", 4)
        pen.box(left + size // 2 - 12, top, left + size // 2 + 12, top + size, "#d9bd8f")
    return pen


def lamp_post(after: bool) -> Pen:
    pen = Pen("#28303f", "#1e232c")
    if after:
        pen.shape(560, 190, 690, 190, 880, 570, 380, 570, fill="#5b5848")
    pen.line(340, 600, 340, 130, 620, 130, fill="#6f7785", width=16)
    pen.box(570, 130, 690, 180, "#8b93a1", 10)
    pen.box(580, 176, 680, 196, GLOW if after else "#3a4150", 8)
    for x in range(40, 300, 90):
        pen.box(x, 240, x + 50, 310, "#c9a75a" if after else "#4a5160")
    return pen


def tree(after: bool) -> Pen:
    pen = Pen("#cfe2ea", "#9aa58a")
    pen.box(620, 120, 960, 570, "#dccfba")
    for y in (170, 330):
        pen.box(700, y, 860, y + 100, "#7fa0b0", 6)
    pen.box(330, 330, 400, 600, "#6f5137")
    leaves = [(270, 260, 110), (380, 180, 130), (470, 270, 110)]
    leaves += [] if after else [(570, 230, 100), (660, 240, 90), (720, 200, 70)]
    for x, y, radius in leaves:
        pen.disc(x, y, radius, GREEN)
    return pen


def paper(after: bool) -> Pen:
    """办结反馈单, signed: nothing on it can be read."""
    pen = Pen(WOOD, "#8f6236")
    pen.box(290, 60, 680, 640, "#fbfaf5", 4)
    pen.box(380, 100, 590, 122, INK)
    for y in range(170, 430, 40):
        pen.box(330, y, 640 - y % 90, y + 10, "#c9c4b8")
    pen.ring(580, 540, 52, "#b4472e", 6)
    pen.line(360, 560, 400, 520, 420, 570, 460, 515, 490, 560, fill="#2c4a7c", width=7)
    pen.line(700, 420, 820, 640, fill=STEEL, width=16)
    return pen
