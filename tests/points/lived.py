"""A scheme in which everything has happened once: what the audit finds in it is nothing."""

from datetime import date
from typing import NamedTuple

from server.core.db import db
from server.people.models import Person
from server.points.earning import Pool
from server.points.models import Scheme
from server.points.service import awards, expiring, maturing, pools, reserving
from tests import make, make_points, make_tickets

UNTIL = date(2026, 3, 10)


class Lived(NamedTuple):
    scheme: Scheme
    pool: Pool
    lin: Person
    chen: Person


def scene(clock) -> Lived:
    """Two have served, one of them beyond the cap; what arrived was spent, reversed, owed, paid
    back; a lot has expired; something was asked for and declined; a pool was short, another was
    closed."""
    scheme = make_points.scheme()
    make_points.rule(scheme, day_most=6, month_most=20)
    pool = make_points.pool(scheme, 200)
    known = Lived(scheme, pool, make.person("林师傅"), make.person("陈阿姨"))
    _close(make_points.pool(scheme, 5, "旧池"))
    _serve(known)
    clock.travel_to("2026-03-11 01:07")
    for person in (known.lin, known.chen):
        maturing.mature(scheme.id, (person.id,))
    db.session.commit()
    _by_hand(known)
    _correct(known)
    clock.travel_to("2028-04-01 01:17")
    expiring.expire(scheme.id, known.chen.id)
    make_points.filled(scheme, known.chen, 9)
    db.session.commit()
    return known


def _close(pool: Pool) -> None:
    pools.close_pool(pool, by=make_tickets.actor(make.person("小郑")))
    db.session.commit()


def _serve(known: Lived) -> None:
    make_points.promised(known.pool, units=40)
    award(known, known.lin, 4)
    award(known, known.lin, 5)
    award(known, known.chen, 8)
    award(known, make.person("黄伯"), 2)
    small = make_points.pool(known.scheme, 3, "小池")
    make_points.promised(small, subject=2, units=3)
    award(known, make.person("吴姐"), 5, subject=2, until=None)


def award(known: Lived, person, units: int, subject: int = 1, until=UNTIL, **more) -> None:
    served = make_points.served(person, units, subject, until=until, **more)
    awards.award(known.scheme.id, served)
    db.session.commit()


def _by_hand(known: Lived) -> None:
    """林: 5 arrived, 20 granted, 24 taken away; of 4 reversed then, 3 are owed, and 2 paid."""
    make_points.granted(known.pool, known.lin, 20)
    make_points.granted(known.pool, known.lin, -24)
    make_points.asked(known.pool, known.chen, 7)


def _correct(known: Lived) -> None:
    award(known, known.lin, 1, on=date(2026, 3, 5))
    make_points.granted(known.pool, known.lin, 2)
    reserving.release(reserving.reserved("sessions", 1))
    make_points.promised(known.pool, subject=3, units=10)
    row = reserving.reserved("sessions", 3)
    award(known, known.chen, 4, subject=3, until=None)
    reserving.plan(row, 2)
    award(known, known.chen, 1, subject=3, until=None)
    db.session.commit()
