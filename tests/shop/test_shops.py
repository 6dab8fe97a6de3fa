"""Shops: opened under the nearest scheme, kept by whoever is named, closed when nothing waits."""

import pytest

from schemas.people_words import Role
from server.core import clock as the_clock
from server.core.db import db
from server.people.models import RoleGrant
from server.points import names
from tests import make, make_points
from tests import make_shop as shop
from tests.files.pictures import colours, jpeg

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


def test_a_shop_belongs_to_the_nearest_scheme_above_it(post, area):
    make_points.scheme(db.session.get(type(area), area.parent_id))
    near = make_points.scheme(area)
    home = make.estate(of=area)

    told = post(f"{shop.API}/shops", by=make.staff(at=area), area_id=home.id, **FORM).json

    assert (told["scheme_id"], told["kind_label"], told["honours"]) == (near.id, "驿站", 0)
    assert shop.balance(near.id, names.shop(told["id"])) == 0


def test_without_a_scheme_there_is_no_shop(post, area, refused):
    refused(post(f"{shop.API}/shops", by=make.staff(at=area), area_id=area.id, **FORM), "no_scheme")


def test_nobody_opens_a_shop_elsewhere(post, area):
    other = make.community("城东社区")

    answer = post(f"{shop.API}/shops", by=make.staff(at=area), area_id=other.id, **FORM)
    assert answer.status_code == 403


def test_shops_are_found_around_an_area(get, store):
    far = shop.open_(make.community("城东社区"))
    home = make.estate(of=store.area)

    found = get(f"{shop.API}/shops", area_id=home.id).json["items"]
    assert [item["id"] for item in found] == [store.id]
    assert far.id not in [item["id"] for item in found]


def test_a_shop_says_how_many_points_its_shelf_can_honour(get, store, rice):
    shop.goods(store, stock=3, price=10, name="食用油")
    shop.goods(store, stock=9, price=10, name="盐", on_shelf=False)

    told = get(f"{shop.API}/shops/{store.id}").json
    assert (told["honours"], told["kinds_count"]) == (280, 2)


def test_a_new_keeper_gets_the_role_and_loses_it_with_the_shop(post, get, store):
    chief, clerk = make.administrator(), make.person("小吴")

    told = post(shop.path(store, "keepers"), by=chief, person_id=clerk.id).json
    mine = get(f"{shop.API}/shops/mine", by=clerk).json["items"]
    assert [item["id"] for item in mine] == [store.id]

    post(f"{shop.API}/keepers/{told['id']}/end", by=chief)
    assert get(f"{shop.API}/shops/mine", by=clerk).json["items"] == []
    grant = db.session.query(RoleGrant).filter_by(person_id=clerk.id).one()
    assert (grant.role, grant.until) == (Role.SHOP_KEEPER, the_clock.today())


def test_the_role_stays_while_another_shop_there_needs_it(post, store):
    chief, clerk = make.administrator(), make.person("小吴")
    other = shop.open_(store.area, name="爱心商家")
    first = post(shop.path(store, "keepers"), by=chief, person_id=clerk.id).json
    second = post(shop.path(other, "keepers"), by=chief, person_id=clerk.id).json
    assert db.session.query(RoleGrant).filter_by(person_id=clerk.id).count() == 1

    post(f"{shop.API}/keepers/{first['id']}/end", by=chief)
    assert db.session.query(RoleGrant).filter_by(person_id=clerk.id).one().until is None
    post(f"{shop.API}/keepers/{second['id']}/end", by=chief)
    assert db.session.query(RoleGrant).filter_by(person_id=clerk.id).one().until


def test_who_loses_the_role_stands_at_no_counter(post, get, store):
    chief, clerk = make.administrator(), make.person("小吴")
    post(shop.path(store, "keepers"), by=chief, person_id=clerk.id)
    grant = db.session.query(RoleGrant).filter_by(person_id=clerk.id).one()

    assert post(f"/api/people/grants/{grant.id}/end", by=chief).status_code == 200

    assert get(shop.path(store, "keepers"), by=chief).json["items"] == []
    assert get(shop.path(store, "counter"), by=clerk).status_code == 403


