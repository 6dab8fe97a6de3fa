"""Oneself: shown as one is, changed by oneself only."""

import pytest
from sqlalchemy import select

from schemas.people_words import Role, UnitKind
from server.core.db import db
from server.messages import service as messages
from server.people.models import Person
from tests import make

ME = "/api/people/me"


def test_a_resident_is_shown_with_where_they_live(get):
    estate = make.estate()
    me = get(ME, by=make.person("陈阿姨", estate=estate, phone="13859740001")).json

    assert (me["display_name"], me["phone_masked"]) == ("陈阿姨", "138****0001")
    assert (me["estate"]["name"], me["estate"]["community"]["name"]) == ("幸福小区", "浔北社区")
    assert (me["is_volunteer"], me["volunteer"], me["unread"]) == (False, None, 0)


def test_each_role_adds_a_face_once_and_the_resident_comes_first(get):
    person = make.volunteer()
    property_firm = make.unit(UnitKind.PROPERTY)
    make.grant(person, Role.UNIT_OFFICER, property_firm.area, unit_id=property_firm.id)
    make.grant(person, Role.TEAM_LEADER, make.county())
    me = get(ME, by=person).json

    assert [face["label"] for face in me["faces"]] == ["居民", "志愿者", "联办单位"]
    assert me["is_volunteer"]
    assert {"label": "联办单位经办人", "unit_name": "安居物业"}.items() <= me["roles"][1].items()


def test_what_was_not_read_is_counted(get):
    person = make.person()
    messages.tell(person.id, "有人接单了", "王师傅会和您联系。", reason="test:1")
    db.session.commit()

    assert get(ME, by=person).json["unread"] == 1


def test_it_costs_few_queries_however_many_roles(get, count_queries):
    person = make.volunteer(estate=make.estate())
    for _ in range(4):
        make.grant(person, Role.GRID_WORKER, make.community())
        make.person(merged_into_id=person.id)
    token = make.token(person)
    with count_queries() as asked:
        get(ME, token=token)

    assert len(asked) == 6


def test_one_says_what_to_be_called(post):
    person = make.person("近邻居民")
    me = post(ME, by=person, display_name="  陈\u200b阿姨 ", elder_look=True).json

    assert (me["display_name"], me["elder_look"]) == ("陈阿姨", True)


def test_a_real_name_is_encrypted_and_can_be_taken_back(post):
    person = make.person()
    assert post(ME, by=person, real_name="陈美丽").json["has_real_name"]
    table = Person.__table__
    stored = select(db.cast(db.column("real_name"), db.Text)).select_from(table)

    assert person.real_name == "陈美丽"
    assert "陈" not in db.session.scalar(stored)
    assert not post(ME, by=person, real_name=None).json["has_real_name"]


@pytest.mark.parametrize(
    "form",
    [{"display_name": ""}, {"display_name": "…"}, {"state": "off"}, {"is_demo": True}, {"id": 1}],
)
def test_what_is_not_theirs_to_say_is_refused(post, form):
    assert post(ME, by=make.person(), **form).status_code == 422
