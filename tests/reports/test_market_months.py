"""The month of an area: each figure with its base, its definition, and the sessions behind it."""

from datetime import datetime, timedelta

import pytest

from schemas.market_words import StallKind
from schemas.occasion_words import Capacity
from schemas.occasions import CALLED_OFF, DROPPED, ENDED, PLANNED, PUBLISHED, NumberState
from schemas.people_words import Role
from server.core.clock import SHANGHAI
from server.occasions.parts import Headcount
from server.occasions.presence import Attendance
from server.reports.figures import FIGURES
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions

MARCH = {"month": "2026-03"}


@pytest.fixture
def month(get, clock):
    """It is the 20th of March. `month(area)`: its figures by name."""
    clock.travel_to("2026-03-20 12:00")

    def ask(area, **form):
        viewer = make.viewer(the_county())
        return get("/api/reports/market_months", by=viewer, area_id=area.id, **(MARCH | form)).json

    return ask


def the_county():
    return make._the(make.Level.COUNTY, make.county)


def values(told) -> dict:
    return {one["name"]: one["value"] for one in told["figures"]}


def session(day: int, state=ENDED, area=None, **given):
    return occasions.session(
        area, state=state, begins=datetime(2026, 3, day, 9, tzinfo=SHANGHAI), **given
    )


def came(session, person=None, capacity=Capacity.DUTY, minutes=0, added=0, credited=0):
    row = Attendance(session_id=session.id, person_id=(person or make.person()).id)
    row.capacity, row.rule_version, row.in_at = capacity, 1, session.starts_at
    row.out_at = session.starts_at + timedelta(minutes=minutes)
    row.minutes_actual, row.minutes_added, row.minutes_credited = minutes, added, credited
    return make.saved(row)


def counted(session, count):
    return make.saved(Headcount(session_id=session.id, count=count, counted_by_id=make.staff().id))


def test_every_planned_session_is_in_one_place_and_dropped_ones_in_none(month):
    came(session(1))
    counted(session(2), 12)
    session(3)  # nobody was written down
    session(4, CALLED_OFF)
    session(5, PLANNED)  # never published
    session(28, PLANNED)
    session(29, PUBLISHED)
    session(30, DROPPED)
    told = values(month(the_county()))

    parts = ("held", "no_record", "called_off", "unpublished", "to_come")
    assert [told[name] for name in parts] == [2, 1, 1, 1, 2]
    assert (told["planned"], told["dropped"]) == (sum(told[name] for name in parts), 1)


def test_a_share_names_its_base_and_every_figure_its_definition(month):
    came(session(1))
    session(4, CALLED_OFF)
    told = month(the_county())
    held = next(one for one in told["figures"] if one["name"] == "held")

    assert (held["value"], held["base"], held["base_label"]) == (1, 2, "排了")
    assert (told["period_words"], told["until_words"]) == (
        "2026年3月1日–31日",
        "截至3月20日 12:00",
    )
    assert all(one["definition"] and one["unit"] for one in told["figures"])


def test_visits_and_people_counts_by_eye_and_by_name_are_never_mixed(month):
    aunt, one, other = make.person(), session(1), session(8)
    for where in (one, other):
        came(where, aunt, Capacity.VISIT)
    came(one, capacity=Capacity.VISIT)
    counted(one, 40)
    counted(one, 55)
    counted(other, 30)
    told = values(month(the_county()))

    assert (told["visit_times"], told["visit_persons"], told["headcount"]) == (3, 2, 85)
    assert (told["duty_times"], told["duty_persons"]) == (0, 0)


def test_people_are_counted_once_over_all_estates(month):
    aunt = make.person()
    east, west = make.estate("东小区"), make.estate("西小区")
    for area in (east, west):
        came(session(1, area=area), aunt, Capacity.VISIT)
    told = month(the_county())

    assert [area["values"]["visit_persons"] for area in told["areas"]] == [1, 1]
    assert values(told)["visit_persons"] == 1


def test_somebody_who_was_merged_is_one_person(month):
    stays = make.person()
    old = make.person("陈阿姨", merged_into_id=stays.id)
    for who in (stays, old):
        came(session(1, area=make.estate()), who, Capacity.VISIT)

    assert values(month(the_county()))["visit_persons"] == 1


def test_the_three_columns_of_minutes_stay_apart(month):
    came(session(1), minutes=90, added=30, credited=100)
    came(session(8), minutes=60, added=0, credited=60)
    told = values(month(the_county()))

    assert [told[f"minutes_{name}"] for name in ("actual", "added", "credited")] == [150, 30, 160]


def test_services_are_counted_by_what_came_of_them(month):
    aunt = make.person()
    stall = markets.stall(session(1), StallKind.REPAIR, last=3)
    markets.number(stall, 1, aunt, NumberState.SERVED, outcome="repaired")
    markets.number(stall, 2, aunt, NumberState.SERVED, outcome="repaired")
    markets.number(stall, 3, None, NumberState.NOT_SERVED, outcome="not_repaired")
    told = month(the_county())

    assert [(one["label"], one["value"]) for one in told["outcomes"]] == [
        ("没修好", 1),
        ("修好了", 2),
    ]
    names = ("served_times", "served_persons", "not_served_times")
    assert [values(told)[name] for name in names] == [2, 1, 1]


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
