"""Volunteers: offered by themselves, confirmed once by the desk, welcome in the whole county."""

import pytest
from sqlalchemy import func, select

from schemas.people_words import Role
from server.core.db import db
from server.messages.models import Message
from server.people.models import RoleGrant
from tests import make

VOLUNTEERS = "/api/people/volunteers"


@pytest.fixture
def wang():
    return make.person("王师傅", phone="13859740003")


@pytest.fixture
def applied(post, wang, community):
    def apply(by=wang, **form):
        said = {"area_id": community.id, "skills": ["水电"], "about": "周末有空", **form}
        return post(VOLUNTEERS, by=by, **said)

    return apply


def judge(post, volunteer, verdict, by, **form):
    return post(f"{VOLUNTEERS}/{volunteer}/{verdict}", by=by, **form)


def test_who_offers_waits_for_the_desk(applied, wang, get):
    assert applied().status_code == 201
    me = get("/api/people/me", by=wang).json

    assert (me["volunteer"]["label"], me["is_volunteer"]) == ("待确认", False)


def test_confirmed_they_may_help_anywhere_in_the_county(applied, post, desk, wang, get, community):
    judge(post, applied().json["id"], "confirm", desk)
    me = get("/api/people/me", by=wang).json

    assert me["is_volunteer"]
    assert [role["area_name"] for role in me["roles"]] == ["德化县"]
    assert db.session.scalars(select(Message.title)).all() == ["您已成为志愿者"]


def test_declined_they_read_why_and_may_offer_again(applied, post, desk, wang, get):
    volunteer = applied().json["id"]
    judge(post, volunteer, "decline", desk, reason="请先到社区面谈")
    assert get("/api/people/me", by=wang).json["volunteer"]["reason"] == "请先到社区面谈"
    assert "请先到社区面谈" in db.session.scalars(select(Message.words)).one()

    again = applied(skills=["理发"]).json
    assert (again["id"], again["state"], again["reason"]) == (volunteer, "applied", None)
    judge(post, volunteer, "confirm", desk)
    assert get("/api/people/me", by=wang).json["is_volunteer"]


def test_one_offer_is_enough(applied):
    applied()
    again = applied()

    assert (again.status_code, again.json["code"]) == (409, "applied_already")


def test_confirmed_twice_is_one_role(applied, post, desk):
    volunteer = applied().json["id"]
    judge(post, volunteer, "confirm", desk)

    assert judge(post, volunteer, "confirm", desk).json["code"] == "illegal_move"
    role = RoleGrant.role == Role.VOLUNTEER
    assert db.session.scalar(select(func.count()).where(role)) == 1


def test_whoever_merged_meanwhile_gets_the_role_at_the_account_that_remains(
    applied, post, desk, wang, get
):
    volunteer = applied().json["id"]
    keeper = make.person("王师傅", estate=wang.estate)
    wang.merged_into_id = keeper.id
    db.session.commit()
    judge(post, volunteer, "confirm", desk)
    assert get("/api/people/me", by=keeper).json["is_volunteer"]

    undone = post(f"/api/people/persons/{wang.id}/unmerge", by=make.administrator())
    assert undone.status_code == 200
    assert get("/api/people/me", by=wang).json["is_volunteer"]
    assert not get("/api/people/me", by=keeper).json["is_volunteer"]


def test_nobody_confirms_themselves(applied, post, desk):
    assert judge(post, applied(by=desk).json["id"], "confirm", desk).status_code == 403


def test_another_desk_does_not_see_it(applied, post):
    elsewhere = make.staff(at=make.community("城东社区"))

    assert judge(post, applied().json["id"], "confirm", elsewhere).status_code == 404


def test_the_desk_sees_its_own_by_state(applied, get, post, desk):
    waiting = applied().json["id"]
    other = applied(by=make.person("李姐")).json["id"]
    judge(post, other, "confirm", desk)
    listed = get(VOLUNTEERS, by=desk, state="applied").json["items"]

    assert [row["id"] for row in listed] == [waiting]
    assert listed[0]["phone_masked"] == "138****0003"
    assert [b["label"] for b in listed[0]["actions"]] == ["确认", "不通过"]
    assert len(get(VOLUNTEERS, by=desk).json["items"]) == 2


def test_a_list_costs_the_same_for_one_and_for_many(applied, get, desk, count_queries):
    token = make.token(desk)

    def cost():
        db.session.expire_all()
        with count_queries() as asked:
            get(VOLUNTEERS, token=token)
        return len(asked)

    applied()
    one = cost()
    for _ in range(3):
        applied(by=make.person())

    assert cost() == one == 2


def test_pages_follow_each_other(applied, get, desk):
    for _ in range(3):
        applied(by=make.person())
    first = get(VOLUNTEERS, by=desk, limit=2).json
    rest = get(VOLUNTEERS, by=desk, limit=2, cursor=first["next"]).json

    assert len({row["id"] for row in first["items"] + rest["items"]}) == 3
    assert rest["next"] is None


@pytest.mark.parametrize(
    "form",
    [{"area_id": 999999}, {"skills": ["x"] * 13}, {"skills": "水电"}, {"state": "confirmed"}],
)
def test_what_cannot_be_is_refused(applied, form):
    assert applied(**form).status_code == 422
