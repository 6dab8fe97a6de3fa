"""Roles: within one's own subtree, never to oneself, ended and not erased."""

import pytest
from sqlalchemy import select

from schemas.people_words import Role
from server.core.audit import AuditEntry
from server.core.db import db
from server.people.jobs import leave_ended_roles
from server.people.models import RoleGrant
from tests import make

WELCOME = "/api/people/persons/newcomer/grants"


@pytest.fixture
def person(community):
    return make.person(estate=make.estate(of=community))


@pytest.fixture
def grant(post, person, community, administrator):
    def grant(to=person, by=administrator, **form):
        said = {"role": "social_worker", "area_id": community.id, **form}
        return post(f"/api/people/persons/{to.id}/grants", by=by, **said)

    return grant


def test_the_role_holds_at_once(grant, get, person, community):
    assert grant().status_code == 201
    (role,) = get("/api/people/me", by=person).json["roles"]

    assert (role["label"], role["area_id"]) == ("社工", community.id)


def test_it_is_written_down_who_gave_it(grant, administrator, person):
    given = grant().json["id"]
    entry = db.session.scalars(select(AuditEntry)).one()

    assert (entry.action, entry.subject) == ("grant_role", f"role_grants:{given}")
    assert entry.known == {"person_id": person.id, "role": "social_worker"}
    assert db.session.get(RoleGrant, given).granted_by_id == administrator.id


def test_nobody_grants_beyond_their_own_subtree(grant, person):
    for area in (make.town(), make.county(), make.community("城东社区")):
        assert grant(area_id=area.id).status_code == 403


def test_nobody_grants_to_themselves(grant, administrator, community):
    make.grant(administrator, Role.GRID_WORKER, community)

    assert grant(to=administrator, role="auditor").status_code == 403


def test_nobody_grants_to_people_they_do_not_see(grant):
    stranger = make.person(estate=make.estate(of=make.community("城东社区")))

    assert grant(to=stranger).status_code == 404


def test_a_new_colleague_is_found_by_number_and_given_a_role(post, get, community, administrator):
    make.person("近邻居民", estate=False, phone="13859740007")
    found = {"q": "13859740007"}
    (row,) = get("/api/people/persons", by=administrator, **found).json["items"]
    assert get("/api/people/persons", by=make.staff(at=community), **found).json["items"] == []

    role = {"role": "social_worker", "area_id": community.id, "found": row["found"]}
    assert post(WELCOME, by=administrator, **role).status_code == 201
    elsewhere = make.administrator(at=make.community("城东社区"))
    assert get("/api/people/persons", by=elsewhere, **found).json["items"] == []


def test_a_newcomer_gets_no_role_in_a_place_that_is_not_mine(post, get, administrator):
    make.person("近邻居民", estate=False, phone="13859740007")
    (row,) = get("/api/people/persons", by=administrator, q="13859740007").json["items"]
    there = {"role": "social_worker", "area_id": make.community("城东社区").id}

    assert post(WELCOME, by=administrator, found=row["found"], **there).status_code == 403


def test_a_desk_grants_nothing(grant, community):
    assert grant(by=make.staff(at=community)).status_code == 403


def test_an_officer_acts_for_a_unit_of_the_area(grant, community):
    unit = make.unit(at=community)
    assert grant(role="unit_officer", unit_id=unit.id).json["unit_name"] == "安居物业"

    elsewhere = make.unit(at=make.community("城东社区"))
    answer = grant(role="unit_officer", unit_id=elsewhere.id)
    assert answer.json["problems"] == {"unit_id": ["这里没有这个单位"]}


@pytest.mark.parametrize(
    "form",
    [
        {"role": "volunteer"},
        {"role": "unit_officer"},
        {"unit_id": 1},
        {"until": "2020-01-01"},
        {"area_id": 999999},
        {"role": "king"},
    ],
)
def test_what_does_not_go_together_is_refused(grant, form):
    assert grant(**form).status_code == 422


def test_the_same_role_is_given_once(grant):
    grant()

    assert grant().json["code"] == "held_already"


def test_an_ended_role_is_gone_and_on_record(grant, post, get, person, administrator):
    given = grant().json["id"]
    post(f"/api/people/grants/{given}/end", by=administrator)

    assert get("/api/people/me", by=person).json["roles"] == []
    assert db.session.get(RoleGrant, given).until is not None
    assert grant().status_code == 201


def test_nobody_ends_a_role_above_their_own(post, administrator):
    mayor = make.administrator(at=make.county())
    (given,) = mayor.live_grants

    assert post(f"/api/people/grants/{given.id}/end", by=administrator).status_code == 404


def test_nobody_ends_their_own(post, administrator):
    (given,) = administrator.live_grants

    assert post(f"/api/people/grants/{given.id}/end", by=administrator).status_code == 403


def test_a_role_with_a_last_day_ends_by_itself(clock, grant, get, person):
    grant(until="2026-03-08")
    clock.travel_to("2026-03-07 23:59")
    assert len(get("/api/people/me", by=person).json["roles"]) == 1
    clock.travel_to("2026-03-08 00:00")
    assert get("/api/people/me", by=person).json["roles"] == []


def test_a_new_colleague_reads_what_they_are_and_where_the_work_is(grant, get, person):
    grant(until="2026-12-08")
    (told,) = get("/api/messages/", by=person).json["items"]

    assert told["title"] == "您现在是「社工」了"
    for words in ("浔北社区", "12 月 8 日起不再有效", "「您现在用的身份」", "「社区」"):
        assert words in told["words"]


def test_an_officer_reads_for_which_unit(grant, get, person, community):
    unit = make.unit(at=community)
    grant(role="unit_officer", unit_id=unit.id)

    assert unit.name in get("/api/messages/", by=person).json["items"][0]["words"]


def test_whose_role_is_ended_is_told_once(grant, get, post, person, administrator):
    given = grant().json["id"]
    for _ in range(2):
        post(f"/api/people/grants/{given}/end", by=administrator)
    ended, _ = get("/api/messages/", by=person).json["items"]

    assert ended["title"] == "「社工」结束了"
    assert "浔北社区" in ended["words"]


def test_whose_role_runs_out_is_told_that_night(clock, grant, get, person):
    grant(until="2026-12-08")
    clock.travel_to("2026-12-08 00:07")
    leave_ended_roles(timestamp=0)
    ended, _ = get("/api/messages/", by=person).json["items"]

    assert ended["title"] == "「社工」结束了"
