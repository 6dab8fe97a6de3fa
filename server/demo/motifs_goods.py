"""What the pictures of a shelf show: a shape each, in the colour of its wrapping."""

from server.demo.pen import GLOW, INK, STEEL, WOOD, Pen

PAPER, SHELF, BOARD = "#f7f5ef", "#efe9dd", "#c39a6b"


def drawn(shape: str, colour: str) -> Pen:
    pen = Pen(SHELF, BOARD)
    SHAPES[shape](pen, colour)
    return pen


def sack(pen: Pen, colour: str) -> None:
    """Rice, flour, noodles."""
    pen.shape(330, 190, 630, 190, 680, 590, 280, 590, fill=PAPER)
    pen.shape(318, 290, 642, 290, 668, 500, 292, 500, fill=colour)
    pen.box(340, 160, 620, 196, "#d9d2c3", 12)
    pen.disc(480, 395, 62, PAPER)
    for x, y in ((455, 400), (480, 375), (505, 400)):
        pen.disc(x, y, 15, colour)


def bottle(pen: Pen, colour: str) -> None:
    """Detergent, soy sauce, oil."""
    pen.box(355, 250, 605, 590, colour, 46)
    pen.shape(420, 180, 540, 180, 580, 275, 380, 275, fill=colour)
    pen.box(430, 110, 530, 185, INK, 14)
    pen.box(385, 350, 575, 500, PAPER, 14)
    pen.disc(480, 425, 44, colour)


def roll(pen: Pen, colour: str) -> None:
    """Bags, paper, cling film."""
    for x, y in ((330, 500), (480, 500), (630, 500), (405, 372), (555, 372), (480, 246)):
        pen.disc(x, y, 74, colour)
        pen.disc(x, y, 30, PAPER)
        pen.ring(x, y, 52, PAPER, 4)


def box(pen: Pen, colour: str) -> None:
    """Soap, toothpaste, eggs, tea."""
    pen.box(250, 300, 710, 580, colour, 14)
    pen.shape(250, 310, 330, 220, 790, 220, 710, 310, fill=PAPER)
    pen.shape(708, 310, 790, 220, 790, 490, 708, 575, fill="#d9d2c3")
    pen.box(310, 370, 650, 510, PAPER, 10)
    pen.line(350, 410, 610, 410, fill=colour, width=16)
    pen.line(350, 460, 530, 460, fill=colour, width=16)


def cup(pen: Pen, colour: str) -> None:
    """White porcelain of Dehua."""
    pen.ring(640, 390, 88, "#fdfcf8", 30)
    pen.shape(290, 270, 660, 270, 600, 560, 350, 560, fill="#fdfcf8")
    pen.box(290, 250, 660, 290, "#fffefb", 20)
    pen.box(345, 556, 605, 580, "#e6e1d6", 8)
    pen.line(330, 340, 625, 340, fill=colour, width=10)
    pen.disc(475, 430, 34, colour)


def umbrella(pen: Pen, colour: str) -> None:
    pen.line(480, 130, 480, 560, fill=INK, width=14)
    pen.line(480, 560, 520, 590, 555, 560, fill=INK, width=14)
    pen.shape(480, 130, 620, 170, 740, 270, 800, 390, 160, 390, 220, 270, 340, 170, fill=colour)
    for x in (213, 320, 427, 533, 640, 747):
        pen.disc(x, 398, 54, SHELF)


def cloth(pen: Pen, colour: str) -> None:
    """Towels, aprons, gloves."""
    for y, fill in ((480, colour), (380, PAPER), (280, colour)):
        pen.box(260, y, 700, y + 104, fill, 40)
        pen.line(290, y + 84, 670, y + 84, fill="#d9d2c3", width=5)


def kettle(pen: Pen, colour: str) -> None:
    pen.ring(650, 390, 110, INK, 26)
    pen.shape(340, 210, 600, 210, 660, 580, 280, 580, fill=colour)
    pen.shape(330, 270, 230, 300, 320, 390, fill=colour)
    pen.box(400, 170, 540, 214, INK, 18)
    pen.box(330, 500, 610, 530, STEEL, 10)


def lamp(pen: Pen, colour: str) -> None:
    """A bulb, a torch."""
    pen.disc(480, 300, 150, GLOW)
    pen.disc(480, 300, 120, colour)
    pen.box(410, 420, 550, 480, PAPER, 10)
    for y in (480, 520, 560):
        pen.box(425, y, 535, y + 28, STEEL, 12)


def scissors(pen: Pen, colour: str) -> None:
    """What a hairdresser does."""
    pen.line(360, 480, 640, 130, fill=STEEL, width=34)
    pen.line(600, 480, 320, 130, fill=STEEL, width=34)
    pen.disc(480, 330, 20, INK)
    for x in (340, 620):
        pen.ring(x, 510, 74, colour, 28)


def comb(pen: Pen, colour: str) -> None:
    pen.box(220, 260, 740, 340, colour, 20)
    for x in range(236, 730, 34):
        pen.box(x, 330, x + 16, 500, colour, 6)
    pen.box(220, 530, 740, 560, WOOD, 10)


SHAPES = {
    draw.__name__: draw
    for draw in (sack, bottle, roll, box, cup, umbrella, cloth, kettle, lamp, scissors, comb)
}
