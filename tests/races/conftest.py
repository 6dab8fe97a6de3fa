"""Races are run for real: real commits, real threads, a database of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from server.core.db import db
from tests.browser import Browser


@pytest.fixture(scope="package")
def raced(new_app):
    return new_app("races")


@pytest.fixture(autouse=True)
def app(raced):
    """In place of the transaction that is thrown away."""
    with raced.app_context():
        yield raced
        db.session.remove()


@pytest.fixture
def together(app):
    """Run all calls at the same moment, each on a thread of its own; give their results. A call
    takes a browser; its token is made beforehand: `token=make.token(person)`."""

    def run(*calls):
        db.session.commit()
        start = Barrier(len(calls))

        def call(work):
            start.wait()
            return work(Browser(app))

        with ThreadPoolExecutor(len(calls)) as pool:
            return list(pool.map(call, calls))

    return run


@pytest.fixture
def get_messages(app):
    """The titles of somebody's inbox."""

    def titles(person):
        items = Browser(app).get("/api/messages/", by=person).json["items"]
        return [message["title"] for message in items]

    return titles
