"""A new deployment can be entered, and by nobody else than its administrator."""

import pytest

from schemas.people_words import Level
from server import founding
from server.core.db import db
from server.people.tree import desk_of


@pytest.fixture
def county(app):
    return founding.found_area("德化县", Level.COUNTY, under=None, desk_phone="0595-23520000")


def test_the_first_administrator_signs_in_with_the_printed_password(post, county):
    password = founding.found_administrator("admin")
    db.session.commit()

    answer = post("/api/people/sign_in/password", key=None, name="admin", password=password)

    assert answer.status_code == 200
    assert [role["role"] for role in answer.json["me"]["roles"]] == ["administrator"]
    assert answer.json["me"]["must_change_password"]


def test_a_place_lies_below_the_one_it_names(county):
    town = founding.found_area("龙浔镇", Level.TOWN, under=county.code, desk_phone=None)

    assert town.path == f"{county.path}{town.id}/"


def test_a_place_below_nowhere_is_refused(county):
    with pytest.raises(founding.NoSuchArea):
        founding.found_area("龙浔镇", Level.TOWN, under="NONE", desk_phone=None)


def test_a_place_with_a_number_has_a_desk(county):
    place = founding.found_area("庠柄社区", Level.COMMUNITY, under=county.code, desk_phone="0595-1")

    assert desk_of(place).name == "庠柄社区服务台"


def test_the_highest_place_needs_somebody_who_receives_complaints():
    with pytest.raises(founding.DeskNeeded):
        founding.found_area("德化县", Level.COUNTY, under=None, desk_phone=None)
