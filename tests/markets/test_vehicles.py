"""五车: made, sent round, called off, retired."""

from datetime import timedelta

import pytest

from schemas.market_words import StallKind
from schemas.people_words import Role
from server.core import clock as now
from server.core.db import db
from server.markets.models import VehicleVisit
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests import make_tickets as tickets

WEEK = {"since": "2026-03-09", "until": "2026-03-15"}  # begins on a Monday


@pytest.fixture
def boss():
    return make.administrator()


@pytest.fixture
def estates():
    return [make.estate(name) for name in ("甲小区", "乙小区", "丙小区", "丁小区")]


def rota(post, vehicle, by, **form):
    path = f"/api/markets/vehicles/{vehicle.id}/rota"
    return post(path, by=by, **(WEEK | {"weekdays": [1, 3, 5, 7]} | form))


def plan(post, vehicle, by, *stops):
    items = [{"on": on, "area_id": area.id} for on, area in stops]
    return post(f"/api/markets/vehicles/{vehicle.id}/visits", by=by, items=items)


def where(answer) -> list[str]:
    return [f"{one['on'][-2:]} {one['area_name']}" for one in answer.json["items"]]


def test_only_what_can_drive_is_a_vehicle(post, boss):
    form = {"area_id": make.county().id, "kind": "other", "name": "什么车"}
    refused = post("/api/markets/vehicles", by=make.administrator(make.county()), **form)

    assert list(refused.json["problems"]) == ["kind"]


def test_a_proposal_reaches_every_estate_within_the_bound(post, clock, boss, estates):
    proposal = rota(post, markets.vehicle(), boss)

    assert where(proposal) == ["09 甲小区", "11 乙小区", "13 丙小区", "15 丁小区"]
    assert (proposal.json["estates"], proposal.json["bound"]) == (4, 4)
    assert db.session.scalar(db.select(VehicleVisit.id)) is None


def test_estates_with_open_wishes_come_first(post, clock, boss, estates):
    wisher = make.person(estate=estates[2])
    tickets.wish(wisher, category_id=tickets.category("haircut").id)
    tickets.wish(wisher, category_id=tickets.category("legal").id)
    items = rota(post, markets.vehicle(), boss).json["items"]

    assert [(one["area_name"], one["wishes"]) for one in items[:2]] == [
        ("丙小区", 1),
        ("甲小区", 0),
    ]


def test_the_plan_is_saved_as_it_was_accepted_and_linked_to_the_market_of_the_day(
    get, post, clock, boss, estates
):
    market = occasions.session(estates[1], begins=now.now() + timedelta(days=4))
    vehicle = markets.vehicle()
    shown = plan(post, vehicle, boss, ("2026-03-09", estates[1]), ("2026-03-11", estates[0]))

    assert shown.status_code == 200
    assert [(one["round"], one["session_id"]) for one in shown.json["visits"]] == [
        (1, market.id),
        (2, None),
    ]
    of_the_estate = get("/api/markets/visits", area_id=estates[1].id).json["items"]
    assert [one["on"] for one in of_the_estate] == ["2026-03-09"]


def test_a_day_that_is_planned_already_counts_and_stays(post, clock, boss, estates):
    vehicle = markets.vehicle()
    plan(post, vehicle, boss, ("2026-03-09", estates[3]))

    assert where(rota(post, vehicle, boss)) == ["11 甲小区", "13 乙小区", "15 丙小区"]


def test_whoever_was_rained_off_comes_again_as_if_it_had_not_been_planned(
    get, post, clock, boss, estates
):
    vehicle = markets.vehicle()
    days = ("2026-03-06", "2026-03-07", "2026-03-08")
    plan(post, vehicle, boss, *zip(days, estates, strict=False))
    clock.travel_to("2026-03-07 07:00")
    in_the_second = db.select(VehicleVisit).where(VehicleVisit.area_id == estates[1].id)
    visit = db.session.scalars(in_the_second).one()
    off = post(f"/api/markets/visits/{visit.id}/call_off", by=boss)
    again = post(f"/api/markets/visits/{visit.id}/call_off", by=boss)
    clock.travel_to("2026-03-09 07:00")

    assert (off.json["called_off"], again.json["code"]) == (True, "visit_over")
    waiting = get(f"/api/markets/vehicles/{vehicle.id}", by=boss).json["waiting"]
    assert [(one["area_name"], one["waited"]) for one in waiting] == [
        ("乙小区", 2),
        ("丁小区", 2),
        ("甲小区", 1),
        ("丙小区", 0),
    ]
    assert where(rota(post, vehicle, boss))[0] == "09 乙小区"
    assert plan(post, vehicle, boss, ("2026-03-11", estates[1])).status_code == 200


