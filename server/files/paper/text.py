"""Chinese lines: where a line may break, and what happens when there is no more room."""

import re

from server.files.paper.fonts import width

NOT_FIRST = set("，。、；：？！）》」』】〉〕”’…—·～％℃,.;:?!)]}%")
NOT_LAST = set("（《「『【〈〔“‘([{￥¥$#")
PIECE = re.compile(r"[\x21-\x7e\u00a1-\u024f]+|.", re.DOTALL)  # a phone number stays whole
MORE = "……"


def wrap(
    text: str, size: float, room: float, *, bold: bool = False, lines_max: int | None = None
) -> list[str]:
    """The text in lines no wider than `room` points; what does not fit ends in ……."""
    lines = [
        line for part in text.strip().splitlines() or [""] for line in _fill(part, size, room, bold)
    ]
    if lines_max is None or len(lines) <= lines_max:
        return lines
    last = lines[lines_max - 1]
    while last and width(last + MORE, size, bold) > room:
        last = last[:-1]
    return [*lines[: lines_max - 1], last + MORE]


def largest(text: str, sizes: list[float], room: float, *, bold: bool = False) -> float:
    """The first of the sizes, large to small, at which the text needs one line; or the last."""
    fitting = (size for size in sizes if width(text, size, bold) <= room)
    return next(fitting, sizes[-1])


def _fill(text: str, size: float, room: float, bold: bool) -> list[str]:
    lines, line = [], ""
    for piece in _pieces(text):
        for part in [piece] if width(piece, size, bold) <= room else piece:
            if line and width(line + part.rstrip(), size, bold) > room:
                lines.append(line.rstrip())
                line = ""
            line += part if line else part.lstrip()
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """What must stay together: words, numbers, and punctuation with its neighbour."""
    pieces: list[str] = []
    for piece in PIECE.findall(text):
        if pieces and (piece[0] in NOT_FIRST or pieces[-1][-1] in NOT_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
