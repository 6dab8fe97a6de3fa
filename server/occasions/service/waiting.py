"""What waits for the desk: counted where its day begins, so that nobody has to go and look."""

from sqlalchemy import func, select

from schemas.occasions import MembershipState, RepairState
from server.core.db import db
from server.occasions.models import Session
from server.occasions.presence import Repair
from server.occasions.rules import RUNS_IT
from server.occasions.teams import Membership, Team
from server.people.actor import Actor, within


def count_waiting(by: Actor) -> dict:
    """All counts in one statement; each as long as the list behind it."""
    paths = by.paths(*RUNS_IT)
    here = Repair.state == RepairState.ASKED, within(Session.area_id, paths)
    repairs = select(func.count(Repair.id)).join(Session, Session.id == Repair.session_id)
    there = Membership.state == MembershipState.ASKED, within(Team.area_id, paths)
    asking = select(func.count(Membership.id)).join(Team, Team.id == Membership.team_id)
    counts = {
        "repairs": repairs.where(*here),
        "memberships": asking.where(*there, Team.closed_at.is_(None)),
    }
    columns = [query.scalar_subquery().label(name) for name, query in counts.items()]
    return db.session.execute(select(*columns)).one()._asdict()
