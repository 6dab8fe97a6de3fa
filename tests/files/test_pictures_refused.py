"""What is no photo, or would cost too much to open, is refused in words that help."""

import pytest
from PIL import Image

from server.files.pictures import (
    PICTURE_BYTES_MAX,
    SCANS_MAX,
    HeicPicture,
    NotAPicture,
    TooLarge,
    TooManyPixels,
    clean_picture,
)
from tests.files.pictures import (
    chunk,
    colours,
    jpeg,
    png,
    progressive_scans,
    saved,
)


def test_more_than_ten_megabytes_are_refused_before_anything_is_decoded():
    with pytest.raises(TooLarge) as refusal:
        clean_picture(jpeg(colours(10, 10)).ljust(PICTURE_BYTES_MAX + 1, b"\0"))

    assert refusal.value.status == 413
    assert "10 MB" in refusal.value.detail


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\0" + bytes(4000),  # a program called photo.jpg
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"%PDF-1.7\n",
        saved(Image.new("RGB", (9, 9)), "GIF"),
        saved(Image.new("RGB", (9, 9)), "TIFF"),
        b"\xff\xd8\xff\xe0" + bytes(4000),
        jpeg(colours(800, 600))[:4000],
        saved(colours(800, 600), "PNG")[:1500],
    ],
    ids=["nothing", "exe", "svg", "pdf", "gif", "tiff", "zeros", "cut jpeg", "cut png"],
)
def test_what_is_not_a_whole_picture_is_refused(content):
    with pytest.raises(NotAPicture) as refusal:
        clean_picture(content)

    assert (refusal.value.status, refusal.value.code) == (422, "not_a_picture")


@pytest.mark.parametrize("brand", [b"heic", b"mif1"])
def test_an_iphones_own_format_is_explained(brand):
    with pytest.raises(HeicPicture, match="兼容性最佳"):
        clean_picture(b"\0\0\0\x18ftyp" + brand + bytes(2000))


@pytest.mark.parametrize("edge", [5_001, 20_000], ids=["25 megapixels", "400 megapixels"])
def test_too_many_pixels_are_refused_however_small_the_file(edge):
    row = bytes(1 + (edge + 7) // 8)
    content = png(edge, edge, depth=1, colour=0, rows=[row] * edge)
    assert len(content) < 60_000

    with pytest.raises(TooManyPixels):
        clean_picture(content)


@pytest.mark.parametrize(
    ("name", "head"),
    [(b"zTXt", b"Comment\0\0"), (b"iTXt", b"Comment\0\1\0\0\0"), (b"iCCP", b"profile\0\0")],
)
def test_a_chunk_that_unpacks_to_gigabytes_is_not_unpacked(name, head):
    bomb = chunk(name, head, packed=bytes(60_000_000))
    assert len(bomb) < 100_000

    with pytest.raises(NotAPicture):
        clean_picture(png(10, 10, rows=[b"\0" * 31] * 10, extra=bomb))


def test_a_jpeg_of_endless_passes_is_refused_at_once():
    with pytest.raises(NotAPicture):
        clean_picture(progressive_scans(colours(3000, 3000), SCANS_MAX))
