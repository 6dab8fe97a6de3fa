"""A market day that is not held on its day: the vehicle that was to come is free again."""

from datetime import timedelta

import pytest

from server.core import clock as the_clock
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions


@pytest.mark.parametrize(
    ("state", "step", "form"),
    [
        ("published", "call_off", {"words": "因雨取消"}),
        ("planned", "drop", {}),
        ("published", "change", {"on": "2026-03-20"}),
    ],
)
def test_the_vehicle_stays_at_home(post, clock, state, step, form):
    market = occasions.session(begins=the_clock.now() + timedelta(days=5), state=state)
    visit = markets.visit(markets.vehicle(), market.area, market.on, session_id=market.id)
    markets.stall(market)  # or it could not go to another day: it would have nothing to offer
    post(f"/api/occasions/sessions/{market.id}/{step}", by=make.staff(), **form)

    assert visit.called_off_at is not None


def test_at_another_hour_it_comes_all_the_same(post, clock):
    market = occasions.session(begins=the_clock.now() + timedelta(days=5))
    visit = markets.visit(markets.vehicle(), market.area, market.on, session_id=market.id)
    path = f"/api/occasions/sessions/{market.id}/change"
    post(path, by=make.staff(), begins="14:00", ends="16:00")

    assert visit.called_off_at is None
