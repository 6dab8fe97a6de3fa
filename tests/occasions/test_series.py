"""Series: made, listed, looked at; and what is refused."""

import pytest

from schemas.people_words import Role
from tests import make
from tests import make_occasions as occasions
from tests.occasions.plans import PLAN, days, made

SERIES = "/api/occasions/series"


@pytest.fixture
def worker(clock):
    return make.staff()


def test_a_new_series_plans_two_months_at_once(post, worker):
    series_id = made(post, worker, make.estate())

    assert days(series_id, "planned") == ["03-18", "04-18"]


@pytest.mark.parametrize(("now", "first"), [("09:00", "03-05"), ("09:01", "03-06")])
def test_a_day_on_which_it_would_have_begun_is_not_planned(post, worker, clock, now, first):
    clock.travel_to(f"2026-03-05 {now}")
    series_id = made(post, worker, make.estate(), rule_kind="daily", numbers=[])

    assert days(series_id)[0] == first


def test_an_estate_may_have_several_of_one_kind(post, get, worker):
    estate = make.estate()
    for _ in range(2):
        made(post, worker, estate)

    assert len(get(SERIES, by=worker, area_id=estate.id).json["items"]) == 2


def test_the_list_goes_on_where_the_page_before_ended(get, worker):
    estate = make.estate()
    ids = [occasions.series(estate).id for _ in range(3)]
    first = get(SERIES, by=worker, limit=2).json
    second = get(SERIES, by=worker, limit=2, cursor=first["next"]).json

    assert [one["id"] for one in first["items"] + second["items"]] == ids[::-1]
    assert second["next"] is None


def test_a_desk_sees_the_series_of_its_own_area(get, worker):
    elsewhere = occasions.series(make.estate(of=make.community("城东社区")))

    assert get(f"{SERIES}/{elsewhere.id}", by=worker).status_code == 404
    assert get(SERIES, by=worker).json["items"] == []


def test_a_series_says_its_rule_and_who_leads_it(post, get, worker):
    lead = make.staff(Role.VOLUNTEER, display_name="王师傅")
    rule = {"rule_kind": "lunar_digit", "numbers": [8, 3, 3]}
    series_id = made(post, worker, make.estate(), lead_id=lead.id, **rule)
    shown = get(f"{SERIES}/{series_id}", by=worker).json

    assert (shown["rule_words"], shown["lead_name"]) == ("农历逢三八", "王师傅")
    assert [action["action"] for action in shown["actions"]] == ["change", "end"]


@pytest.mark.parametrize("role", [None, Role.VIEWER])
def test_who_serves_nobody_there_leads_nothing(post, worker, role):
    other = make.staff(role) if role else make.person()
    answer = post(
        SERIES, by=worker, kind="market", area_id=make.estate().id, lead_id=other.id, **PLAN
    )

    assert answer.status_code == 422
    assert list(answer.json["problems"]) == ["lead_id"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"rule_kind": "weekday", "numbers": [8]}, "numbers"),
        ({"rule_kind": "solar_day", "numbers": []}, "numbers"),
        ({"rule_kind": "daily", "numbers": [1]}, "numbers"),
        ({"valid_to": "2026-03-01"}, "valid_to"),
        ({"ends": "09:00"}, "ends"),
        ({"valid_from": "9999-12-31"}, "valid_from"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_at_its_field(post, worker, wrong, field):
    estate = make.estate()
    answer = post(SERIES, by=worker, kind="market", area_id=estate.id, **PLAN | wrong)

    assert answer.status_code == 422
    assert list(answer.json["problems"]) == [field]


def test_a_year_whose_days_off_nobody_announced_is_marked(post, clock, worker):
    clock.travel_to("2026-11-22")
    rule = {"rule_kind": "lunar_digit", "numbers": [3, 8], "valid_from": "2026-11-22"}
    shown = post(f"{SERIES}/preview", by=worker, **rule).json["items"]

    assert len(shown) == 12
    assert shown[0] == {"on": "2026-11-26", "words": "周四 · 农历十月十八", "provisional": False}
    assert {day["on"][:4] for day in shown if day["provisional"]} == {"2027"}


def test_after_its_end_nothing_is_planned(post, get, clock, worker):
    series_id = made(post, worker, make.estate())
    answer = post(f"{SERIES}/{series_id}/end", by=worker, on="2026-04-01")
    clock.travel_to("2026-05-01")

    assert answer.json["ended_on"] == "2026-04-01"
    assert days(series_id, "planned") == ["03-18"]
    assert get(SERIES, by=worker).json["items"] == []
    assert len(get(SERIES, by=worker, ended="true").json["items"]) == 1
    again = post(f"{SERIES}/{series_id}/change", by=worker, **PLAN)
    assert again.json["code"] == "series_ended"


def test_an_end_that_is_put_off_plans_the_days_between(post, worker):
    series_id = made(post, worker, make.estate())
    post(f"{SERIES}/{series_id}/end", by=worker, on="2026-04-01")
    post(f"{SERIES}/{series_id}/end", by=worker, on="2026-05-01")

    assert days(series_id, "planned") == ["03-18", "04-18"]
