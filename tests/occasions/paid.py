"""A session that pays: its pool, what is left of it, and what somebody has earned."""

from sqlalchemy import func, select

from server.core.db import db
from server.points import names
from server.points.models import Account
from server.points.service import ledger, reserving
from tests import make, make_points
from tests import make_occasions as occasions


class Paid:
    """`points` in the pool of the community; half an hour is worth one."""

    def __init__(self, community, points=100):
        self.scheme = make_points.scheme(community)
        make_points.rule(self.scheme)
        self.pool = make_points.pool(self.scheme, points)

    def left(self) -> int:
        return self._in(names.pool(self.pool.id))

    def planned(self, session) -> int:
        return self._in(names.planned(reserving.reserved("sessions", session.id).id))

    def has(self, person) -> tuple[int, int]:
        """To spend, and announced."""
        return self._in(names.purse(person.id)), self._in(names.pending(person.id))

    def _in(self, name: str) -> int:
        db.session.expire_all()
        assert db.session.scalar(select(func.sum(Account.balance))) == 0
        return ledger.balances(self.scheme.id, [name])[name]


def serves(door, person, clock, minutes):
    assert door.scan(person)["status"] == "accepted"
    clock.forward(minutes=minutes)
    assert door.scan(person, "out")["status"] == "accepted"


def volunteer(door, name="林师傅"):
    person = make.volunteer(display_name=name, estate=door.session.area)
    (there,) = db.session.query(occasions.Post).filter_by(session_id=door.session.id)
    occasions.signup(person, there)
    return person
