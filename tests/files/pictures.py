"""Photos as phones, print shops and rogues would send them, made on the spot."""

import zlib
from io import BytesIO

import numpy as np
from PIL import Image, TiffImagePlugin

GPS, MODEL, ORIENTATION = 0x8825, 0x0110, 0x0112


def colours(width: int, height: int) -> Image.Image:
    """Dark left, bright right, and a red corner at the top left to know which way is up."""
    image = Image.linear_gradient("L").rotate(90).resize((width, height)).convert("RGB")
    image.paste((255, 0, 0), (0, 0, width // 8, height // 8))
    return image


def noise(width: int, height: int, at_least: int) -> bytes:
    """A photo of much detail, as large as a phone writes it."""
    grain = np.random.default_rng(7).integers(0, 256, (height, width, 3), dtype=np.uint8)
    soft = Image.fromarray(grain).reduce(2).resize((width, height), Image.Resampling.BILINEAR)
    sizes = (jpeg(soft, quality=quality) for quality in range(80, 100))
    return next(content for content in sizes if len(content) >= at_least)


def jpeg(image: Image.Image, **options) -> bytes:
    return saved(image, "JPEG", **options)


def saved(image: Image.Image, form: str, **options) -> bytes:
    target = BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def exif(orientation: int = 1) -> Image.Exif:
    """A camera's notes: which phone, where, which way it was held."""
    notes = Image.Exif()
    notes[MODEL], notes[ORIENTATION] = "my-phone", orientation
    degrees = tuple(TiffImagePlugin.IFDRational(n) for n in (25, 29, 30))
    notes.get_ifd(GPS).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    return notes


def chunk(name: bytes, body: bytes, packed: bytes = b"") -> bytes:
    body += zlib.compress(packed, 9) if packed else b""
    crc = zlib.crc32(name + body).to_bytes(4, "big")
    return len(body).to_bytes(4, "big") + name + body + crc


def png_header(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + bytes([depth, colour, 0, 0, 0]))


def png(width: int, height: int, *, rows, depth: int = 8, colour: int = 2, extra=b"") -> bytes:
    """By hand, for what Pillow does not write: 16-bit colour, missing rows, strange chunks."""
    body = chunk(b"IDAT", b"", packed=b"".join(rows))
    return png_header(width, height, depth, colour) + extra + body + chunk(b"IEND", b"")


def progressive_scans(image: Image.Image, count: int) -> bytes:
    """A progressive JPEG whose last pass is said again and again: small, and slow to decode."""
    content = jpeg(image, progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:last] + content[last:-2] * count + b"\xff\xd9"
