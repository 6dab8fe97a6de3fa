"""三定三有: nothing is published before everything is named."""

import pytest

from schemas.occasions import PLANNED
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions

PATH = "/api/occasions/sessions/{}/publish"


def ready(**without):
    """A session to which nothing is missing, but for what is said."""
    lead = make.staff()
    known = {"state": PLANNED, "lead_id": lead.id} | without.pop("of_the_session", {})
    session = occasions.session(**known)
    if without.get("post", True):
        occasions.post(session)
    if without.get("stall", True):
        markets.stall(session)
    return session


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ({"of_the_session": {"lead_id": None}}, "定人（负责人）"),
        ({"post": False}, "定责（岗位）"),
        ({"of_the_session": {"place": ""}}, "有阵地（地点）"),
        ({"stall": False}, "有载体（摊位或服务车）"),
        ({"of_the_session": {"incentive": ""}}, "有激励（怎么答谢志愿者）"),
    ],
)
def test_each_missing_thing_is_named(post, get, without, words):
    session, worker = ready(**without), make.staff()
    refused = post(PATH.format(session.id), by=worker)

    assert (refused.status_code, refused.json["code"]) == (409, "not_ready")
    assert refused.json["detail"] == f"还缺：{words}"
    assert get(f"/api/occasions/sessions/{session.id}", by=worker).json["missing"] == [words]


def test_all_missing_things_are_named_at_once(post):
    bare = {"lead_id": None, "place": "", "incentive": ""}
    session = ready(of_the_session=bare, post=False, stall=False)
    refused = post(PATH.format(session.id), by=make.staff())

    assert refused.json["detail"].count("、") == 4


def test_with_everything_named_it_is_published(post):
    published = post(PATH.format(ready().id), by=make.staff())

    assert (published.status_code, published.json["state"]) == (200, "published")


def test_a_vehicle_that_comes_on_the_day_is_a_carrier(post):
    session = ready(stall=False)
    markets.visit(markets.vehicle(), session.area, on=session.on)

    assert post(PATH.format(session.id), by=make.staff()).status_code == 200


def test_a_vehicle_that_was_called_off_is_none(post, clock):
    session = ready(stall=False)
    markets.visit(markets.vehicle(), session.area, on=session.on, called_off_at=session.starts_at)

    assert post(PATH.format(session.id), by=make.staff()).status_code == 409


def test_a_list_of_the_desk_says_what_each_lacks_with_one_more_question(get, count_queries):
    worker = make.staff()
    for without in ({"post": False}, {"of_the_session": {"place": ""}}, {}):
        ready(**without)

    with count_queries() as asked:
        rows = get("/api/occasions/sessions", by=worker).json["items"]

    lacking = [row["missing"] for row in rows]
    assert sorted(lacking) == [[], ["定责（岗位）"], ["有阵地（地点）"]]
    gates = [one for one in asked if "FROM posts" in one and "vehicle_visits" in one]
    assert len(gates) == 1
