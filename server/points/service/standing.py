"""What those have for whom a grant waits: in one statement, with accounts that were merged."""

from collections.abc import Sequence

from sqlalchemy import func, select

from schemas.points_words import GrantState
from server.core.db import db
from server.people.models import Person
from server.points.earning import Grant
from server.points.models import Account


def standing(rows: Sequence[Grant]) -> dict[int, int]:
    """By grant; of those that were judged, nothing."""
    asked = {row.id: _whose(row) for row in rows if row.state is GrantState.ASKED}
    if not asked:
        return {}
    owner = func.coalesce(Person.merged_into_id, Person.id)
    held = Account.name == func.concat("person:", Person.id)
    query = select(Account.scheme_id, owner, func.sum(Account.balance)).join(Person, held)
    query = query.where(owner.in_({person_id for _, person_id in asked.values()}))
    sums = db.session.execute(query.group_by(Account.scheme_id, owner)).all()
    found = {(scheme_id, person_id): int(total) for scheme_id, person_id, total in sums}
    return {id: found.get(key, 0) for id, key in asked.items()}


def _whose(row: Grant) -> tuple[int, int]:
    return row.scheme_id, row.person.merged_into_id or row.person_id
