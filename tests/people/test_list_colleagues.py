"""Who serves in an area: listed for whoever administers it, without a name to begin with."""

import pytest

from schemas.people_words import PersonState, Role
from server.core import clock
from server.core.db import db
from tests import make

COLLEAGUES = "/api/people/persons/colleagues"


@pytest.fixture
def listed(get):
    def listed(by, **query):
        answer = get(COLLEAGUES, by=by, **query)
        assert answer.status_code == 200, answer.text
        return answer.json

    return listed


def ids(page):
    return [row["id"] for row in page["items"]]


def test_they_are_listed_with_what_they_do(listed, community, desk, administrator):
    officer = make.officer(make.unit(at=community))
    known = {row["id"]: row["offices"] for row in listed(administrator)["items"]}

    assert known == {
        desk.id: ["社工 · 浔北社区"],
        administrator.id: ["管理员 · 浔北社区"],
        officer.id: ["联办单位经办人 · 安居物业"],
    }


def test_neighbours_and_volunteers_are_not_among_them(listed, estate, administrator):
    make.person(estate=estate)
    make.volunteer(estate=estate)

    assert ids(listed(administrator)) == [administrator.id]


def test_neither_are_those_of_other_areas_nor_of_those_above(listed, estate, administrator):
    make.staff(at=make.community("城东社区"))
    mayor = make.administrator()
    mayor.estate_id = estate.id
    db.session.commit()

    assert ids(listed(administrator)) == [administrator.id]
    assert len(ids(listed(mayor))) == 3


def test_whose_office_ended_is_not(listed, desk, administrator):
    desk.live_grants[0].until = clock.today()
    db.session.commit()

    assert ids(listed(administrator)) == [administrator.id]


def test_who_is_switched_off_is_listed_as_that(listed, desk, administrator):
    desk.state = PersonState.OFF
    db.session.commit()
    (row,) = [row for row in listed(administrator)["items"] if row["id"] == desk.id]

    assert row["label"] == "已停用"


def test_one_page_follows_the_other(listed, community, desk, administrator):
    first = listed(administrator, limit=1)
    second = listed(administrator, limit=1, cursor=first["next"])

    assert sorted(ids(first) + ids(second)) == sorted((desk.id, administrator.id))
    assert second["next"] is None


def test_the_list_costs_the_same_for_one_and_for_many(get, community, administrator, count_queries):
    token = make.token(administrator)

    def cost():
        with count_queries() as asked:
            get(COLLEAGUES, token=token)
        return len(asked)

    one = cost()
    for number in range(3):
        make.grant(make.staff(at=community), Role.VIEWER, make.community(f"社区{number}"))

    assert cost() == one == 3
