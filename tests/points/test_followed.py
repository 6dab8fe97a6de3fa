"""得分记录: what one thing earned, when it arrives, and why it is less."""

from datetime import date

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.points.earning import EarningRule
from server.points.service import awards, maturing
from tests import make, make_points

PATH = "/api/points/awards"


@pytest.fixture
def earn(scheme, pool, lin):
    def earn(units, subject=1, by=lin, source=pool, **known):
        make_points.promised(source, subject, units=min(units, 10))
        awards.award(scheme.id, make_points.served(by, units, subject, **known))
        db.session.commit()

    return earn


def shown(get, by, **query) -> list[dict]:
    return get(PATH, by=by, **query).json["items"]


def test_it_says_until_when_it_is_announced(earn, lin, get):
    earn(4, until=date(2026, 3, 10))

    (row,) = shown(get, lin)
    assert (row["due"], row["granted"], row["pending"], row["paid"]) == (4, 4, 4, 0)
    assert (row["matures_on"], row["less_words"]) == ("2026-03-10", None)
    assert row["arrives_on"] == "2026-03-11"


def test_the_purse_says_what_arrives_first_of_all_that_is_announced(earn, lin, get):
    earn(4, until=date(2026, 3, 10))
    earn(2, subject=2, until=date(2026, 3, 12))
    earn(3, subject=3)

    (purse,) = get("/api/points/purses", by=lin).json["items"]
    assert purse["pending"] == 9 == sum(row["pending"] for row in shown(get, lin, pending="true"))
    assert purse["arriving"] == {"on": "2026-03-11", "amount": 4}


def test_of_what_nobody_knows_the_day_none_is_said(earn, lin, get):
    earn(3)

    (purse,) = get("/api/points/purses", by=lin).json["items"]
    assert (purse["pending"], purse["arriving"]) == (3, None)


def test_pending_ones_leave_the_list_when_they_arrive(earn, scheme, lin, get, clock):
    earn(4, until=date(2026, 3, 10))
    earn(2, subject=2)
    clock.travel_to("2026-03-11 01:07")
    maturing.mature(scheme.id, (lin.id,))
    db.session.commit()

    assert [row["link_id"] for row in shown(get, lin, pending="true")] == [2]
    assert [row["link_id"] for row in shown(get, lin)] == [2, 1]


def test_a_cap_is_named(earn, lin, get):
    db.session.query(EarningRule).update({"day_most": 6})
    earn(8)

    (row,) = shown(get, lin)
    assert (row["due"], row["granted"], row["less_words"]) == (8, 6, "当天已到上限")
    assert row["rule_words"] == "每服务半小时记 1 分，每天最多 6 分"


def test_officials_read_why_they_earn_none(earn, scheme, get):
    clerk = make.staff(Role.SOCIAL_WORKER, at=scheme.area)
    earn(4, by=clerk, path=scheme.area.path)

    (row,) = shown(get, clerk)
    assert (row["granted"], row["less_words"]) == (0, "工作人员履职不记积分")


def test_an_empty_pool_is_named(earn, scheme, lin, get):
    earn(12, source=make_points.pool(scheme, 10, "小池"))

    (row,) = shown(get, lin, pending="true")
    assert (row["pending"], row["waiting"]) == (10, 2)
    assert row["less_words"] == "积分池里暂时不够，注入后补发"


def test_pages_go_on_where_they_ended(earn, lin, get):
    for subject in (1, 2, 3):
        earn(2, subject=subject, on=date(2026, 3, subject))

    first = get(PATH, by=lin, limit=2).json
    rest = get(PATH, by=lin, limit=2, cursor=first["next"]).json
    assert [row["link_id"] for row in first["items"] + rest["items"]] == [3, 2, 1]
    assert rest["next"] is None


def test_nobody_lists_what_others_earned(earn, get):
    earn(4)

    assert shown(get, make.person("陈阿姨")) == []
