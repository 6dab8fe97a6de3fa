"""Whatever a phone sends as a photo becomes a clean JPEG and a thumbnail, or a sentence that helps.

Re-encoding leaves behind the place of the photo (GPS), the phone's name, and anything hung on."""

import re
import warnings
from contextlib import suppress
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageOps

from server.core.errors import Refusal
from server.files.jpeg import comes_line_by_line

PICTURE_BYTES_MAX = 10 * 1024 * 1024  # a phone's own photo is up to that; the page also shrinks
PIXELS_MAX = 25_000_000  # of what can be decoded line by line
HELD_MAX = 12_500_000  # pixels in memory at once: 4032 × 3024, of up to 20 bytes each
SCANS_MAX = 100  # a progressive JPEG has about ten; thousands keep a processor busy for minutes
SCAN = re.compile(rb"\xff\xda\0[\x08\x0a\x0c\x0e][\1-\4]")  # a marker, its length, its parts
FULL_EDGE, THUMBNAIL_EDGE = 1600, 400  # px
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"}

# Set for the whole program, at import: warnings.catch_warnings is not safe between threads.
Image.MAX_IMAGE_PIXELS = PIXELS_MAX
warnings.simplefilter("error", Image.DecompressionBombWarning)


class TooLarge(Refusal):
    status, code, title = 413, "picture_too_large", "照片太大"
    detail = "每张照片最大 10 MB。请截图后上传截图，或在相机设置里改成普通画质再拍一张"


class TooManyPixels(Refusal):
    status, code, title = 422, "picture_too_many_pixels", "照片尺寸太大"
    detail = "请截图后上传截图，或在相机设置里改成普通画质再拍一张"


class NotAPicture(Refusal):
    status, code, title = 422, "not_a_picture", "打不开这张照片"
    detail = "照片可能没有传完整，或者不是照片。请重新选一张，或截图后上传"


class HeicPicture(NotAPicture):
    code, title = "heic_picture", "这种照片格式暂不支持"
    detail = "请在手机设置里改成“兼容性最佳”，或截图后上传"


class Picture(NamedTuple):
    full: bytes
    thumbnail: bytes
    width: int  # px, of the full one
    height: int


def clean_picture(content: bytes) -> Picture:
    """Both sizes as JPEG, upright, on white; of an animation, the first picture."""
    if len(content) > PICTURE_BYTES_MAX:
        raise TooLarge
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        raise HeicPicture
    if len(SCAN.findall(content)) > SCANS_MAX and content.startswith(b"\xff\xd8"):
        raise NotAPicture
    full = _shrunk(content)
    thumbnail = full.copy()
    thumbnail.thumbnail((THUMBNAIL_EDGE, THUMBNAIL_EDGE))
    return Picture(_jpeg(full, 85), _jpeg(thumbnail, 80), full.width, full.height)


def _shrunk(content: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(content), formats=["JPEG", "PNG", "WEBP"]) as source:
            _draft(source, content)
            return _flat(_upright(_within(source, FULL_EDGE)))
    except TooManyPixels:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise TooManyPixels from error
    except Exception as error:  # a decoder may stumble over hostile bytes in any way it likes
        raise NotAPicture from error


def _draft(source: Image.Image, content: bytes) -> None:
    """A large JPEG is decoded small at once, in little memory, if it comes line by line."""
    held = 0 if comes_line_by_line(content) else source.width * source.height
    source.draft("RGB", (FULL_EDGE, FULL_EDGE))
    if max(held, source.width * source.height) > HELD_MAX:
        raise TooManyPixels


def _within(source: Image.Image, edge: int) -> Image.Image:
    source.load()
    image = _eight_bits(source)
    image.thumbnail((edge, edge), reducing_gap=2.0)
    return image


def _eight_bits(image: Image.Image) -> Image.Image:
    """Modes that cannot be resized well become ones that can."""
    if image.mode.startswith("I"):  # 16-bit grey: Pillow would clip at 255, not scale
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in ("P", "PA", "1") or "transparency" in image.info:
        return image.convert("RGBA")
    return image


def _upright(image: Image.Image) -> Image.Image:
    with suppress(Exception):  # broken EXIF is common; a photo lying on its side beats none
        return ImageOps.exif_transpose(image)
    return image


def _flat(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image)
    return image.convert("RGB")


def _jpeg(image: Image.Image, quality: int) -> bytes:
    """Only the picture goes in: `save` would carry on what `info` still holds."""
    image.info.clear()
    target = BytesIO()
    image.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
    return target.getvalue()
