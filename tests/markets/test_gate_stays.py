"""What was promised is kept: of what the gate asked for nothing is taken away once it is public."""

from datetime import timedelta

import pytest

from server.core import clock as now
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Post
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests.occasions.plans import PLAN


@pytest.fixture
def market(clock):
    """Published, in five days, with all that the gate asks for."""
    lead = make.staff()
    session = occasions.session(begins=now.now() + timedelta(days=5), lead_id=lead.id)
    occasions.post(session)
    return session


@pytest.fixture
def told(post):
    """By the desk: the code of the answer, or None."""

    def told(path, **form) -> str | None:
        return post(path, by=make.staff(), **form).json.get("code")

    return told


@pytest.mark.parametrize("name", ["lead_id", "incentive"])
def test_who_leads_it_and_how_people_are_thanked_are_changed_not_taken_away(market, told, name):
    markets.stall(market)
    path, other = f"/api/occasions/sessions/{market.id}/change", make.staff(at=market.area)

    assert told(path, **{name: None}) == "taken_away"
    assert told(path, **{name: {"lead_id": other.id}.get(name, "一张理发券")}) is None


def test_the_last_post_stays(market, post):
    markets.stall(market)
    first = market_post(market)
    refused = post(f"/api/occasions/posts/{first}/remove", by=make.staff())
    assert refused.json["code"] == "taken_away"
    assert "定责（岗位）" in refused.json["detail"]
    occasions.post(market, label="搬桌椅")

    assert post(f"/api/occasions/posts/{first}/remove", by=make.staff()).status_code == 200


def market_post(market) -> int:
    return db.session.scalar(db.select(Post.id).where(Post.session_id == market.id))


def test_the_last_stall_stays_unless_a_vehicle_comes(market, told):
    stall = markets.stall(market)
    path = f"/api/markets/stalls/{stall.id}/remove"

    assert told(path) == "taken_away"
    markets.visit(markets.vehicle(), market.area, market.on)
    assert told(path) is None


@pytest.mark.parametrize("road", ["call_off", "retire"])
def test_the_only_vehicle_is_not_kept_at_home(market, told, post, road):
    vehicle = markets.vehicle()
    visit = markets.visit(vehicle, market.area, market.on, session_id=market.id)
    path = {"call_off": f"visits/{visit.id}", "retire": f"vehicles/{vehicle.id}"}[road]
    boss, path = make.staff(at=vehicle.area), f"/api/markets/{path}/{road}"

    assert post(path, by=boss).json["code"] == "taken_away"
    db.session.refresh(visit)
    assert visit.called_off_at is None
    markets.stall(market)
    assert post(path, by=boss).status_code == 200


def test_it_goes_to_no_day_on_which_nothing_would_come(market, told):
    path = f"/api/occasions/sessions/{market.id}/change"
    markets.visit(markets.vehicle(), market.area, market.on, session_id=market.id)

    assert told(path, on="2026-03-20") == "taken_away"
    assert told(path, begins="14:00", ends="16:00") is None


def test_a_series_takes_nobody_away_from_what_is_published(clock, post, told):
    lead, estate = make.staff(), make.estate()
    form = {"kind": "market", "area_id": estate.id, **PLAN, "lead_id": lead.id, "incentive": "券"}
    series = post("/api/occasions/series", by=lead, **form).json
    session = db.session.scalar(db.select(Session).where(Session.series_id == series["id"]))
    occasions.post(session)
    markets.stall(session)
    assert told(f"/api/occasions/sessions/{session.id}/publish") is None
    path = f"/api/occasions/series/{series['id']}/change"

    assert told(path, **PLAN, incentive="券") == "taken_away"
    assert told(path, **PLAN, incentive="一张理发券", lead_id=lead.id) is None


def test_what_is_only_planned_may_still_lack_anything(told, clock):
    session = occasions.session(begins=now.now() + timedelta(days=5), state="planned")

    assert told(f"/api/occasions/sessions/{session.id}/change", incentive=None) is None


def test_what_it_lacked_before_does_not_stand_in_the_way(market, told):
    assert told(f"/api/occasions/sessions/{market.id}/change", place="老人亭") is None
