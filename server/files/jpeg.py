"""How a JPEG is built, read from its markers before anything is decoded."""

FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # SOF0 … SOF15
IN_ORDER = {0xC0, 0xC1}  # baseline and extended: line by line, from the top
SCAN = 0xDA


def comes_line_by_line(content: bytes) -> bool:
    """All colours of a line together, the lines in order: it can be decoded small in little memory.
    Any other is held whole, at six bytes a pixel, however small it is wanted."""
    at, in_order, colours = 2, False, 0
    while content[at : at + 1] == b"\xff" and at + 10 <= len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker == 0xFF:  # a filler
            at += 1
            continue
        if marker in FRAMES:
            in_order, colours = marker in IN_ORDER, content[at + 9]
        if marker == SCAN:
            return in_order and content[at + 4] == colours
        at += 2 + length
    return False
