"""The sessions behind a figure, and who may read what."""

import pytest

from schemas.occasion_words import Capacity
from schemas.occasions import CALLED_OFF, DROPPED, ENDED, PLANNED, PUBLISHED, NumberState
from schemas.people_words import Role
from server.reports.figures import FIGURES
from tests import make
from tests import make_markets as markets
from tests.reports.sessions import MARCH, came, counted, session, the_county, values


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_opens_the_sessions_behind_it(get, month, figure):
    aunt, one = make.person(), session(1)
    came(one, aunt, Capacity.VISIT)
    came(one, aunt, minutes=90, added=30, credited=100)
    counted(one, 40)
    stall = markets.stall(one, last=2)
    markets.number(stall, 1, aunt, NumberState.SERVED, outcome="done")
    markets.number(stall, 2, aunt, NumberState.NOT_SERVED, outcome="not_done")
    for day, state in ((2, ENDED), (3, CALLED_OFF), (4, PLANNED), (28, PUBLISHED), (5, DROPPED)):
        session(day, state)
    county = the_county()
    told = values(month(county))
    form = {"area_id": county.id, "figure": figure, **MARCH}
    rows = get("/api/reports/market_rows", by=make.viewer(), **form).json["items"]

    assert rows
    if not figure.endswith("_persons"):
        assert sum(row["values"][figure] for row in rows) == told[figure]


def test_a_figure_that_there_is_not_opens_nothing(get, month):
    area = the_county()
    month(area)
    form = {"area_id": area.id, "figure": "satisfied", **MARCH}

    assert get("/api/reports/market_rows", by=make.viewer(), **form).status_code == 422


@pytest.mark.parametrize("text", ["2026-13", "2026-3", "3000-01", "２０２６-03"])
def test_a_month_is_a_month(get, text):
    area = the_county()
    path = "/api/reports/market_months"

    assert get(path, by=make.viewer(), area_id=area.id, month=text).status_code == 422


def test_a_desk_reads_what_lies_below_it_and_no_more(get, clock):
    here, far = make.estate(), make.estate("别处", make.community("别社区"))
    session(1, area=far)
    worker = make.staff(Role.SOCIAL_WORKER)
    path = "/api/reports/market_months"

    assert get(path, by=worker, area_id=here.id, **MARCH).status_code == 200
    assert get(path, by=worker, area_id=far.id, **MARCH).status_code == 403
    assert get(path, by=worker, area_id=999999, **MARCH).status_code == 404


def test_a_month_costs_the_same_however_many_sessions_there_are(get, clock, count_queries):
    viewer, county_id = make.token(make.viewer()), the_county().id

    def cost(path) -> int:
        with count_queries() as asked:
            assert get(path, token=viewer, area_id=county_id, **MARCH).status_code == 200
        return len(asked)

    paths = ["/api/reports/market_months", "/api/reports/market_rows"]
    came(session(1))
    few = [cost(path) for path in paths]
    for day in range(2, 12):
        came(session(day, area=make.estate()))

    assert few == [cost(path) for path in paths] == [9, 5]
