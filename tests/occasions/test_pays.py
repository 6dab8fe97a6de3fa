"""What a session pays, in words, on its page: before anybody signs up."""

import pytest

from schemas.occasions import PLANNED
from server.core.db import db
from server.points.earning import EarningRule
from tests import make
from tests import make_occasions as occasions
from tests.occasions.paid import Paid

SESSIONS = "/api/occasions/sessions"


@pytest.fixture
def estate(clock):
    return make.estate(of=make.community())


@pytest.fixture
def paid(estate):
    return Paid(make._the(make.Level.COMMUNITY, make.community))


@pytest.fixture
def lead(estate):
    return make.staff(at=estate)


@pytest.fixture
def day(estate, paid, lead):
    known = {"kind": "course", "pool_id": paid.pool.id, "lead_id": lead.id}
    row = occasions.session(estate, state=PLANNED, **known)
    occasions.post(row, capacity=4)
    return row


@pytest.fixture
def shown(get):
    return lambda row, by=None: get(f"{SESSIONS}/{row.id}", by=by).json


def test_the_page_says_what_it_pays(post, shown, day, lead):
    before = shown(day, lead)["pays"]
    post(f"{SESSIONS}/{day.id}/publish", by=lead)

    assert before == shown(day)["pays"] == "每服务半小时记 1 分"


def test_out_of_which_pool_is_for_the_desk_alone(post, shown, day, lead, paid):
    post(f"{SESSIONS}/{day.id}/publish", by=lead)

    assert paid.pool.name not in str(shown(day))


def test_a_festival_pays_more_and_says_so(post, shown, day, lead):
    db.session.query(EarningRule).update({"festival_times": 2})
    day.festival = True
    db.session.commit()
    post(f"{SESSIONS}/{day.id}/publish", by=lead)

    assert shown(day)["pays"] == "每服务半小时记 2 分"


def test_what_pays_nothing_says_nothing(shown, estate):
    assert shown(occasions.session(estate))["pays"] is None
