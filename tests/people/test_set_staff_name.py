"""A sign-in name and a first password come from the administrator, and reach no higher."""

import pytest
from sqlalchemy import select

from server.core import clock
from server.core.audit import AuditEntry
from server.core.db import db
from tests import make

PASSWORD = "Xunbei-2026"


@pytest.fixture
def lin(community):
    return make.staff(at=community)


@pytest.fixture
def set_name(post, administrator, lin):
    def set_name(person=lin, by=administrator, name="xiaolin", password=PASSWORD):
        path = f"/api/people/persons/{person.id}/staff_name"
        return post(path, by=by, name=name, password=password)

    return set_name


@pytest.fixture
def sign_in(post, clock):
    return lambda name="xiaolin", password=PASSWORD: post(
        "/api/people/sign_in/password", name=name, password=password
    )


def test_with_it_they_sign_in(sign_in, set_name, lin):
    assert set_name().json["signs_in_by"] == ["password"]
    assert sign_in().json["me"]["id"] == lin.id
    assert db.session.scalars(select(AuditEntry.action)).all() == ["set_staff_name"]


def test_a_forgotten_password_is_set_anew(sign_in, set_name):
    set_name()
    set_name(password="Another-2026")

    assert sign_in().status_code == 409
    assert sign_in(password="Another-2026").json["me"]["must_change_password"]


def test_a_new_password_needs_no_name_again(sign_in, set_name, post, administrator, lin, get):
    set_name()
    path = f"/api/people/persons/{lin.id}"
    assert get(path, by=administrator).json["staff_name"] == "xiaolin"
    post(f"{path}/staff_name", by=administrator, password="Another-2026")

    assert sign_in(password="Another-2026").status_code == 200


def test_a_first_password_needs_a_name(post, administrator, lin):
    path = f"/api/people/persons/{lin.id}/staff_name"
    answer = post(path, by=administrator, password=PASSWORD)

    assert answer.json["problems"] == {"name": ["请填写登录名"]}


def test_its_owner_is_told_each_time(set_name, get, lin, administrator):
    set_name()
    set_name()
    told = get("/api/messages/", by=lin).json["items"]

    assert len(told) == 2
    assert administrator.display_name in told[0]["words"]
    assert PASSWORD not in str(told)


def test_nobody_gets_into_the_account_of_a_resident(set_name, estate, community):
    neighbour, volunteer = make.person(estate=estate), make.volunteer(estate=estate)
    former = make.staff(at=community)
    former.live_grants[0].until = clock.today()
    former.estate_id = estate.id
    db.session.commit()

    for person in (neighbour, volunteer, former):
        assert set_name(person=person).status_code == 403


def test_a_new_name_takes_the_place_of_the_old(sign_in, set_name):
    set_name()
    set_name(name="lin.zhong")

    assert sign_in().status_code == 409
    assert sign_in("lin.zhong").status_code == 200


def test_a_name_belongs_to_one(set_name, community):
    set_name()
    answer = set_name(person=make.staff(at=community))

    assert (answer.status_code, answer.json["code"]) == (409, "name_taken")


def test_a_community_cannot_take_over_an_account_of_the_county(set_name, community):
    mayor = make.administrator(at=make.county())
    mayor.estate_id = make.estate(of=community).id
    db.session.commit()

    assert set_name(person=mayor).status_code == 403


def test_a_weak_one_is_refused(set_name):
    answer = set_name(password="xiaolin-2026-A")

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["password"])
