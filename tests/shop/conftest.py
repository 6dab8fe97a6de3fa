"""A shop with rice on its shelf, somebody who has earned points, and a keeper."""

import pytest

from server.core.db import db
from tests import make_occasions as occasions
from tests import make_shop as shop


@pytest.fixture
def store(clock):
    return shop.open_()


@pytest.fixture
def rice(store):
    return shop.goods(store)


@pytest.fixture
def aunt(store):
    return shop.buyer(store, 100)


@pytest.fixture
def keeper(store):
    return shop.keeper(store)


@pytest.fixture
def placed(rice, aunt):
    """Two bags, ten points."""
    return shop.order(rice, aunt, 2)


@pytest.fixture
def refused():
    """The code of a refusal, and its sentence."""

    def read(answer, code: str, status: int = 409) -> str:
        assert (answer.status_code, answer.json["code"]) == (status, code), answer.text
        return answer.json["detail"]

    return read


@pytest.fixture
def look_up(post, store, keeper):
    def look_up(code=None, by=None, at=None, **known):
        form = {"code": code} if code else {}
        return post(shop.path(at or store, "look_up"), by=by or keeper, **form, **known)

    return look_up


@pytest.fixture
def redeem(post, rice, keeper):
    def redeem(held, count=1, by=None, of=None, **form):
        of = of or rice
        form = {"held": held, "count": count, "price": of.price, "surname_matches": True} | form
        return post(shop.path(of, "redeem"), by=by or keeper, **form)

    return redeem


@pytest.fixture
def card(aunt):
    """What is printed on it."""
    occasions.card(aunt)
    return "https://jinlin.example/q/k/CARDTOKEN234567"


@pytest.fixture
def held(look_up, card):
    return look_up(card).json["held"]


@pytest.fixture
def hand(post, placed, keeper):
    def hand(by=None, of=None, **form):
        of = of or placed
        form = {"shop_id": of.shop_id, "code": shop.code(of)} | form
        return post(shop.path(of, "hand_over"), by=by or keeper, **form)

    return hand


@pytest.fixture
def untidy():
    """A test that spoils the sums on purpose."""


@pytest.fixture(autouse=True)
def sums_up(request):
    """After each test: accounts of a scheme are zero together, Σ lots is the purse, Σ moves the
    stock, and no order that is over holds a point."""
    yield
    db.session.rollback()
    if "untidy" in request.fixturenames:
        return
    for wrong in ZEROES:
        found = db.session.execute(db.text(wrong)).all()
        assert found == [], wrong


ZEROES = (
    "SELECT scheme_id, sum(balance) FROM accounts GROUP BY 1 HAVING sum(balance) <> 0",
    """SELECT a.name, a.balance FROM accounts a LEFT JOIN lots l
        ON a.name = 'person:' || l.person_id AND a.scheme_id = l.scheme_id
        WHERE a.kind = 'person' GROUP BY a.scheme_id, a.name
        HAVING a.balance <> coalesce(sum(l."left"), 0)""",
    """SELECT g.id, g.stock FROM goods g LEFT JOIN stock_moves m ON m.goods_id = g.id
        GROUP BY g.id HAVING g.stock <> coalesce(sum(m.change), 0)""",
    """SELECT o.id FROM orders o JOIN accounts a ON a.name = 'clearing:' || o.id
        WHERE a.scheme_id = o.scheme_id
          AND a.balance <> CASE o.state WHEN 'placed' THEN o.points ELSE 0 END""",
)
