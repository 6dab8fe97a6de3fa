"""What a pool did not have when it was earned: paid as soon as it does, the oldest first."""

from datetime import date

from sqlalchemy import select

from server.core.db import db
from server.people.aliases import everybody
from server.points.earning import Award, Reserve
from server.points.service.awards import hold_person, settle
from server.points.service.lines import month_of


def unpaid(pool_id: int) -> list[tuple[int, int, date]]:
    """Scheme, person and day of the awards that wait for this pool."""
    wanted = Award.pending + Award.paid < Award.granted, Reserve.pool_id == pool_id
    query = select(Award.scheme_id, Award.person_id, Award.earned_on).join(Reserve).where(*wanted)
    return [tuple(row) for row in db.session.execute(query.order_by(Award.earned_on, Award.id))]


def settle_month(scheme_id: int, person_id: int, day: date) -> None:
    """As far as the pools reach; called twice, nothing more is paid."""
    ids = everybody(person_id)
    hold_person(scheme_id, ids)
    settle(scheme_id, ids, month_of(scheme_id, ids, day))
