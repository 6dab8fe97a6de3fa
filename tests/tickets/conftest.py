"""What tests of tickets share."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def dispatch_joint(post):
    """To a lead and to the units of `co`, each with a part."""

    def send(ticket, co, *, due_on=None, by=None):
        unit = make.unit(name="县城管大队")
        parts = [{"unit_id": one.id, "part": "断电"} for one in co]
        if due_on:
            parts[0]["due_on"] = due_on
        return post(
            tickets.path(ticket, "dispatch"), by=by or make.staff(), unit_id=unit.id, co=parts
        )

    return send
