"""积分规则: versions that never reach back, and what they say to people."""

import pytest

from server.core import clock as now
from server.points.service import reserving
from server.points.service.earning_rules import in_words
from tests import make_points

AN_HOUR = "每服务半小时记 1 分"
FORM = {"per_half_hour": 1, "per_ticket": 2}


@pytest.fixture
def make_rule(scheme, keeper, post):
    path = f"/api/points/schemes/{scheme.id}/rules"
    return lambda **form: post(path, by=keeper, **FORM | form)


def test_the_first_may_begin_today(make_rule):
    made = make_rule(valid_from="2026-03-05", day_most=8).json

    assert (made["version"], made["holds"]) == (1, True)
    assert made["words"] == "每服务半小时记 1 分，每办结一个心愿记 2 分，每天最多 8 分"


def test_a_later_one_begins_tomorrow_at_the_earliest(make_rule):
    make_rule(valid_from="2026-03-05")

    answer = make_rule(valid_from="2026-03-05")
    assert answer.json["problems"] == {"valid_from": ["最早从 3 月 6 日起"]}
    assert make_rule(valid_from="2026-03-06").json["version"] == 2


def test_the_first_does_not_reach_back(make_rule):
    assert make_rule(valid_from="2026-03-04").json["problems"] == {
        "valid_from": ["最早从 3 月 5 日起"]
    }


def test_the_list_says_which_holds(make_rule, scheme, lin, get, clock):
    make_rule(valid_from="2026-03-05")
    make_rule(valid_from="2026-03-10", per_half_hour=2)

    def holding():
        rows = get(f"/api/points/schemes/{scheme.id}/rules", by=lin).json["items"]
        return [(row["version"], row["holds"]) for row in rows]

    assert holding() == [(2, False), (1, True)]
    clock.travel_to("2026-03-10 00:01")
    assert holding() == [(2, True), (1, False)]


def test_one_announced_for_later_begins_on_its_day_whatever_is_made_before(
    make_rule, scheme, lin, get, clock
):
    make_rule(valid_from="2026-03-05")
    make_rule(valid_from="2026-04-01", per_half_hour=9)
    make_rule(valid_from="2026-03-06", per_half_hour=2)

    def holding(day):
        clock.travel_to(f"{day} 00:01")
        rows = get(f"/api/points/schemes/{scheme.id}/rules", by=lin).json["items"]
        shown = get(f"/api/points/schemes/{scheme.id}", by=lin).json
        (held,) = [row for row in rows if row["holds"]]
        assert shown["earning_words"] == held["words"]
        assert reserving.rule_on(scheme.id, now.today()).version == held["version"]
        return held["version"], shown["coming"] and shown["coming"]["valid_from"]

    days = ("2026-03-05", "2026-03-06", "2026-04-01")
    assert [holding(day) for day in days] == [(1, "2026-03-06"), (3, "2026-04-01"), (2, None)]


def test_of_two_for_the_same_day_the_later_one_holds(make_rule, scheme, lin, get):
    make_rule(valid_from="2026-03-05")
    make_rule(valid_from="2026-04-01", per_half_hour=9)
    make_rule(valid_from="2026-04-01", per_half_hour=3)

    sheet = get(f"/api/points/schemes/{scheme.id}/sheet").json
    assert sheet["earning_words"] == "每服务半小时记 1 分，每办结一个心愿记 2 分"
    assert sheet["coming"] == {
        "valid_from": "2026-04-01",
        "words": "每服务半小时记 3 分，每办结一个心愿记 2 分",
    }


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"per_half_hour": 0, "per_ticket": 0}, "per_half_hour"),
        ({"day_most": 8, "month_most": 7}, "month_most"),
        ({"festival_times": 4}, "festival_times"),
        ({"day_most": 0}, "day_most"),
    ],
)
def test_a_rule_makes_sense(make_rule, form, field):
    assert list(make_rule(valid_from="2026-03-05", **form).json["problems"]) == [field]


@pytest.mark.parametrize(
    ("known", "subject", "festival", "words"),
    [
        ({}, None, False, "每服务半小时记 1 分，每办结一个心愿记 2 分"),
        ({"day_most": 8}, "sessions", False, "每服务半小时记 1 分，每天最多 8 分"),
        ({"month_most": 60}, "tickets", False, "每办结一个心愿记 2 分，每月最多 60 分"),
        ({"festival_times": 2}, "sessions", True, "每服务半小时记 2 分"),
        ({"festival_times": 3, "per_ticket": 0}, None, False, f"{AN_HOUR}，节庆活动记 3 倍"),
        ({"per_ticket": 0}, "tickets", False, "不记积分"),
    ],
)  # fmt: skip
def test_it_says_so_in_words(scheme, known, subject, festival, words):
    rule = make_points.rule(scheme, **known)

    assert in_words(rule, subject, festival=festival) == words
