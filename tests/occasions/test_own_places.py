"""What one's own places and numbers say of the session: where it is, and that it was called off."""

import pytest

from schemas.occasions import SessionState
from schemas.people_words import Role
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions


@pytest.fixture
def session():
    return occasions.session(state=SessionState.CALLED_OFF)


def test_ones_own_place_says_where_it_is_and_that_it_was_called_off(get, session):
    volunteer = make.staff(Role.VOLUNTEER)
    occasions.signup(volunteer, occasions.post(session))
    (place,) = get("/api/occasions/signups/mine", by=volunteer).json["items"]

    assert (place["session_state"], place["session_state_label"]) == ("called_off", "已取消")
    assert place["area_name"] == session.area.name


def test_so_does_ones_own_number(get, session):
    visitor = make.person()
    markets.number(markets.stall(session, last=1), 1, visitor)
    (number,) = get("/api/occasions/numbers/mine", by=visitor).json["items"]

    assert (number["session_state"], number["session_state_label"]) == ("called_off", "已取消")
    assert number["area_name"] == session.area.name
