"""Dehua in small, made once for these tests in a database of its own."""

import pytest

from server.core.db import db
from server.demo.seed import seed
from tests.browser import Browser
from tests.clock import Clock


@pytest.fixture(scope="session")
def seeded(new_app):
    """`seeded("name", "2026-03-05 09:00")`: an app whose database was filled on that day."""

    def fill(name: str, wall_time: str):
        app = new_app(name)
        with Clock() as clock, app.app_context():
            clock.travel_to(wall_time)
            seed()
            db.session.commit()
        return app

    return fill


@pytest.fixture(scope="session")
def the_dehua(seeded):
    return seeded("dehua", "2026-03-05 09:00")


@pytest.fixture
def dehua(the_dehua, clock):
    """On the day on which it was made."""
    with the_dehua.app_context():
        yield the_dehua


@pytest.fixture
def visit(dehua):
    """Asks over HTTP, as somebody of the cast or as a stranger."""
    return Browser(dehua).get
