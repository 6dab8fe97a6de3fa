"""交货: by a keeper of this shop, against the voucher, once."""

from server.points import names
from tests import make
from tests import make_shop as shop


def test_the_points_go_to_the_shop(hand, placed, store, aunt):
    told = hand().json

    assert (told["state"], told["handed_name"], told["back_points"]) == ("handed", "大米 2 份", 0)
    assert shop.balance(store.scheme_id, names.shop(store.id)) == 10
    assert shop.balance(store.scheme_id, names.clearing(placed.id)) == 0


def test_what_was_scanned_opens_it_for_five_minutes(
    hand, post, placed, store, keeper, clock, refused
):
    scanned = post(shop.path(store, "scan"), by=keeper, code=shop.code(placed)).json["held"]
    clock.forward(minutes=4)
    assert hand(code=scanned).status_code == 200


def test_after_five_minutes_it_is_scanned_again(hand, post, placed, store, keeper, clock, refused):
    scanned = post(shop.path(store, "scan"), by=keeper, code=shop.code(placed)).json["held"]
    clock.forward(minutes=6)

    refused(hand(code=scanned), "scan_again")


def test_what_one_keeper_scanned_another_does_not_use(hand, post, placed, store, keeper, refused):
    scanned = post(shop.path(store, "scan"), by=keeper, code=shop.code(placed)).json["held"]

    refused(hand(by=shop.keeper(store, "小吴"), code=scanned), "scan_again")


def test_a_paper_that_was_replaced_after_its_scan_opens_nothing(
    hand, post, placed, store, keeper, aunt, refused
):
    post(shop.path(placed, "print"), by=aunt)
    scanned = post(shop.path(store, "scan"), by=keeper, code=shop.paper(placed)).json["held"]
    post(shop.path(placed, "print"), by=aunt)

    refused(hand(code=scanned), "paper_replaced")


def test_without_a_voucher_nothing_is_handed_over(hand, refused):
    refused(hand(code=None), "code_needed")


def test_an_old_code_hands_nothing_over(hand, placed, refused):
    refused(hand(code=shop.code(placed, ago=90)), "code_expired")


def test_a_forged_code_hands_nothing_over(hand, refused):
    refused(hand(code=f"V1.1.1.{'A' * 16}"), "code_forged")


def test_the_code_of_another_order_hands_nothing_over(hand, placed, rice, aunt, refused):
    other = shop.order(rice, aunt)

    refused(hand(code=shop.code(other)), "code_forged")


def test_what_is_no_code_hands_nothing_over(hand, refused):
    refused(hand(code="hello"), "no_voucher")


def test_it_is_handed_over_at_its_own_shop(hand, refused):
    other = shop.open_(make.community("城东社区"))

    refused(hand(shop_id=other.id), "other_shop")


def test_it_is_handed_over_once(hand, refused, store):
    hand()

    assert "9" in refused(hand(), "handed_already")
    assert shop.balance(store.scheme_id, names.shop(store.id)) == 10


def test_what_was_cancelled_is_not_handed_over(hand, post, placed, aunt, refused):
    post(shop.path(placed, "cancel"), by=aunt)

    refused(hand(), "order_cancelled")


def test_what_is_late_is_not_handed_over(hand, clock, refused):
    clock.travel_to("2026-03-20 09:00")

    refused(hand(), "order_expired")


def test_a_paused_shop_still_hands_over(hand, post, store, keeper):
    assert post(shop.path(store, "pause"), by=keeper).status_code == 200

    assert hand().status_code == 200


def test_a_keeper_of_another_shop_does_not_see_it(hand):
    other = shop.open_(make.community("城东社区"))

    assert hand(by=shop.keeper(other)).status_code == 404


def test_the_desk_does_not_hand_over(hand, rice):
    assert hand(by=make.staff()).status_code == 403


def test_whoever_pays_does_not_hand_over(hand, aunt):
    assert hand(by=aunt).status_code == 403


def test_a_keeper_does_not_serve_themselves(hand, rice, store, refused):
    own = shop.keeper(store, "小吴")
    from tests import make_points

    make_points.filled(store.scheme, own, 20)
    order = shop.order(rice, own)

    refused(hand(by=own, of=order), "serves_self")
    assert hand(of=order).status_code == 200


def test_a_hand_over_costs_so_many_statements(count_queries, post, placed, keeper):
    token, code = make.token(keeper), shop.code(placed)
    form = {"shop_id": placed.shop_id, "code": code}
    with count_queries() as asked:
        answer = post(shop.path(placed, "hand_over"), token=token, **form)

    assert answer.status_code == 200
    assert len(asked) == 14, "\n".join(asked)


def test_a_statement_and_the_sheet_call_it_by_its_name(hand, get, placed, aunt, store):
    hand()

    line, *_ = get("/api/points/entries", by=aunt, scheme_id=store.scheme_id).json["items"]
    assert (line["amount"], line["words"]) == (-10, f"大米 2 份 · {store.name}")
    assert (line["link_kind"], line["link_id"]) == ("order", placed.id)
    sheet = get(f"/api/points/schemes/{store.scheme_id}/sheet").json
    assert sheet["by_shop"] == [{"shop_id": store.id, "shop_name": store.name, "amount": 10}]


def test_what_was_done_last_stands_first_today(get, rice, aunt, store, keeper, clock, post):
    first, second = shop.order(rice, aunt), shop.order(rice, aunt)
    clock.forward(minutes=10)
    post(shop.path(first, "hand_over"), by=keeper, shop_id=store.id, code=shop.code(first))

    def page(**more):
        return get(shop.path(store, "orders"), by=keeper, view="today", limit=1, **more).json

    assert page()["items"][0]["id"] == first.id
    assert page(cursor=page()["next"])["items"][0]["id"] == second.id
