"""Where somebody lives is what they say; what staff confirm is marked."""

import pytest
from sqlalchemy import func, select

from server.core.db import db
from server.people.models import Residency
from server.people.places import Home
from tests import make

JOIN = "/api/people/me/estate"
DOOR = {"building": "5", "entrance": "1", "room": "302"}


@pytest.fixture
def chen():
    return make.person(estate=False)


def count(kind):
    return db.session.scalar(select(func.count()).select_from(kind))


def test_naming_an_estate_is_enough(post, chen):
    estate = make.estate()
    me = post(JOIN, by=chen, estate_id=estate.id).json

    assert me["estate"]["id"] == estate.id
    (residency,) = me["residencies"]
    assert (residency["home"], residency["is_confirmed"]) == (None, False)


def test_a_door_may_be_added_later(post, chen):
    estate = make.estate()
    post(JOIN, by=chen, estate_id=estate.id)
    me = post(JOIN, by=chen, estate_id=estate.id, relation="tenant", **DOOR).json

    (residency,) = me["residencies"]
    assert (residency["home"], residency["relation_label"]) == ("5栋 1单元 302", "租户")


def test_neighbours_behind_one_door_share_it(post, chen):
    estate = make.estate()
    for person in (chen, make.person(estate=False)):
        post(JOIN, by=person, estate_id=estate.id, **DOOR)

    assert (count(Home), count(Residency)) == (1, 2)


def test_who_moves_keeps_the_old_home_until_they_leave_it(post, chen):
    old, new = make.estate(), make.estate("城东小区")
    post(JOIN, by=chen, estate_id=old.id)
    me = post(JOIN, by=chen, estate_id=new.id).json
    assert (me["estate"]["name"], len(me["residencies"])) == ("城东小区", 2)

    first = me["residencies"][0]["id"]
    post(f"/api/people/residencies/{first}/leave", by=chen)
    again = post("/api/people/me", by=chen).json
    assert [r["estate_id"] for r in again["residencies"]] == [new.id]


@pytest.mark.parametrize(
    "form",
    [{}, {"estate_id": 2**31}, {"estate_id": 999999}, {"room": "302"}, {"relation": "guest"}],
)
def test_what_cannot_be_is_refused(post, chen, form):
    estate = {"estate_id": make.estate().id} if "room" in form or "relation" in form else {}

    assert post(JOIN, by=chen, **estate, **form).status_code == 422


def test_a_town_is_no_estate(post, chen):
    answer = post(JOIN, by=chen, estate_id=make.town().id)

    assert answer.json["problems"] == {"estate_id": ["请选择一个小区"]}


def confirm(post, residency, by):
    return post(f"/api/people/residencies/{residency}/confirm", by=by)


def test_the_desk_confirms(post, chen):
    estate = make.estate()
    me = post(JOIN, by=chen, estate_id=estate.id).json
    staff = make.staff()
    residency = me["residencies"][0]["id"]

    assert confirm(post, residency, staff).json["is_confirmed"]
    assert db.session.get(Residency, residency).confirmed_by_id == staff.id


def test_nobody_confirms_their_own(post):
    staff = make.staff()
    me = post(JOIN, by=staff, estate_id=make.estate().id).json

    assert confirm(post, me["residencies"][0]["id"], staff).status_code == 403


def test_another_community_does_not_even_see_it(post, chen):
    me = post(JOIN, by=chen, estate_id=make.estate().id).json
    elsewhere = make.staff(at=make.community("城东社区"))

    assert confirm(post, me["residencies"][0]["id"], elsewhere).status_code == 404
