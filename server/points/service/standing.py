"""What those have for whom a grant waits, and what was lacking when one was taken from them: one
statement each, for a whole list."""

from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import aliased

from schemas.points_words import GrantState
from server.core.db import db
from server.people.models import Person
from server.points.earning import Debt, Grant
from server.points.models import Account


def standing(rows: Sequence[Grant]) -> dict[int, int]:
    """By grant, under all ids of the person together; of those that were judged, nothing."""
    asked = [row.id for row in rows if row.state is GrantState.ASKED]
    if not asked:
        return {}
    named, same = aliased(Person), aliased(Person)
    first = func.coalesce(named.merged_into_id, named.id)
    purse = func.concat("person:", same.id)
    own = and_(Account.scheme_id == Grant.scheme_id, Account.name == purse)
    query = select(Grant.id, func.coalesce(func.sum(Account.balance), 0))
    query = query.join(named, named.id == Grant.person_id)
    query = query.join(same, or_(same.id == first, same.merged_into_id == first))
    query = query.outerjoin(Account, own).where(Grant.id.in_(asked)).group_by(Grant.id)
    return {id: int(amount) for id, amount in db.session.execute(query)}


def lacking(rows: Sequence[Grant]) -> dict[int, int]:
    """By grant that has moved points, what was not there."""
    moved = {f"grant:{row.id}": row.id for row in rows if row.state is GrantState.APPROVED}
    if not moved:
        return {}
    query = select(Debt.reason, Debt.amount).where(Debt.reason.in_(moved))
    return dict.fromkeys(moved.values(), 0) | {
        moved[reason]: amount for reason, amount in db.session.execute(query)
    }
