"""进货, 盘点, 报损: each change is a row, and their sum is what there is."""

import pytest
from sqlalchemy.exc import IntegrityError

from schemas.people_words import Role
from server.core.db import db
from server.shop.models import Supplier
from tests import make, make_points
from tests import make_shop as shop


@pytest.fixture
def do(post, rice, keeper):
    def do(step, by=None, of=None, **form):
        return post(shop.path(of or rice, step), by=by or keeper, **form)

    return do


def test_what_comes_in_is_there(do, store, rice, get, keeper):
    theirs = shop.supplier(store)
    told = do("intake", count=30, supplier_id=theirs.id, cost_fen=45000).json
    assert told["stock"] == 80

    (move, _) = get(shop.path(rice, "stock_moves"), by=keeper).json["items"]
    assert (move["change"], move["kind_label"]) == (30, "进货")
    assert (move["supplier_name"], move["cost_fen"]) == ("惠民粮油", 45000)


def test_a_supplier_of_another_scheme_brings_nothing(do):
    other = shop.supplier(shop.open_(make.community("城东社区")))

    assert do("intake", count=1, supplier_id=other.id).status_code == 422


def test_a_stocktake_posts_the_difference(do, rice, get, keeper):
    assert do("stocktake", counted=47, known=50, words="少了三袋").json["stock"] == 47

    (move, _) = get(shop.path(rice, "stock_moves"), by=keeper).json["items"]
    assert (move["change"], move["kind"], move["words"]) == (-3, "stocktake", "少了三袋")


def test_a_stocktake_that_agrees_writes_nothing(do, rice, get, keeper):
    assert do("stocktake", counted=50, known=50, words="都在").json["stock"] == 50
    assert len(get(shop.path(rice, "stock_moves"), by=keeper).json["items"]) == 1


def test_what_was_ordered_while_somebody_counted_is_not_counted_twice(do, rice, aunt, refused):
    shop.order(rice, aunt)

    answer = do("stocktake", counted=50, known=50, words="盘点")
    assert "49 份" in refused(answer, "stock_changed")


def test_what_is_spoiled_is_written_off(do):
    assert do("spoiled", count=2, words="受潮").json["stock"] == 48
    assert do("spoiled", count=49, words="受潮").status_code == 422


def test_a_service_is_promised_so_many_times(store, get, keeper):
    haircut = shop.goods(store, kind="service", name="理发", stock=4)

    assert get(f"{shop.API}/goods/{haircut.id}").json["left_words"] == "剩 4 次"


def test_a_stock_move_is_never_changed(rice):
    with pytest.raises(IntegrityError):
        db.session.execute(db.text("UPDATE stock_moves SET change = 1"))
    db.session.rollback()


def test_the_month_of_a_supplier_adds_up(do, post, store, keeper, aunt, get, clock):
    theirs = shop.supplier(store)
    oil = shop.goods(store, name="食用油", price=10, supplier_id=theirs.id)
    do("intake", of=oil, count=5, cost_fen=20000)
    order = shop.order(oil, aunt, 2)
    post(shop.path(order, "hand_over"), by=keeper, shop_id=store.id, code=shop.code(order))
    shop.order(oil, aunt, 1)

    path = f"{shop.API}/suppliers/{theirs.id}/statement"
    told = get(path, by=make.staff(), month="2026-03").json
    assert (told["handed"], told["points"], told["cost_fen"]) == (2, 20, 20000)
    (item,) = told["items"]
    assert (item["goods_name"], item["taken_in"], item["handed"]) == ("食用油", 5, 2)
    assert get(path, by=make.staff(), month="2026-02").json["items"] == []


def test_a_supplier_of_the_same_name_is_the_same(post):
    shop.open_()
    desk = make.staff()
    area = make._the(make.Level.COMMUNITY, make.community)
    same = {"area_id": area.id, "name": "惠民粮油"}

    first = post(f"{shop.API}/suppliers", by=desk, **same).json
    assert post(f"{shop.API}/suppliers", by=desk, **same).json["id"] == first["id"]


def test_a_sister_community_does_not_change_whom_a_supplier_of_the_town_is(post, clock):
    here, sister = make.community(), make.community("城东社区")
    town = make_points.scheme(db.session.get(type(here), here.parent_id))
    unit = make.unit(at=here)
    theirs = make.saved(Supplier(scheme_id=town.id, name="惠民粮油", unit_id=unit.id))

    desk = make.staff(at=sister)
    told = post(f"{shop.API}/suppliers", by=desk, area_id=sister.id, name="惠民粮油").json
    assert (told["id"], told["unit_id"]) == (theirs.id, unit.id)


def test_a_supplier_is_of_a_unit_that_is_there(post):
    shop.open_()
    area = make._the(make.Level.COMMUNITY, make.community)
    far = make.unit(at=make.community("城东社区"))

    form = {"area_id": area.id, "name": "惠民粮油", "unit_id": far.id}
    assert post(f"{shop.API}/suppliers", by=make.staff(), **form).status_code == 422


def test_who_keeps_a_counter_reads_no_statement_whatever_they_are_elsewhere(get, store):
    theirs = shop.supplier(store)
    clerk = make.staff(at=make.community("城东社区"))
    make.grant(clerk, Role.SHOP_KEEPER, store.area)

    path = f"{shop.API}/suppliers/{theirs.id}/statement"
    assert get(path, by=clerk, month="2026-03").status_code == 404


def test_suppliers_of_the_scheme_are_listed(get, store, keeper):
    theirs = shop.supplier(store)
    shop.supplier(shop.open_(make.community("城东社区")), "别处的")
    area = store.area_id

    found = get(f"{shop.API}/suppliers", by=keeper, area_id=area).json["items"]
    assert [row["id"] for row in found] == [theirs.id]


def test_who_ordered_is_masked_in_the_moves_and_who_counted_is_not(do, rice, store, get, keeper):
    shop.order(rice, shop.buyer(store, name="陈阿姨"))
    do("stocktake", counted=47, known=49, words="少了两袋")

    (counted, ordered, _) = get(shop.path(rice, "stock_moves"), by=keeper).json["items"]
    assert (counted["by_name"], ordered["by_name"]) == (keeper.display_name, "陈**")
