"""Who runs a shop and may not give roles: told whom to ask, and asks at a tap."""

import pytest
from sqlalchemy import select

from schemas.people_words import Role
from server.core.db import db
from server.messages.models import Message
from server.people.places import Area
from tests import make
from tests import make_shop as shop


@pytest.fixture
def worker(store):
    return make.staff(Role.COMMUNITY_STAFF, at=store.area, display_name="陈丽萍")


@pytest.fixture
def chief(store):
    return make.staff(
        Role.ADMINISTRATOR, at=db.session.get(Area, store.area.parent_id), display_name="郑文彬"
    )


@pytest.fixture
def clerk(store):
    return make.person("尤姐", estate=make.estate(of=store.area))


def test_the_shop_says_by_name_who_appoints_and_who_runs_it(get, store, worker, chief):
    told = get(shop.path(store, "keepers"), by=worker).json

    assert (told["appointed_by"], told["managed_by"]) == (
        "郑文彬（管理员）",
        "陈丽萍（社区工作者）",
    )
    assert told["actions"] == [{"action": "ask_for_keeper", "label": "请管理员加店员"}]
    assert get(shop.path(store, "keepers"), by=chief).json["actions"] == []


def test_the_administrator_is_told_once_and_led_to_the_shop(post, store, worker, chief, clerk):
    for _ in range(2):
        told = post(shop.path(store, "ask_for_keeper"), by=worker, person_id=clerk.id)
        assert told.json["words"] == "已经告诉郑文彬（管理员）"

    (message,) = db.session.scalars(select(Message).where(Message.person_id == chief.id))
    assert "陈丽萍请您让尤姐当" in message.words
    assert message.link == {"kind": "shop", "id": store.id}


def test_without_an_administrator_it_says_so(post, store, worker, clerk, refused):
    answer = post(shop.path(store, "ask_for_keeper"), by=worker, person_id=clerk.id)
    refused(answer, "nobody_appoints")
