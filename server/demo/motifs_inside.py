"""What the pictures of homes show: broken before, whole after."""

from server.demo.pen import EDGE, GLOW, GREEN, INK, RED, STEEL, WALL, WOOD, Pen


def lamp(after: bool) -> Pen:
    pen = Pen("#f5eedf" if after else "#a69f93", "#cdb896" if after else "#857a69")
    if after:
        pen.shape(330, 210, 630, 210, 860, 570, 100, 570, fill="#fbf3d4")
    pen.line(480, 0, 480, 130, width=8)
    pen.box(250, 130, 710, 175, "#dcd6ca", 10)
    pen.box(270, 175, 690, 208, GLOW if after else "#6c665d", 16)
    return pen


def tap(after: bool) -> Pen:
    pen = Pen("#dfe8e8")
    for x in range(0, 960, 120):
        pen.line(x, 0, x, 560, fill="#cdd9d9", width=3)
    for y in range(80, 560, 120):
        pen.line(0, y, 960, y, fill="#cdd9d9", width=3)
    pen.box(220, 430, 740, 600, "#f7f7f4", 60)
    pen.line(650, 430, 650, 250, 470, 250, 470, 320, fill=STEEL, width=40)
    pen.box(610, 190, 690, 220, STEEL, 12)
    if not after:
        for y, size in ((350, 12), (395, 16), (445, 9)):
            pen.disc(470, y, size, "#5da3c9")
    return pen


def door(after: bool) -> Pen:
    pen = Pen()
    pen.box(300, 60, 660, 570, EDGE)
    pen.box(318, 78, 642, 570, "#7c4a35")
    for top in (110, 330):
        pen.box(350, top, 610, top + 190, "#8a5640", 8)
    pen.box(572, 305, 622, 405, STEEL, 10)
    pen.line(600, 345, 540 if after else 566, 345 if after else 375, fill="#6f7d84", width=16)
    pen.disc(597, 385, 8, INK)
    return pen


def radio(after: bool) -> Pen:
    pen = Pen()
    pen.box(120, 500, 840, 530, WOOD)
    pen.box(230, 240, 730, 500, "#7a4a2a", 26)
    pen.box(260, 270, 480, 470, "#d8bf93", 14)
    for y in range(290, 470, 24):
        pen.line(275, y, 465, y, fill="#9c7f52", width=5)
    pen.box(510, 275, 700, 345, "#f3e7b5" if after else "#6d665b", 8)
    pen.line(620, 282, 620, 338, fill=RED, width=5)
    for x in (550, 660):
        pen.disc(x, 415, 38, "#2f2a25")
        pen.line(x, 415, x + 20, 392, fill=WALL, width=5)
    pen.line(680, 240, 820, 70, fill=STEEL, width=6)
    return pen


def shelf(after: bool) -> Pen:
    pen = Pen()
    for left, right in ((250, 270), (690, 710)):
        pen.box(left, 90, right, 570, WOOD)
    for y in (90, 250, 410, 550):
        if after or y != 250:
            pen.box(250, y, 710, y + 18, WOOD)
    if not after:
        pen.shape(270, 250, 690, 380, 690, 398, 270, 268, fill=WOOD)
    for y in (250, 410, 550) if after else (410, 550):
        _books(pen, y)
    return pen


def _books(pen: Pen, y: int) -> None:
    colours = (RED, GREEN, "#3f6d8a", "#d5a84b", "#7d5a86")
    for n in range(9):
        left, high = 285 + n * 44, 105 - n * 7 % 26
        pen.box(left, y - high, left + 34, y, colours[(n + y) % 5])


def socket(after: bool) -> Pen:
    pen = Pen()
    pen.box(340, 190, 620, 450, "#f7f5ef", 24)
    pen.box(365, 215, 595, 425, "#ffffff", 16)
    for left in (430, 510):
        pen.box(left, 275, left + 22, 335, INK, 6)
    pen.disc(481, 385, 14, INK)
    if not after:
        pen.shape(600, 230, 720, 150, 660, 250, 740, 240, 610, 340, fill="#e8a33a")
        pen.disc(520, 300, 46, "#8a7a66")
    return pen


def cot(after: bool) -> Pen:
    pen = Pen("#eef0e6")
    pen.box(180, 300, 210, 620, WOOD, 8)
    pen.box(750, 300, 780, 620, WOOD, 8)
    pen.box(180, 330, 780, 352, WOOD)
    pen.box(180, 560, 780, 586, WOOD)
    pen.box(212, 480, 750, 562, "#f6d9c8" if after else "#d9d2c3", 14)
    for x in range(250, 750, 52):
        pen.box(x, 345, x + 14, 565, WOOD)
    if after:
        pen.disc(300, 470, 36, "#fbeee0")
    return pen


def bike(after: bool) -> Pen:
    pen = Pen("#e4ecea", "#b9b6ab")
    for x in (300, 660):
        pen.ring(x, 500, 118, INK)
        pen.disc(x, 500, 12, INK)
    frame = GREEN if after else RED
    pen.line(300, 500, 420, 320, 590, 320, 470, 500, 300, 500, fill=frame)
    pen.line(420, 320, 470, 500, fill=frame)
    pen.line(660, 500, 580, 270, 640, 250, fill=frame)
    pen.box(380, 285, 460, 305, INK, 8)
    return pen


def plant(after: bool) -> Pen:
    pen = Pen()
    pen.shape(380, 420, 580, 420, 550, 600, 410, 600, fill="#a4593b")
    pen.box(365, 400, 595, 436, "#b5674a", 8)
    green = GREEN if after else "#93a05a"
    for x, y in ((330, 250), (400, 170), (480, 130), (560, 170), (640, 260)):
        pen.line(480, 400, x, y, fill="#6e7f46", width=8)
        pen.disc(x, y, 52, green)
    for x, y in ((400, 170), (560, 170), (480, 130)):
        pen.disc(x, y, 18, RED)
    return pen
