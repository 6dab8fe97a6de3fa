"""查账: of a scheme in which everything has happened nothing is found; each tampering is named."""

import pytest
from sqlalchemy import text

from server.points import audit
from tests.points import lived

REPLICA = text("SET session_replication_role = replica")  # neither triggers nor foreign keys
ORIGIN = text("SET session_replication_role = origin")


@pytest.fixture
def scene(clock):
    return lived.scene(clock)


def found() -> list[str]:
    return list(audit.findings())


def test_what_was_lived_through_adds_up(scene):
    assert found() == []
