"""A page that goes wrong as it is told."""

import pytest
from flask import Flask

from server.core.db import db
from server.core.errors import errors
from server.core.trace import register_trace


@pytest.fixture
def failing(app):
    """A small app whose one page fails with whatever it is given."""
    small = Flask(__name__, static_folder=None)
    small.config |= {"SQLALCHEMY_DATABASE_URI": app.config["SQLALCHEMY_DATABASE_URI"]}
    small.extensions["sqlalchemy"] = app.extensions["sqlalchemy"]
    small.teardown_appcontext(lambda _: db.session.remove())
    register_trace(small)
    small.register_blueprint(errors)
    trouble = []

    @small.get("/")
    def fail():
        raise trouble[0]

    def answer(error):
        trouble[:] = [error]
        return small.test_client().get("/")

    return answer
