"""What people get of their points when they ask for a copy of what is kept."""

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from server.core import clock
from server.core.db import db
from server.people import upward
from server.points import names
from server.points.earning import Award, Debt, Grant
from server.points.models import Lot, Posting


def own_lots(person_ids: tuple[int, ...]) -> list[dict]:
    query = select(Lot).where(Lot.person_id.in_(person_ids)).order_by(Lot.id)
    return [
        {"amount": row.amount, "left": row.left, "expires_on": row.expires_on.isoformat()}
        for row in db.session.scalars(query)
    ]


def own_entries(person_ids: tuple[int, ...]) -> list[dict]:
    own = [names.purse(id) for id in person_ids]
    mine = or_(Posting.source.in_(own), Posting.target.in_(own))
    return [
        {
            "amount": row.amount if row.target in own else -row.amount,
            "why": row.why.label,
            "posted_at": _at(row.posted_at),
        }
        for row in db.session.scalars(select(Posting).where(mine).order_by(Posting.id))
    ]


def own_awards(person_ids: tuple[int, ...]) -> list[dict]:
    query = select(Award).where(Award.person_id.in_(person_ids)).order_by(Award.id)
    known = "units", "due", "granted", "pending", "paid"
    return [
        {"earned_on": row.earned_on.isoformat(), "less": row.less and row.less.label}
        | {name: getattr(row, name) for name in known}
        for row in db.session.scalars(query)
    ]


def own_grants(person_ids: tuple[int, ...]) -> list[dict]:
    query = select(Grant).options(joinedload(Grant.scheme)).where(Grant.person_id.in_(person_ids))
    return [
        {
            "scheme": row.scheme.name,
            "amount": row.amount,
            "words": row.words,
            "state": row.state.label,
            "asked_at": _at(row.asked_at),
        }
        for row in db.session.scalars(query.order_by(Grant.id))
    ]


def own_debts(person_ids: tuple[int, ...]) -> list[dict]:
    query = select(Debt).where(Debt.person_id.in_(person_ids)).order_by(Debt.id)
    return [{"amount": row.amount, "left": row.left} for row in db.session.scalars(query)]


def _at(moment) -> str:
    return clock.local(moment).isoformat(timespec="seconds")


upward.copy_parts["points_lots"] = own_lots
upward.copy_parts["points_entries"] = own_entries
upward.copy_parts["points_awards"] = own_awards
upward.copy_parts["points_grants"] = own_grants
upward.copy_parts["points_debts"] = own_debts