def test_nobody_is_keeper_twice(post, store, refused):
    chief, clerk = make.administrator(), make.person("小吴")
    post(shop.path(store, "keepers"), by=chief, person_id=clerk.id)

    refused(post(shop.path(store, "keepers"), by=chief, person_id=clerk.id), "keeps_already")


def test_only_administrators_give_the_role(post, store):
    clerk = make.person("小吴")

    assert post(shop.path(store, "keepers"), by=make.staff(), person_id=clerk.id).status_code == 403


def test_a_shop_is_not_closed_on_somebody_who_ordered(post, store, placed, refused):
    desk = make.staff()

    assert "1 份" in refused(post(shop.path(store, "close"), by=desk), "still_waited")


def test_a_closed_shop_is_read_by_the_desk_only(post, get, store, keeper):
    desk = make.staff()
    assert post(shop.path(store, "close"), by=desk).json["state"] == "closed"

    assert get(f"{shop.API}/shops/{store.id}").status_code == 404
    assert get(f"{shop.API}/shops/{store.id}", by=desk).status_code == 200
    assert get(shop.path(store, "counter"), by=keeper).status_code in {403, 404}


def test_a_paused_shop_goes_on(post, store, keeper):
    assert post(shop.path(store, "pause"), by=keeper).json["state_label"] == "暂停兑换"
    assert post(shop.path(store, "open"), by=make.staff()).json["state"] == "open"


# ---- the shelf


def test_new_goods_lie_there_with_nothing_in_stock(post, get, store):
    desk = make.staff()
    photo = post("/api/files/", by=desk, kind="picture", file=("a.jpg", jpeg(colours(8, 8)))).json
    form = {"kind": "goods", "name": "洗衣液", "price": 8, "photo_id": photo["id"]}

    told = post(shop.path(store, "goods"), by=desk, **form).json
    assert (told["stock"], told["left_words"]) == (0, "换完了")
    assert told["thumb_url"].startswith("/files/")


def test_a_photo_of_somebody_else_hangs_nowhere(post, store):
    sent = post(
        "/api/files/", by=make.person(), kind="picture", file=("a.jpg", jpeg(colours(8, 8)))
    ).json
    form = {"kind": "goods", "name": "洗衣液", "price": 8, "photo_id": sent["id"]}

    assert post(shop.path(store, "goods"), by=make.staff(), **form).status_code == 422


def test_a_new_price_is_a_new_version_and_who_ordered_keeps_theirs(post, rice, placed):
    told = post(shop.path(rice, "change"), by=make.staff(), name="大米", price=9).json

    assert (told["price"], told["version"]) == (9, 2)
    assert (placed.price, placed.points) == (5, 10)


def test_half_a_limit_is_none(post, store):
    form = {"kind": "goods", "name": "洗衣液", "price": 8, "limit_count": 1}

    assert post(shop.path(store, "goods"), by=make.staff(), **form).status_code == 422


def test_what_is_off_the_shelf_is_read_by_whoever_works_there(post, get, store, rice, keeper):
    post(shop.path(rice, "shelve"), by=keeper, on_shelf=False)

    path = shop.path(store, "goods")
    assert get(path, view="all").json["items"] == []
    assert [item["id"] for item in get(path, by=keeper, view="all").json["items"]] == [rice.id]


def test_only_who_may_name_keepers_is_offered_it(get, store):
    def offered(by):
        told = get(f"{shop.API}/shops/{store.id}", by=by).json
        return "appoint" in [one["action"] for one in told["actions"]]

    assert offered(make.staff(Role.ADMINISTRATOR, at=store.area))
    assert not offered(make.staff(at=store.area))
