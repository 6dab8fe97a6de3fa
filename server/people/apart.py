"""A transaction apart from the request's own: what it writes stays though the rest is refused."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app, g

from server.core.db import db


@contextmanager
def apart() -> Iterator[None]:
    """For tries that must be counted and thefts that must be stopped. The request's own transaction
    ends first, without effect: nobody holds two connections, or waits for a lock of their own."""
    db.session.close()
    request_id = g.get("request_id", "-")
    with current_app.app_context():  # its own session
        g.request_id = request_id
        with db.session.begin():
            yield
