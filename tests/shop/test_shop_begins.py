"""A shop is prepared, opens, pauses: who sees it, and whose buttons these are."""

import pytest

from server.core.db import db
from server.shop.models import Shop
from tests import make, make_points
from tests import make_shop as shop

FORM = {
    "kind": "station",
    "name": "幸福驿站",
    "place": "小区门口",
    "hours": "每天 9:00–17:00",
    "phone": "0595-23522110",
}


@pytest.fixture
def area(clock):
    return make.community()


@pytest.fixture
def new(post, area):
    make_points.scheme(area)
    told = post(f"{shop.API}/shops", by=make.staff(at=area), area_id=area.id, **FORM).json
    return db.session.get_one(Shop, told["id"])


def test_a_new_shop_is_seen_by_those_who_prepare_it_alone(get, new, area):
    neighbour = make.person(estate=make.estate(of=area))

    assert get(f"{shop.API}/shops", by=neighbour, area_id=area.id).json["items"] == []
    assert get(f"{shop.API}/shops/{new.id}").status_code == 404
    (told,) = get(f"{shop.API}/shops", by=make.staff(at=area), area_id=area.id).json["items"]
    assert told["state_label"] == "筹备中"
    assert {"action": "launch", "label": "开张"} in told["actions"]


def test_it_opens_when_there_is_a_keeper_and_something_to_be_had(post, get, new, area, refused):
    desk = make.staff(at=area)

    said = refused(post(shop.path(new, "launch"), by=desk), "not_ready")
    assert "还没有店员、货架上还没有东西" in said
    shop.keeper(new)
    assert "店员" not in refused(post(shop.path(new, "launch"), by=desk), "not_ready")
    shop.goods(new)

    assert post(shop.path(new, "launch"), by=desk).json["state_label"] == "可以兑换"
    assert get(f"{shop.API}/shops/{new.id}").status_code == 200


def test_nothing_is_ordered_before_it_opens(post, new, refused):
    rice, aunt = shop.goods(new), shop.buyer(new)

    answer = post(shop.path(rice, "order"), by=aunt, count=1, price=rice.price)
    assert "还在筹备" in refused(answer, "shop_paused")


def test_redeeming_by_name_is_offered_at_the_desk_and_not_to_the_keeper(get, store, keeper):
    def offered(by):
        actions = get(f"{shop.API}/shops/{store.id}", by=by).json["actions"]
        return "redeem_by_name" in [one["action"] for one in actions]

    assert [offered(make.staff()), offered(keeper), offered(make.person())] == [True, False, False]


def test_whoever_paused_resumes(post, get, store, keeper):
    told = post(shop.path(store, "pause"), by=keeper).json

    assert [one["action"] for one in told["actions"]] == ["open"]
    assert post(shop.path(store, "open"), by=keeper).json["state"] == "open"


def test_a_closed_one_does_not_open_again(post, store, keeper):
    post(shop.path(store, "close"), by=make.staff())

    assert post(shop.path(store, "open"), by=keeper).status_code in (403, 404, 409)
