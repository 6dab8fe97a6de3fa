"""What people hold in front of the camera."""

from tests.files import pictures


def photo(width: int = 640, height: int = 480) -> bytes:
    return pictures.jpeg(pictures.colours(width, height))
