"""Two counters, one person: a PIN that was typed pays once, and a telephone is asked once."""

from collections import Counter

import pytest
from sqlalchemy import text

from server.core.db import db
from server.points import audit
from tests import make
from tests import make_occasions as occasions
from tests import make_shop as shop
from tests.browser import Browser
from tests.races.at_the_shop import patiently


@pytest.fixture(scope="package")
def raced(new_app):
    """A database of its own: the audit looks at all there is in it."""
    return new_app("races_at_the_counter")


@pytest.fixture
def rice():
    return shop.goods(shop.open_(make.community()))


@pytest.fixture
def aunt(rice):
    return shop.buyer(rice.shop, 100)


def redeeming(goods, token, held):
    form = {"held": held, "count": 2, "price": goods.price, "surname_matches": True}
    path = shop.path(goods, "redeem")
    return lambda web: patiently(lambda: web.post(path, token=token, **form))


def looked_up(app, goods, token, code) -> str:
    db.session.commit()
    path = shop.path(goods.shop, "look_up")
    return Browser(app).post(path, token=token, code=code).json["held"]


def test_a_pin_typed_once_pays_once_however_often_it_is_sent(app, together, rice, aunt):
    occasions.card(aunt)
    clerk, code = make.token(shop.keeper(rice.shop)), "https://jinlin.example/q/k/CARDTOKEN234567"
    db.session.commit()
    assert Browser(app).post(f"{shop.API}/pin", by=aunt, pin="4071").status_code == 200
    held = looked_up(app, rice, clerk, code)
    form = {"held": held, "pin": "4071", "points": 10}
    proved = Browser(app).post(shop.path(rice.shop, "prove"), token=clerk, **form).json["held"]

    told = Counter(together(*[redeeming(rice, clerk, proved)] * 6))

    assert told == {"done": 1, "pin_used": 5}
    db.session.rollback()
    assert shop.purse(aunt, rice.shop.scheme) == 90
    assert list(audit.findings()) == []


def test_six_counters_ask_one_telephone_once(app, together, rice, aunt):
    clerks = [make.token(shop.keeper(rice.shop, f"店员{n}")) for n in range(6)]
    code = occasions.own_code(aunt)
    asking = [redeeming(rice, clerk, looked_up(app, rice, clerk, code)) for clerk in clerks]

    assert Counter(together(*asking)) == {"done": 1, "still_asked": 5}
    db.session.rollback()
    assert db.session.scalar(text("SELECT count(*) FROM orders WHERE state = 'asked'")) == 1
