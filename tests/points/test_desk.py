"""What the desk asks first: which pools there are, how a rule will read, what waits for it."""

import pytest

from schemas.people_words import Role
from server.core import clock
from server.core.db import db
from tests import make, make_points

RULE = {"valid_from": "2099-01-01", "per_half_hour": 2, "per_ticket": 3, "day_most": 8}


@pytest.fixture
def pools_of(get, keeper):
    def ask(area):
        return get(f"/api/points/pools?area_id={area.id}", by=keeper).json["items"]

    return ask


def test_an_estate_pays_out_of_the_pools_above_it(scheme, pool, pools_of):
    (one,) = pools_of(make.estate(of=scheme.area))

    told = one["name"], one["there"], one["scheme_name"], one["words"], one["festival_times"]
    assert told == ("社区经费池", 100, scheme.name, "每服务半小时记 1 分", 1)


def test_the_nearest_stand_first_and_closed_ones_not_at_all(scheme, pool, pools_of):
    estate = make.estate(of=scheme.area)
    make_points.pool(make_points.scheme(estate), 0, "小区池")
    closed = make_points.pool(scheme, 0, "旧池")
    closed.closed_on = clock.today()
    db.session.commit()

    assert [one["name"] for one in pools_of(estate)] == ["小区池", "社区经费池"]


def test_without_a_rule_it_says_none(scheme, pools_of):
    make_points.pool(scheme, 0)

    assert [one["words"] for one in pools_of(scheme.area)] == [None]


def test_pools_of_strangers_are_not_shown(pools_of):
    other = make.community("浔中社区")
    make_points.pool(make_points.scheme(other), 50)

    assert pools_of(other) == []


def test_pools_cost_the_same_for_twenty(scheme, get, keeper, count_queries):
    def ask():
        with count_queries() as statements:
            assert get(path, token=token).status_code == 200
        return len(statements)

    path, token = f"/api/points/pools?area_id={scheme.area_id}", make.token(keeper)
    make_points.pool(scheme, 0, "池 0")
    one = ask()
    for n in range(1, 20):
        make_points.pool(scheme, 0, f"池 {n}")
    assert ask() == one


def test_a_rule_is_read_before_it_is_saved(scheme, keeper, post, get):
    told = post("/api/points/rules/preview", by=keeper, **RULE, festival_times=2).json["words"]

    assert told == "每服务半小时记 2 分，每办结一个心愿记 3 分，节庆活动记 2 倍，每天最多 8 分"
    rules = get(f"/api/points/schemes/{scheme.id}/rules", by=keeper).json["items"]
    assert rules == []


def test_what_waits_is_counted_for_whoever_may_agree(pool, lin, keeper, colleague, get):
    make_points.asked(pool, lin, 5, by=keeper)
    make_points.asked(pool, lin, 3)
    make_points.asked(pool, colleague, 2)

    def waits(who):
        return get("/api/points/waiting", by=who).json["grants"]

    assert (waits(keeper), waits(colleague)) == (2, 2)
    assert waits(make.staff(Role.COMMUNITY_STAFF, at=make.community("浔中社区"))) == 0
