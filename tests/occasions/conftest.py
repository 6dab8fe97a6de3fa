"""The door of a market day that began at nine."""

import pytest

from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.places import Places


@pytest.fixture
def door(clock, post):
    return AtTheDoor(post)


@pytest.fixture
def places(clock, post):
    return Places(post)
