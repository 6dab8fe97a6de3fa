"""The month of an area: each figure with its base and its definition, none mixed with another."""

from schemas.market_words import StallKind
from schemas.occasion_words import Capacity
from schemas.occasions import CALLED_OFF, DROPPED, PLANNED, PUBLISHED, NumberState
from tests import make
from tests import make_markets as markets
from tests.reports.sessions import came, counted, session, the_county, values


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