def test_a_called_off_visit_can_be_planned_again_for_the_same_day(post, clock, boss, estates):
    vehicle = markets.vehicle()
    visit = markets.visit(vehicle, estates[0], called_off_at=now.now())
    plan(post, vehicle, boss, (now.today().isoformat(), estates[0]))

    db.session.refresh(visit)
    assert visit.called_off_at is None


def test_a_market_day_that_is_called_off_keeps_its_vehicles_at_home(post, clock, estates):
    market = occasions.session(estates[0], begins=now.now() + timedelta(days=2))
    visit = markets.visit(markets.vehicle(), estates[0], market.on, session_id=market.id)
    path = f"/api/occasions/sessions/{market.id}/call_off"
    assert post(path, by=make.staff(), words="因雨取消").status_code == 200

    db.session.refresh(visit)
    assert visit.called_off_at is not None


@pytest.mark.parametrize("wrong", ["elsewhere", "yesterday", "next year"])
def test_only_estates_of_its_own_and_days_to_come_are_planned(post, clock, boss, estates, wrong):
    vehicle = markets.vehicle(make.town())
    far = make.estate("别处", make.community("别社区", make.town("别镇")))
    stops = {
        "elsewhere": ("2026-03-09", far),
        "yesterday": ("2026-03-04", estates[0]),
        "next year": ("2027-03-04", estates[0]),
    }

    assert plan(post, vehicle, boss, stops[wrong]).status_code == 422


def test_a_retired_vehicle_goes_nowhere(get, post, clock, boss, estates):
    vehicle = markets.vehicle()
    plan(post, vehicle, boss, ("2026-03-09", estates[0]))
    retired = post(f"/api/markets/vehicles/{vehicle.id}/retire", by=boss).json

    assert [one["called_off"] for one in retired["visits"]] == [True]
    assert (retired["until"], retired["actions"]) == ("2026-03-05", [])
    assert rota(post, vehicle, boss).json["code"] == "vehicle_retired"
    assert get("/api/markets/vehicles").json["items"] == []


def test_a_vehicle_of_the_county_is_changed_by_the_county_only(post, boss):
    vehicle = markets.vehicle()
    path = f"/api/markets/vehicles/{vehicle.id}/change"

    assert post(path, by=make.staff(), name="义剪二号车").status_code == 403
    assert post(path, by=boss, name="义剪二号车", a_day=2).json["a_day"] == 2


def test_a_route_sheet_names_the_stops_of_the_day(get, clock, boss, estates):
    vehicle = markets.vehicle(kind=StallKind.REPAIR, name="维修一号车")
    for estate in estates:
        markets.visit(vehicle, estate)
    path = f"/api/markets/vehicles/{vehicle.id}/sheet.pdf"

    assert get(path, by=boss, on="2026-03-05").mimetype == "application/pdf"
    assert get(path, by=boss, on="2026-03-06").status_code == 404


# ---- what it costs


def test_lists_cost_the_same_however_long_they_are(get, count_queries, boss):
    vehicle, viewer = markets.vehicle(), make.token(make.staff(Role.VIEWER))

    def cost(path) -> int:
        with count_queries() as asked:
            assert get(path, token=viewer).status_code == 200
        return len(asked)

    paths = ["/api/markets/vehicles", "/api/markets/visits", f"/api/markets/vehicles/{vehicle.id}"]
    markets.visit(vehicle, make.estate())
    few = [cost(path) for path in paths]
    for _ in range(8):
        markets.visit(vehicle, make.estate())
        markets.vehicle()
    many = [cost(path) for path in paths]

    assert few == many == [3, 2, 8]
