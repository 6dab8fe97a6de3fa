"""Small builders for points: a scheme whose pool was funded, a purse with something in it."""

from datetime import date, timedelta

from sqlalchemy import select, update

from schemas.points_words import DonorKind, Given
from server.core import clock
from server.core.db import db
from server.points.earning import Donor, EarningRule, Grant, Pool
from server.points.models import Lot, Posting, Scheme
from server.points.service import funding, grants, reserving
from server.points.service.lines import Served
from tests import make, make_tickets


def scheme(area=None, **known) -> Scheme:
    area = area or make.community()
    return make.saved(Scheme(area_id=area.id, name=f"{area.name}积分", lasts_months=24, **known))


def rule(of: Scheme, **known) -> EarningRule:
    known = {
        "version": 1,
        "valid_from": date(2026, 1, 1),
        "per_half_hour": 1,
        "per_ticket": 2,
    } | known
    by = make.person()
    return make.saved(EarningRule(scheme_id=of.id, made_by_id=by.id, **known))


def pool(of: Scheme, points: int = 1000, name: str = "社区经费池") -> Pool:
    row = make.saved(Pool(scheme_id=of.id, name=name))
    if points:
        fund(row, points)
    return row


def fund(into: Pool, points: int) -> None:
    giver = Donor(scheme_id=into.scheme_id, kind=DonorKind.BUDGET, name=f"经费 {into.id}-{points}")
    make.saved(giver)
    form = {"donor_id": giver.id, "given": Given.MONEY, "words": "社区经费", "fen": None}
    funding.fund_pool(into, form | {"points": points}, by=make_tickets.actor(make.person()))
    db.session.commit()


def promised(from_: Pool, subject: int = 1, units: int = 40, *, festival=False, on=None):
    """A session, as far as the ledger knows it, with half hours reserved."""
    row = reserving.promise(
        from_, ("sessions", subject), on or clock.today(), units, festival=festival
    )
    db.session.commit()
    return row


def served(person, units: int, subject: int = 1, *, on=None, until=None, path="/") -> Served:
    on = on or clock.today()
    return Served("sessions", subject, (person.id,), units, on, path, until)


def filled(of: Scheme, person, amount: int, *, ends: date | None = None) -> None:
    """Points in a purse, granted by two, from a pool that was funded with them."""
    source = pool(of, amount, f"池 {amount} {person.id}")
    row = granted(source, person, amount)
    if ends:
        came = select(Posting.id).where(Posting.reason == f"grant:{row.id}")
        lot = update(Lot).where(Lot.posting_id == came.scalar_subquery())
        db.session.execute(lot.values(expires_on=ends, first_on=ends))
    db.session.commit()


def asked(from_: Pool, person, amount: int, by=None) -> Grant:
    """A manual grant that nobody has judged yet."""
    by = by or make.person("小吴")
    known = {"scheme_id": from_.scheme_id, "pool": from_, "person": person, "amount": amount}
    return make.saved(Grant(**known, words="帮忙搬桌椅", asked_by_id=by.id))


def granted(from_: Pool, person, amount: int) -> Grant:
    row = asked(from_, person, amount)
    grants.approve_grant(row, by=make_tickets.actor(make.person("小郑")))
    db.session.commit()
    return row


def tomorrow() -> date:
    return clock.today() + timedelta(days=1)


def yesterday() -> date:
    return clock.today() - timedelta(days=1)
