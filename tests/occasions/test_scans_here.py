"""At which sessions of today somebody may scan others: asked for when a code is met elsewhere."""

from datetime import timedelta

import pytest

from server.core import clock as clock_
from tests import make
from tests import make_occasions as occasions


def offered(get, who, **asked) -> list[int]:
    answer = get("/api/occasions/sessions", by=who, scans="true", **asked)
    return [one["id"] for one in answer.json["items"]]


@pytest.fixture
def estate(clock):
    return make.estate()


def held(estate, **after):
    return occasions.session(estate, begins=clock_.now() + timedelta(**after))


def test_the_desk_is_offered_what_is_on_today_and_not_what_is_over(get, estate):
    now, later, tomorrow = (held(estate, hours=h) for h in (0, 5, 24))
    for state in ("planned", "called_off"):
        occasions.session(estate, begins=clock_.now() + timedelta(hours=1), state=state)
    held(estate, hours=-5)
    elsewhere = make.estate("别处", of=make.community("别的社区"))
    held(elsewhere, hours=0)

    assert offered(get, make.staff(at=estate)) == [now.id, later.id]
    assert tomorrow.id not in offered(get, make.staff(at=estate))


def test_a_steward_is_offered_their_own_and_a_resident_none(get, estate):
    session, helper, neighbour = held(estate, hours=0), make.volunteer(), make.person("邻居")
    held(estate, hours=0)
    occasions.signup(helper, occasions.post(session, steward=True))
    occasions.signup(neighbour, occasions.post(session))

    assert offered(get, helper) == [session.id]
    assert offered(get, neighbour) == offered(get, None) == []
