"""A sign-in name and a first password come from the administrator, and reach no higher."""

import pytest
from sqlalchemy import select

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
    assert set_name(password="xiaolin-2026-A").status_code == 422
