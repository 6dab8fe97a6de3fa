"""Photos: every ordinary kind comes in, upright and small, and nothing private survives."""

import random

import pytest
from PIL import Image

from server.files.pictures import (
    PICTURE_BYTES_MAX,
    clean_picture,
)
from tests.files.pictures import (
    colours,
    exif,
    jpeg,
    noise,
    opened,
    png,
    saved,
)


def test_a_large_photo_becomes_two_small_ones():
    picture = clean_picture(jpeg(colours(4000, 3000)))

    assert opened(picture.full).size == (picture.width, picture.height) == (1600, 1200)
    assert opened(picture.thumbnail).size == (400, 300)
    assert opened(picture.full).format == opened(picture.thumbnail).format == "JPEG"


def test_a_small_photo_is_not_blown_up():
    assert clean_picture(jpeg(colours(300, 200))).width == 300


def test_a_photo_of_ten_megabytes_is_normal():
    content = noise(4080, 3060, at_least=9 * 1024 * 1024)
    assert len(content) <= PICTURE_BYTES_MAX

    assert clean_picture(content).width == 1600


def test_place_phone_name_comment_and_tail_are_gone():
    content = jpeg(colours(800, 600), exif=exif(), comment=b"my-comment") + b"PK-my-hidden-zip"
    for secret in (b"my-phone", b"my-comment", b"my-hidden-zip"):
        assert secret in content

    picture = clean_picture(content)

    for clean in (picture.full, picture.thumbnail):
        assert b"my-" not in clean
        assert not opened(clean).getexif()
        assert opened(clean).info.keys() <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }


def test_a_photo_held_upright_stands_upright():
    content = jpeg(colours(800, 600), exif=exif(orientation=6))  # 6: turn right to see it

    image = opened(clean_picture(content).full)

    assert image.size == (600, 800)
    assert is_near(image.getpixel((590, 10)), (255, 0, 0))  # the red corner was top left


@pytest.mark.filterwarnings(
    "ignore:(Tag data|Corrupt EXIF):UserWarning"
)  # Pillow goes on; so do we
def test_broken_exif_does_not_cost_the_photo():
    content = jpeg(colours(800, 600), exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\3" * 9)

    assert clean_picture(content).width == 800


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("L", "JPEG"), ("CMYK", "JPEG"), ("RGB", "PNG"), ("L", "PNG"), ("1", "PNG"),
        ("P", "PNG"), ("LA", "PNG"), ("RGBA", "PNG"), ("RGB", "WEBP"), ("RGBA", "WEBP"),
    ],
)  # fmt: skip
def test_every_ordinary_kind_of_picture_comes_in(mode, form):
    image = opened(clean_picture(saved(colours(2000, 1000).convert(mode), form)).full)

    assert (image.mode, image.size) == ("RGB", (1600, 800))
    left, right = image.convert("L").getpixel((5, 400)), image.convert("L").getpixel((1595, 400))
    assert left < 128 < right  # dark on the left, bright on the right, as it was


def test_a_print_shops_four_colours_look_the_same_on_a_screen():
    image = opened(clean_picture(saved(colours(800, 600).convert("CMYK"), "JPEG")).full)

    assert is_near(image.getpixel((10, 10)), (255, 0, 0))


def test_sixteen_bit_grey_keeps_its_brightness():
    image = Image.new("I;16", (100, 100), 128 * 257)

    assert opened(clean_picture(saved(image, "PNG")).full).convert("L").getpixel((50, 50)) == 128


def test_sixteen_bit_colour_keeps_its_colour():
    pixel = (0xC0C0).to_bytes(2, "big") + (0x2020).to_bytes(2, "big") * 2
    content = png(40, 30, depth=16, colour=2, rows=[b"\0" + pixel * 40] * 30)

    assert is_near(opened(clean_picture(content).full).getpixel((20, 15)), (0xC0, 0x20, 0x20))


def test_what_is_transparent_becomes_white():
    image = Image.new("RGBA", (100, 100), (255, 0, 0, 0))

    clean = opened(clean_picture(saved(image, "PNG")).full)

    assert is_near(clean.getpixel((50, 50)), (255, 255, 255))


def test_a_moving_picture_stands_still_at_its_first():
    frames = [Image.new("RGB", (200, 100), name) for name in ("red", "lime", "blue")]
    content = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100)

    image = opened(clean_picture(content).full)

    assert is_near(image.getpixel((100, 50)), (255, 0, 0))
    assert getattr(image, "n_frames", 1) == 1


def test_a_photo_with_a_second_one_behind_it_is_a_photo():
    content = saved(colours(800, 600), "MPO", save_all=True, append_images=[colours(80, 60)])

    assert clean_picture(content).width == 800


def test_a_photo_with_a_film_behind_it_is_a_photo():
    film = random.Random(7).randbytes(9 * 1024 * 1024)  # phones hang one on a moving photo

    assert clean_picture(jpeg(colours(800, 600)) + film).width == 800


def test_a_strip_one_pixel_wide_is_no_trouble():
    assert clean_picture(saved(Image.new("RGB", (1, 9000)), "PNG")).height == 1600


def test_a_progressive_photo_is_fine():
    assert clean_picture(jpeg(colours(3000, 2000), progressive=True)).width == 1600


def is_near(pixel, colour) -> bool:
    return all(abs(is_ - was) < 12 for is_, was in zip(pixel, colour, strict=True))
