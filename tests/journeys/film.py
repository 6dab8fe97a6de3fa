"""What a camera sees: a picture as a film that Chromium plays in place of its camera."""

from io import BytesIO
from pathlib import Path

from PIL import Image

SIZE = (640, 480)
FRAMES = 8  # Chromium plays them again and again
GREY = bytes([128]) * (SIZE[0] * SIZE[1] // 2)  # both colour planes of a frame: no colour


def film_of(picture: bytes, at: Path) -> Path:
    """A PNG, fitted into the frame with white around it, as Y4M (4:2:0)."""
    seen = Image.open(BytesIO(picture)).convert("L")
    seen.thumbnail(SIZE)
    frame = Image.new("L", SIZE, 255)
    frame.paste(seen, ((SIZE[0] - seen.width) // 2, (SIZE[1] - seen.height) // 2))
    head = b"YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n" % SIZE
    at.write_bytes(head + FRAMES * (b"FRAME\n" + frame.tobytes() + GREY))
    return at
