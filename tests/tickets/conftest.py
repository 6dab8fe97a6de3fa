"""What tests of tickets share."""

import pytest

from schemas.people_words import Role
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


@pytest.fixture
def titles(get):
    def of(person) -> list[str]:
        items = get("/api/messages/", by=person).json["items"]
        return [message["title"] for message in reversed(items)]

    return of


@pytest.fixture
def ladder():
    """Who stands where above a ticket of the first estate."""
    estate = make.estate()
    here = tickets.parent(estate)
    return {
        "lead": make.staff(Role.SOCIAL_WORKER, here, "小林"),
        "community": make.staff(Role.COMMUNITY_STAFF, here, "陈书记"),
        "town": make.staff(Role.COMMUNITY_STAFF, tickets.parent(here), "镇里"),
        "officer": make.officer(make.unit(at=here)),
    }
