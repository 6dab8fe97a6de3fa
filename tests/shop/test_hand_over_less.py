"""The counter finds fewer, or something else: what is not used goes back; all is written down."""

from server.core.db import db
from server.points import names
from server.shop.models import StockMove
from tests import make
from tests import make_shop as shop


def test_when_there_are_fewer_the_rest_goes_back(hand, store, aunt, rice, placed):
    told = hand(count=1, gone=True).json

    assert (told["handed_name"], told["handed_points"], told["back_points"]) == ("大米 1 份", 5, 5)
    assert shop.purse(aunt, store.scheme) == 95
    assert shop.balance(store.scheme_id, names.shop(store.id)) == 5
    assert rice.stock == 48
    rows = db.session.query(StockMove).filter_by(order_id=placed.id).order_by(StockMove.id)
    assert [(row.kind, row.change) for row in rows] == [
        ("order", -2),
        ("back", 1),
        ("stocktake", -1),
    ]


def test_what_is_still_on_the_shelf_goes_back_to_it(hand, rice, placed):
    hand(count=1)

    assert rice.stock == 49
    rows = db.session.query(StockMove).filter_by(order_id=placed.id).order_by(StockMove.id)
    assert [(row.kind, row.change) for row in rows] == [("order", -2), ("back", 1)]


def test_a_list_names_what_was_given_and_what_had_been_ordered(hand, store, aunt, get, keeper):
    flour = shop.goods(store, name="面粉 2 斤", price=4)
    told = hand(substitute_id=flour.id, price=4, count=2, agreed=True).json

    assert told["ordered_name"] == "大米 2 份"
    assert told["title"] == told["handed_name"] == "面粉（2 斤一份）2 份"
    assert told["instead_words"] == "原来换的是大米 2 份"
    (row,) = get(shop.path(store, "orders"), by=keeper, view="today").json["items"]
    assert (row["title"], row["handed_points"]) == ("面粉（2 斤一份）2 份", 8)


def test_the_statement_says_fewer_and_not_cancelled(hand, store, aunt, get):
    hand(count=1)

    rows = get("/api/points/entries", by=aunt, scheme_id=store.scheme_id).json["items"]
    back, spent = rows[:2]
    assert (back["amount"], back["why_label"]) == (5, "少领，退回")
    assert back["words"].startswith("大米 1 份（原来换的是 2 份）")
    assert (spent["amount"], spent["why_label"]) == (-10, "兑换")


def test_whoever_got_fewer_is_told(hand, aunt, get):
    hand(count=1)

    (message,) = get("/api/messages/", by=aunt).json["items"][:1]
    assert "退回 5 分" in message["words"]


def test_more_than_was_ordered_is_not_handed_over(hand, refused):
    refused(hand(count=3), "more_than_ordered")


def test_something_else_goes_out_when_they_agree(hand, store, aunt, rice):
    flour = shop.goods(store, stock=5, name="面粉", price=4)

    told = hand(substitute_id=flour.id, price=4, count=2, agreed=True).json

    assert (told["handed_name"], told["handed_points"], told["back_points"]) == ("面粉 2 份", 8, 2)
    assert (flour.stock, rice.stock) == (3, 50)
    assert shop.purse(aunt, store.scheme) == 92


def test_nothing_else_goes_out_without_their_say(hand, store, refused):
    flour = shop.goods(store, name="面粉", price=4)

    refused(hand(substitute_id=flour.id, price=4), "not_agreed")


def test_nothing_dearer_goes_out(hand, store, refused):
    oil = shop.goods(store, name="食用油", price=11)

    refused(hand(substitute_id=oil.id, price=11, count=1, agreed=True), "dearer")


def test_nothing_of_another_shop_goes_out(hand):
    foreign = shop.goods(shop.open_(make.community("城东社区")), name="面粉", price=1)

    assert hand(substitute_id=foreign.id, price=1, agreed=True).status_code == 422


def test_what_is_not_there_cannot_be_a_substitute(hand, store, refused):
    few = shop.goods(store, stock=1, name="面粉", price=4)

    form = {"substitute_id": few.id, "price": 4, "count": 2, "agreed": True}
    assert "还剩 1 份" in refused(hand(**form), "sold_out")


def test_the_receipt_is_a_paper(hand, get, placed, aunt, keeper, refused):
    path = f"{shop.API}/orders/{placed.id}/receipt.pdf"
    refused(get(path, by=aunt), "not_confirmed")
    hand(count=1)

    for whoever in (aunt, keeper):
        paper = get(path, by=whoever)
        assert (paper.mimetype, paper.data[:5]) == ("application/pdf", b"%PDF-")


def test_what_was_not_there_does_not_count_against_the_limit(hand, aunt, rice, post, refused):
    rice.limit_count, rice.limit_days = 2, 30
    db.session.commit()
    hand(count=1)

    def order():
        return post(shop.path(rice, "order"), by=aunt, count=1, price=5)

    assert order().status_code == 201
    refused(order(), "limit_reached")


def test_what_was_given_instead_counts_against_its_own_limit(hand, store, aunt, post, refused):
    flour = shop.goods(store, name="面粉", price=4, limit_count=2, limit_days=30)
    hand(substitute_id=flour.id, price=4, count=2, agreed=True)

    refused(post(shop.path(flour, "order"), by=aunt, count=1, price=4), "limit_reached")
