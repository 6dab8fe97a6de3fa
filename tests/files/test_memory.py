"""What a photo may cost while it is opened, measured in a program of its own."""

import subprocess
import sys

import pytest
from PIL import Image

from server.files.jpeg import comes_line_by_line
from server.files.pictures import HELD_MAX, PIXELS_MAX, TooManyPixels, clean_picture
from tests.files.pictures import colours, exif, jpeg, saved

MOST = 260  # MB; a server of 1500 opens one in each of its two programs, and lives
EDGE = int(HELD_MAX**0.5)
LARGE = int(PIXELS_MAX**0.5)
OPEN = """
import sys
from resource import RUSAGE_SELF, getrusage
from server.files.pictures import clean_picture
content = sys.stdin.buffer.read()
before = getrusage(RUSAGE_SELF).ru_maxrss
clean_picture(content)
print((getrusage(RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def megabytes(content: bytes) -> int:
    opened = [sys.executable, "-c", OPEN]
    return int(subprocess.run(opened, input=content, capture_output=True, check=True).stdout)


def flat(mode: str, width: int, height: int | None = None) -> Image.Image:
    return Image.new(mode, (width, height or width))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: saved(flat("RGBA", EDGE), "PNG"), id="transparent png"),
        pytest.param(lambda: saved(flat("I;16", EDGE), "PNG"), id="16-bit png"),
        pytest.param(lambda: saved(flat("P", EDGE), "PNG"), id="png of few colours"),
        pytest.param(lambda: saved(flat("RGBA", EDGE), "WEBP", lossless=True), id="webp"),
        pytest.param(lambda: jpeg(flat("RGB", LARGE), subsampling=0), id="jpeg"),
        pytest.param(lambda: jpeg(flat("CMYK", EDGE), progressive=True), id="progressive jpeg"),
    ],
)
def test_the_largest_that_is_taken_fits(content):
    assert megabytes(content()) < MOST


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: saved(flat("RGBA", EDGE + 1), "PNG"), id="png"),
        pytest.param(lambda: saved(flat("RGB", EDGE + 1), "WEBP"), id="webp"),
        pytest.param(lambda: jpeg(flat("CMYK", LARGE), progressive=True), id="progressive jpeg"),
        pytest.param(lambda: jpeg(flat("RGB", 65_000, 384)), id="a strip: draft gains nothing"),
        pytest.param(lambda: jpeg(flat("RGB", LARGE + 1)), id="jpeg"),
    ],
)
def test_a_small_file_that_would_need_much_is_refused(content):
    with pytest.raises(TooManyPixels):
        clean_picture(content())


def test_twelve_megapixels_are_what_a_telephone_sends():
    sizes = {"JPEG": {"progressive": True}, "PNG": {}, "WEBP": {}}
    for form, known in sizes.items():
        assert clean_picture(saved(flat("RGB", 4032, 3024), form, **known)).width == 1600


@pytest.mark.parametrize(
    ("content", "in_order"),
    [
        (jpeg(colours(40, 30)), True),
        (jpeg(colours(40, 30).convert("L")), True),
        (jpeg(colours(40, 30), exif=exif(), comment=b"\xff\xda\0\x08\1"), True),
        (jpeg(colours(40, 30), progressive=True), False),
        (jpeg(colours(40, 30))[:30], False),
        (b"\xff\xd8\xff\xc2\xff\xff", False),
        (saved(colours(40, 30), "PNG"), False),
        (b"", False),
    ],
    ids=["usual", "grey", "with notes", "progressive", "cut", "nonsense", "png", "nothing"],
)
def test_the_markers_tell_how_a_jpeg_is_built(content, in_order):
    assert comes_line_by_line(content) is in_order


def test_colours_one_after_another_are_held_whole():
    content = bytearray(jpeg(colours(40, 30)))
    content[content.index(b"\xff\xda") + 4] = 1  # the first scan holds one colour of three

    assert not comes_line_by_line(bytes(content))
