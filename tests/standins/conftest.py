"""The stand-ins stand alone."""

import pytest


@pytest.fixture(autouse=True)
def app():
    """These tests need no app and no database."""
