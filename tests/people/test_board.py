"""The board of an area: its notices and numbers, and those of the areas above."""

import pytest

from server.core.db import db
from server.people.places import Area
from tests import make

NOTICE = {"title": "停水通知", "body": "明早八点到十点停水，请提前储水。"}
HOTLINE = {"label": "物业报修", "phone": "0595-23522120", "hours": "全天"}


@pytest.fixture
def staff(community):
    return make.staff(at=community)


@pytest.fixture
def board(get):
    def show(area, by=None):
        answer = get(f"/api/people/areas/{area.id}/board", by=by)
        assert answer.status_code == 200, answer.text
        return answer.json

    return show


def notice(post, area, by, **form):
    return post(f"/api/people/areas/{area.id}/notices", by=by, **NOTICE | form)


def hotline(post, area, by, **form):
    return post(f"/api/people/areas/{area.id}/hotlines", by=by, **HOTLINE | form)


def test_it_names_the_desk_and_the_community(board, community):
    shown = board(make.estate(of=community))

    assert shown["community"]["name"] == "浔北社区"
    assert shown["desk"]["phone"] == "0595-23522110"


def test_a_place_without_a_desk_has_a_board_all_the_same(board):
    shown = board(make.county())

    assert (shown["desk"], shown["community"]) == (None, None)


def test_a_notice_is_read_below_and_not_beside(board, post, community, staff):
    assert notice(post, community, staff).status_code == 201

    assert [n["title"] for n in board(make.estate(of=community))["notices"]] == ["停水通知"]
    assert board(make.community("城东社区"))["notices"] == []


def test_it_is_gone_on_its_day_and_when_it_is_taken_down(clock, board, post, community, staff):
    notice(post, community, staff, title="到七号", until="2026-03-07")
    lasting = notice(post, community, staff, title="长期").json["id"]
    clock.travel_to("2026-03-06 23:59")
    assert [n["title"] for n in board(community)["notices"]] == ["长期", "到七号"]
    clock.travel_to("2026-03-07 00:00")
    assert [n["title"] for n in board(community)["notices"]] == ["长期"]

    post(f"/api/people/notices/{lasting}/end", by=staff)
    assert board(community)["notices"] == []


def test_the_nearest_number_comes_first(board, post, community):
    administrator = make.administrator()
    estate = make.estate(of=community)
    hotline(post, db.session.get(Area, community.parent_id), administrator, label="镇政府")
    hotline(post, make.town(), administrator, label="镇政府")
    hotline(post, community, administrator, label="警务室", position=2)
    hotline(post, community, administrator, label="卫生站", position=1)
    hotline(post, estate, administrator, label="物业")

    assert [h["label"] for h in board(estate)["hotlines"]] == [
        "物业",
        "卫生站",
        "警务室",
        "镇政府",
    ]


def test_a_number_that_is_no_longer_answered_is_removed(board, post, community, staff):
    number = hotline(post, community, staff).json["id"]
    post(f"/api/people/hotlines/{number}/end", by=staff)

    assert board(community)["hotlines"] == []


def test_the_board_says_who_may_post(board, community, staff):
    assert board(community, by=staff)["may_post"]
    assert not board(community, by=make.person())["may_post"]
    assert not board(community)["may_post"]


def test_no_person_is_named(board, post, community, staff):
    notice(post, community, staff)

    assert "小林" not in str(board(community))


def test_it_costs_few_queries(get, post, community, staff, count_queries):
    for n in range(3):
        notice(post, community, staff, title=f"第{n + 1}号")
        hotline(post, community, staff)
    path = f"/api/people/areas/{make.estate(of=community).id}/board"
    with count_queries() as asked:
        get(path)

    assert len(asked) == 5


@pytest.mark.parametrize(
    "form", [{"title": ""}, {"body": " "}, {"until": "soon"}, {"title": "长" * 41}, {"area_id": 1}]
)
def test_a_notice_that_says_nothing_is_refused(post, community, staff, form):
    assert notice(post, community, staff, **form).status_code == 422


@pytest.mark.parametrize("phone", ["", "报警", "1-", "0595 2352"])
def test_a_number_must_be_one(post, community, staff, phone):
    assert hotline(post, community, staff, phone=phone).status_code == 422
