"""Lots: the oldest is spent first, and what is cancelled goes back where it came from."""

from datetime import date

import pytest
from sqlalchemy import func, select

from schemas.points_words import Why
from server.core.db import db
from server.points import names
from server.points.models import Lot
from server.points.service import ledger, purses
from server.points.service.ledger import NotEnough
from server.points.service.purses import Cause
from tests import make_points

SOON, LATER = date(2026, 5, 1), date(2027, 5, 1)


@pytest.fixture
def full(scheme, lin):
    make_points.filled(scheme, lin, 10, ends=LATER)
    make_points.filled(scheme, lin, 5, ends=SOON)
    return lin


def pay(scheme, person, amount, order=1):
    purses.hold_purses(scheme.id, (person.id,))
    ledger.hold(scheme.id, names.clearing(order))
    cause = Cause(Why.ORDER, f"order:{order}")
    return purses.pay(scheme.id, (person.id,), amount, names.clearing(order), cause)


def cancel(scheme, person, postings, order=1):
    purses.hold_purses(scheme.id, (person.id,))
    cause = Cause(Why.CANCEL, f"order:{order}:cancel")
    purses.give_back(scheme.id, postings, names.clearing(order), cause)


def left(person) -> dict[date, int]:
    rows = select(Lot.expires_on, Lot.left).where(Lot.person_id == person.id)
    return dict(db.session.execute(rows).all())


def balance(scheme, person) -> int:
    return ledger.balances(scheme.id, [names.purse(person.id)])[names.purse(person.id)]


def test_what_ends_first_is_spent_first(scheme, full):
    pay(scheme, full, 7)

    assert left(full) == {SOON: 0, LATER: 8}
    assert balance(scheme, full) == 8 == db.session.scalar(select(func.sum(Lot.left)))


def test_what_is_cancelled_goes_back_to_the_same_lots(scheme, full):
    cancel(scheme, full, pay(scheme, full, 7))

    assert left(full) == {SOON: 5, LATER: 10}
    assert balance(scheme, full) == 15


def test_what_expired_meanwhile_can_be_spent_for_thirty_days(scheme, full, clock):
    paid = pay(scheme, full, 7)
    db.session.commit()
    clock.travel_to("2026-05-20 10:00")

    cancel(scheme, full, paid)

    assert left(full) == {date(2026, 6, 19): 5, LATER: 10}


def test_expired_points_cannot_be_spent_even_before_they_are_swept(scheme, full, clock):
    clock.travel_to("2026-05-01 00:10")

    with pytest.raises(NotEnough):
        pay(scheme, full, 11)


def test_nobody_spends_more_than_they_have(scheme, full):
    with pytest.raises(NotEnough):
        pay(scheme, full, 16)
