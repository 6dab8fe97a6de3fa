"""A shop with rice on its shelf, somebody who has earned points, and a keeper."""

import pytest

from server.core.db import db
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


@pytest.fixture(autouse=True)
def sums_up():
    """After each test: accounts of a scheme are zero together, Σ lots is the purse, Σ moves the
    stock, and no order that is over holds a point."""
    yield
    db.session.rollback()
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
