"""A session that pays: its pool, and a worker who publishes it."""

import pytest

from schemas.occasions import PLANNED
from server.core.db import db
from server.occasions.models import Session
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.paid import Paid

SESSIONS = "/api/occasions/sessions"


@pytest.fixture
def estate(clock):
    return make.estate(of=make.community())


@pytest.fixture
def paid(estate):
    return Paid(make._the(make.Level.COMMUNITY, make.community))


@pytest.fixture
def day(estate, paid):
    """Two hours from now on, four places: sixteen half hours."""
    lead = make.staff(at=estate)
    row = occasions.session(
        estate, state=PLANNED, kind="course", pool_id=paid.pool.id, lead_id=lead.id
    )
    occasions.post(row, capacity=4)
    return row


@pytest.fixture
def worker(estate):
    return make.staff(at=estate)


@pytest.fixture
def door(post, day, worker):
    """Of the session, which is published."""
    answer = post(f"{SESSIONS}/{day.id}/publish", by=worker)
    assert answer.status_code == 200, answer.text
    return AtTheDoor(post, db.session.get(Session, day.id))
