"""What tests of awards share: somebody has served, and it arrives."""

from sqlalchemy import func, select

from server.core.db import db
from server.points import names
from server.points.models import Account
from server.points.service import awards, ledger, maturing
from tests import make_points


def award(scheme, person, units, subject=1, **known):
    awards.award(scheme.id, make_points.served(person, units, subject, **known))
    db.session.commit()


def there(scheme, *accounts) -> list[int]:
    found = ledger.balances(scheme.id, accounts)
    assert db.session.scalar(select(func.sum(Account.balance))) == 0
    return [found[name] for name in accounts]


def purse(scheme, person) -> tuple[int, int]:
    """What can be spent, what is announced."""
    return tuple(there(scheme, names.purse(person.id), names.pending(person.id)))


def arrives(scheme, person, clock, at="2026-03-11 01:07"):
    clock.travel_to(at)
    maturing.mature(scheme.id, (person.id,))
    db.session.commit()
