"""兑换: points are taken at once, and every reason against it is said by itself."""

import pytest

from schemas.people_words import Relation
from schemas.shop_words import Buyers, ShopState
from server.core import clock
from server.core.db import db
from server.people.models import Residency
from server.points import names
from server.shop.parts import Order
from tests import make, make_points
from tests import make_shop as shop


@pytest.fixture
def order(post, rice, aunt):
    def order(count=1, price=5, by=None, of=None, **known):
        form = {"count": count, "price": price}
        return post(shop.path(of or rice, "order"), by=by or aunt, **form, **known)

    return order


def test_points_are_taken_and_the_goods_wait(order, rice, aunt, store):
    answer = order(2)

    assert answer.status_code == 201
    told = answer.json
    assert (told["points"], told["state"], told["until"]) == (10, "placed", "2026-03-19")
    assert rice.stock == 48
    assert shop.purse(aunt, store.scheme) == 90
    assert shop.balance(store.scheme_id, names.clearing(told["id"])) == 10


def test_the_number_can_be_read_out(order):
    from server.core.numbers import is_number

    assert is_number(order().json["number"])


def test_asked_twice_it_is_ordered_once(order, rice):
    first, again = order(key="the-same-key"), order(key="the-same-key")

    assert first.json["id"] == again.json["id"]
    assert rice.stock == 49


def test_what_it_answers_is_what_is_read_later(order, get, aunt):
    told = order().json

    assert get(f"{shop.API}/orders/{told['id']}", by=aunt).json == told


def test_a_paused_shop_takes_no_orders(order, store, refused):
    db.session.execute(db.update(type(store)).values(state=ShopState.PAUSED))
    db.session.commit()

    assert "暂停兑换" in refused(order(), "shop_paused")


def test_what_is_off_the_shelf_is_not_ordered(order, rice, refused):
    rice.on_shelf = False
    db.session.commit()

    refused(order(), "off_shelf")


def test_a_price_that_changed_since_the_look_is_said(order, rice, refused, aunt, store):
    rice.price = 6
    db.session.commit()

    assert "6 分" in refused(order(price=5), "price_changed")
    assert shop.purse(aunt, store.scheme) == 100


def test_who_wants_more_than_there_is_reads_how_many_are_left(order, rice, refused, aunt, store):
    few = shop.goods(store, stock=3, name="食用油")

    assert "还剩 3 份" in refused(order(4, of=few), "sold_out")
    assert shop.purse(aunt, store.scheme) == 100


def test_what_is_gone_is_gone(order, store, refused):
    refused(order(of=shop.goods(store, stock=0)), "sold_out")


def test_the_limit_of_each_person_counts_what_they_had(order, store, refused, clock):
    soap = shop.goods(store, limit_count=2, limit_days=30)
    assert order(2, of=soap).status_code == 201

    assert "30 天内限 2 份" in refused(order(of=soap), "limit_reached")
    clock.forward(days=30)
    assert order(of=soap).status_code == 201


def test_what_was_cancelled_does_not_count_against_the_limit(order, post, store, aunt):
    soap = shop.goods(store, limit_count=1, limit_days=30)
    told = order(of=soap).json
    post(f"{shop.API}/orders/{told['id']}/cancel", by=aunt)

    assert order(of=soap).status_code == 201


def test_what_is_for_volunteers_is_not_for_everybody(order, store, refused, aunt):
    vest = shop.goods(store, buyers=Buyers.VOLUNTEERS, name="马甲")
    refused(order(of=vest), "not_for_you")

    helper = make.volunteer(display_name="王师傅")
    make_points.filled(store.scheme, helper, 10)
    assert order(of=vest, by=helper).status_code == 201


def test_what_is_for_neighbours_is_for_whoever_the_desk_knows_to_live_there(order, store, refused):
    eggs = shop.goods(store, buyers=Buyers.NEIGHBOURS, name="鸡蛋")
    near = shop.buyer(store, 10, "近邻")
    there = {"person_id": near.id, "estate_id": near.estate_id, "relation": Relation.OWNER}
    home = make.saved(Residency(**there))
    assert "核实" in refused(order(of=eggs, by=near), "not_for_you")

    home.confirmed_at, home.confirmed_by_id = clock.now(), make.staff().id
    db.session.commit()
    assert order(of=eggs, by=near).status_code == 201


def test_who_only_says_that_they_live_there_is_no_neighbour(order, store, post, refused):
    eggs = shop.goods(store, buyers=Buyers.NEIGHBOURS, name="鸡蛋")
    far = shop.buyer(store, 10, "远方", estate=make.estate("城东小区", make.community("城东社区")))
    here = make.estate("幸福小区", store.area)

    assert post("/api/people/me/estate", by=far, estate_id=here.id).status_code == 200
    refused(order(of=eggs, by=far), "not_for_you")


def test_who_has_too_few_points_is_told_how_to_earn_them(order, refused, store):
    poor = shop.buyer(store, 4, "林伯")

    refused(order(by=poor), "not_enough_points")


def test_points_of_another_scheme_do_not_pay_here(order, refused):
    other = make_points.scheme(make.community("城东社区"))
    stranger = make.person("黄姨")
    make_points.filled(other, stranger, 50)

    assert "城东社区积分" in refused(order(by=stranger), "other_scheme")


def test_points_that_are_over_do_not_pay(order, refused, store, clock):
    late = shop.buyer(store, 0, "郑伯")
    make_points.filled(store.scheme, late, 50, ends=make_points.tomorrow())
    clock.forward(days=1)

    refused(order(by=late), "not_enough_points")


def test_nothing_of_a_refused_order_is_left(order, refused, store):
    few = shop.goods(store, stock=1)
    refused(order(2, of=few), "sold_out")

    assert db.session.query(Order).count() == 0


def test_the_moves_say_who_ordered(order, aunt):
    from server.core.moves import Move

    told = order().json
    (move,) = db.session.query(Move).filter_by(subject_kind="orders", subject_id=told["id"])

    assert (move.action, move.before, move.after) == ("place", None, "placed")
    assert (move.actor_id, move.on_behalf_of_id, move.channel) == (aunt.id, None, "app")


def test_somebody_known_under_two_accounts_pays_from_both(order, store, aunt, rice):
    old = make.person("陈阿姨（旧）", merged_into_id=aunt.id)
    make_points.filled(store.scheme, old, 10)

    assert order(21 - 1).status_code == 201
    assert order(2).status_code == 201
    assert shop.purse(aunt, store.scheme) + shop.purse(old, store.scheme) == 0


def test_an_order_costs_so_many_statements(order, count_queries, post, rice, aunt):
    token = make.token(aunt)
    with count_queries() as asked:
        answer = post(shop.path(rice, "order"), token=token, count=1, price=5)

    assert answer.status_code == 201
    assert len(asked) == 10, "\n".join(asked)


def test_whoever_ordered_may_show_print_or_cancel_it(get, placed, aunt):
    told = get(f"{shop.API}/orders/{placed.id}", by=aunt).json

    offered = [one["action"] for one in told["actions"]]
    assert offered == ["show_voucher", "print_voucher", "cancel"]
