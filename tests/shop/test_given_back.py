"""What comes back to a purse: no more than was paid, no longer than it may last, and what is owed
is paid out of it first."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from server.core import jobs
from server.core.db import db
from server.messages.models import Message
from server.points import audit
from server.points.earning import Debt
from server.points.models import Lot
from tests import make, make_points
from tests import make_shop as shop

ENDS = date(2026, 3, 6)  # tomorrow
MOST = timedelta(days=60)


@pytest.fixture(autouse=True)
def audited(app):
    yield
    db.session.rollback()
    assert list(audit.findings()) == []


@pytest.fixture
def buy(post, rice):
    """Bags of rice, five points each; the order."""

    def buy(person, bags):
        answer = post(shop.path(rice, "order"), by=person, count=bags, price=5)
        assert answer.status_code == 201, answer.text
        return answer.json["id"]

    return buy


@pytest.fixture
def cancel(post):
    def cancel(order_id, by):
        answer = post(f"{shop.API}/orders/{order_id}/cancel", by=by)
        assert answer.status_code == 200, answer.text

    return cancel


@pytest.fixture
def ending(store):
    """Somebody whose hundred points can be spent until tonight."""
    aunt = shop.buyer(store, 0)
    make_points.filled(store.scheme, aunt, 100, ends=ENDS)
    return aunt


@pytest.fixture
def owing(store, buy):
    """All is in an order, when the community takes a hundred away."""
    aunt = shop.buyer(store, 100)
    order_id = buy(aunt, 20)
    make_points.granted(make_points.pool(store.scheme, 1, "扣回"), aunt, -100)
    assert debt() == 100
    return aunt, order_id


def debt() -> int:
    return sum(db.session.scalars(select(Debt.left)))


def last_day(person) -> date:
    return db.session.scalar(select(Lot.expires_on).where(Lot.person_id == person.id))


def night(work) -> None:
    jobs.defer("points.expire_lots", timestamp=0)
    work()


def test_cancelled_after_midnight_no_more_comes_back_than_was_paid(
    ending, store, buy, cancel, clock
):
    order_id = buy(ending, 1)
    clock.travel_to("2026-03-06 00:07")

    cancel(order_id, ending)

    assert shop.purse(ending, store.scheme) == 5
    assert last_day(ending) == ENDS + timedelta(days=30)


def test_handed_over_in_part_after_midnight_no_more_comes_back(
    ending, store, rice, post, keeper, clock
):
    order = shop.order(rice, ending, 2)
    clock.travel_to("2026-03-06 00:30")

    form = {"shop_id": store.id, "code": shop.code(order), "count": 1}
    assert post(shop.path(order, "hand_over"), by=keeper, **form).status_code == 200

    assert shop.purse(ending, store.scheme) == 5


def test_however_often_it_comes_back_it_lasts_sixty_days_more_and_then_ends(
    ending, store, buy, cancel, clock, work
):
    days = []
    for _ in range(3):
        clock.travel_to(f"{last_day(ending) - timedelta(days=1)} 23:50")
        order_id = buy(ending, 20)
        clock.travel_to(f"{last_day(ending)} 00:10")
        cancel(order_id, ending)
        days.append(last_day(ending) - ENDS)

    assert days == [timedelta(days=30), MOST, MOST]
    night(work)
    assert shop.purse(ending, store.scheme) == 0
    titles = select(Message.title).where(Message.person_id == ending.id)
    assert db.session.scalars(titles.order_by(Message.id.desc())).first() == "积分到期了"


def test_what_comes_back_twice_on_one_day_expires_twice(ending, store, buy, cancel, clock, work):
    """It has come back before, so often that it lasts no longer."""
    first, second = buy(ending, 1), buy(ending, 1)
    db.session.execute(update(Lot).values(first_on=ENDS - MOST))
    db.session.commit()
    clock.travel_to("2026-03-10 09:00")
    for order_id in (first, second):
        cancel(order_id, ending)
        night(work)

    assert shop.purse(ending, store.scheme) == 0


def test_what_is_owed_is_paid_out_of_what_a_cancelled_order_brings_back(owing, store, cancel):
    aunt, order_id = owing

    cancel(order_id, aunt)

    assert (shop.purse(aunt, store.scheme), debt()) == (0, 0)


def test_and_out_of_what_an_expired_order_brings_back(owing, store, clock, work):
    aunt, _ = owing
    clock.travel_to("2026-03-21 02:00")
    jobs.defer("shop.expire_orders", timestamp=0)
    work()

    assert (shop.purse(aunt, store.scheme), debt()) == (0, 0)


def test_and_out_of_what_is_not_handed_over(owing, store, post, keeper):
    aunt, order_id = owing
    order = db.session.get_one(shop.Order, order_id)
    form = {"shop_id": store.id, "code": shop.code(order), "count": 1}

    assert post(shop.path(order, "hand_over"), by=keeper, **form).status_code == 200

    assert (shop.purse(aunt, store.scheme), debt()) == (0, 5)


def test_when_two_accounts_become_one_what_one_owes_the_other_pays(store, rice, post, work):
    worker = make.staff()
    aunt, old = shop.buyer(store, 100), shop.buyer(store, 0, "陈姨")
    old.made_by_id = worker.id
    make_points.granted(make_points.pool(store.scheme, 1, "扣回"), old, -50)

    told = post(f"/api/people/persons/{old.id}/merge", by=worker, into_id=aunt.id)
    assert told.status_code == 200, told.text
    work()

    assert (shop.purse(aunt, store.scheme), debt()) == (50, 0)
    answer = post(shop.path(rice, "order"), by=aunt, count=20, price=5)
    assert answer.json["code"] == "not_enough_points"
