"""Lists of the shop: what is in them, and that twenty rows cost as many statements as one."""

import pytest

from server.shop.service.lists import waiting_orders
from tests import make
from tests import make_shop as shop
from tests import make_tickets as tickets


@pytest.fixture
def asked(get, count_queries):
    def ask(path, by=None, **query) -> int:
        token = by and make.token(by)
        with count_queries() as statements:
            answer = get(path, token=token, **query)
        assert answer.status_code == 200, answer.text
        return len(statements)

    return ask


def one_and_twenty(ask, build) -> tuple[int, int]:
    build(0)
    one = ask()
    for n in range(1, 20):
        build(n)
    return one, ask()


def test_the_shelf(asked, store):
    theirs = shop.supplier(store)
    path = shop.path(store, "goods")
    counts = one_and_twenty(
        lambda: asked(path), lambda n: shop.goods(store, name=f"米{n}", supplier_id=theirs.id)
    )

    assert counts == (3, 3)


def test_shops_around(asked, store):
    path = f"{shop.API}/shops"
    counts = one_and_twenty(
        lambda: asked(path, area_id=store.area_id),
        lambda n: shop.goods(shop.open_(store.area, name=f"店{n}")),
    )

    assert counts == (3, 3)


def test_ones_own_orders(asked, store, rice, aunt):
    counts = one_and_twenty(
        lambda: asked(f"{shop.API}/orders/mine", aunt), lambda n: shop.order(rice, aunt)
    )

    assert counts == (2, 2)


def test_the_orders_of_a_counter(asked, store, rice, keeper):
    path = shop.path(store, "orders")
    counts = one_and_twenty(
        lambda: asked(path, keeper),
        lambda n: shop.order(rice, shop.buyer(store, 10, f"街坊{n}")),
    )

    assert counts == (6, 6)


def test_how_stock_came_and_went(asked, rice, keeper, post):
    path = shop.path(rice, "stock_moves")
    counts = one_and_twenty(
        lambda: asked(path, keeper),
        lambda n: post(shop.path(rice, "intake"), by=keeper, count=1),
    )

    assert counts == (5, 5)


def test_the_sheet_of_a_shop(asked, post, store, rice, aunt, keeper):
    def hand_over(_):
        order = shop.order(rice, aunt)
        form = {"shop_id": store.id, "code": shop.code(order)}
        post(shop.path(order, "hand_over"), by=keeper, **form)

    counts = one_and_twenty(lambda: asked(shop.path(store, "sheet")), hand_over)

    assert counts == (5, 5)


def test_a_page_goes_on_where_the_one_before_ended(get, rice, aunt):
    placed = [shop.order(rice, aunt).id for _ in range(5)]

    path, seen, cursor = f"{shop.API}/orders/mine", [], None
    while True:
        more = {"cursor": cursor} if cursor else {}
        told = get(path, by=aunt, limit=2, **more).json
        seen += [row["id"] for row in told["items"]]
        if (cursor := told["next"]) is None:
            break
    assert seen == placed[::-1]


def test_what_waits_is_listed_by_itself(get, post, rice, aunt, store, keeper):
    first, second = shop.order(rice, aunt), shop.order(rice, aunt)
    post(shop.path(first, "cancel"), by=aunt)

    mine = get(f"{shop.API}/orders/mine", by=aunt, view="waiting").json["items"]
    waiting = get(shop.path(store, "orders"), by=keeper, view="waiting").json["items"]
    assert [row["id"] for row in mine] == [row["id"] for row in waiting] == [second.id]


def test_the_counter_lists_today(get, rice, aunt, store, keeper, clock):
    shop.order(rice, aunt)
    clock.forward(days=1)
    today = shop.order(rice, aunt)

    listed = get(shop.path(store, "orders"), by=keeper).json["items"]
    assert [(row["id"], row["name"]) for row in listed] == [(today.id, "陈**")]


def test_the_counter_says_what_waits_and_that_nothing_goes_out_offline(
    get, post, rice, aunt, store, keeper
):
    shop.order(rice, aunt)
    order = shop.order(rice, aunt)
    post(shop.path(order, "hand_over"), by=keeper, shop_id=store.id, code=shop.code(order))

    told = get(shop.path(store, "counter"), by=keeper).json
    assert (told["waiting"], told["handed_today"]) == (1, 1)
    assert "没有网络时不能领取" in told["offline_words"]


def test_the_desk_knows_how_many_wait(store, rice, aunt, keeper):
    shop.order(rice, aunt)
    other = shop.open_(make.community("城东社区"))

    assert waiting_orders(tickets.actor(keeper)) == waiting_orders(tickets.actor(make.staff())) == 1
    assert waiting_orders(tickets.actor(shop.keeper(other))) == 0


def test_the_sheet_adds_up_to_the_account(get, post, rice, aunt, store, keeper, clock):
    for count in (1, 2):
        order = shop.order(rice, aunt, count)
        post(shop.path(order, "hand_over"), by=keeper, shop_id=store.id, code=shop.code(order))
        clock.forward(days=30)
    shop.order(rice, aunt, 4)

    told = get(shop.path(store, "sheet")).json
    assert (told["redeemed"], told["waiting"], told["honours"]) == (15, 20, 43 * 5)
    assert [(row["month"], row["count"], row["points"]) for row in told["months"]] == [
        ("2026-04", 2, 10),
        ("2026-03", 1, 5),
    ]


def test_the_public_sheet_of_the_scheme_says_the_same(get, post, rice, aunt, store, keeper):
    order = shop.order(rice, aunt, 2)
    post(shop.path(order, "hand_over"), by=keeper, shop_id=store.id, code=shop.code(order))
    shop.order(rice, aunt, 1)

    told = str(get(f"/api/points/schemes/{store.scheme_id}/sheet").json)
    assert "浔北社区积分超市" in told


def test_an_order_is_a_line_of_the_statement(get, post, aunt, store, placed):
    post(shop.path(placed, "cancel"), by=aunt)

    lines = get("/api/points/entries", by=aunt, scheme_id=store.scheme_id).json["items"]
    assert [(line["amount"], line["why_label"]) for line in lines[:2]] == [
        (10, "取消兑换，退回"),
        (-10, "兑换"),
    ]
    assert lines[0]["words"] == "大米 2 份 · 浔北社区积分超市"
    assert (lines[0]["link_kind"], lines[0]["link_id"]) == ("order", placed.id)


def test_orders_are_in_ones_own_copy(get, aunt, placed):
    from server.shop.service.own_copy import own_orders

    (row,) = own_orders((aunt.id,))
    assert (row["goods"], row["points"], row["state"]) == ("大米", 10, "待领取")


def test_the_desk_reads_the_orders_of_whoever_asks_there(get, asked, store, rice, aunt):
    worker = make.staff()
    path = f"{shop.API}/persons/{aunt.id}/orders"
    counts = one_and_twenty(lambda: asked(path, worker), lambda n: shop.order(rice, aunt))

    assert counts == (4, 4)
    first = get(path, by=worker).json["items"][0]
    assert (first["audience"], first["name"]) == ("counter", "陈**")
    assert [step["action"] for step in first["actions"]] == ["cancel", "print_voucher"]
