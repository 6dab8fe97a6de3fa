"""`server.cli audit-points`: silent when all adds up, else it names the rows and fails."""

import os
import subprocess
import sys

import pytest
from sqlalchemy import text

from server.core.db import db
from tests import make_points


@pytest.fixture
def audited(new_app):
    """A database of its own: the command looks from outside."""
    app = new_app("audited")
    with app.app_context():
        yield app
        db.session.remove()


@pytest.fixture
def audit(audited):
    url = audited.config["SQLALCHEMY_DATABASE_URI"]
    keys = {f"JINLIN_{name}": "x" * 32 for name in ("SECRET", "DATA_KEY", "LOOKUP_KEY")}
    command = [sys.executable, "-W", "ignore", "-m", "server.cli", "audit-points"]

    def run() -> tuple[int, str]:
        known = {"env": os.environ | keys | {"DATABASE_URL": url}, "text": True}
        done = subprocess.run(command, capture_output=True, check=False, **known)
        return done.returncode, done.stdout

    return run


def test_it_fails_and_names_what_does_not_add_up(audited, audit):
    scheme = make_points.scheme()
    pool = make_points.pool(scheme, 100)
    assert audit() == (0, "Everything adds up.\n")

    db.session.execute(text("UPDATE accounts SET balance = 95 WHERE kind = 'pool'"))
    db.session.commit()

    code, said = audit()
    assert code == 1
    assert f"account pool:{pool.id} of scheme {scheme.id}: balance 95, its postings say 100" in said
