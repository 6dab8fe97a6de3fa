"""The door of a market day that began at nine."""

import pytest

from tests.occasions.at_the_door import AtTheDoor


@pytest.fixture
def door(clock, post):
    return AtTheDoor(post)
