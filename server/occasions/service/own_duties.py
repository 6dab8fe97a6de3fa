"""What people get of their places, numbers and teams when they ask for a copy of what is kept."""

from sqlalchemy import or_, select

from server.core import clock
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import QueueNumber, Signup
from server.occasions.teams import Membership
from server.people import upward


def own_signups(person_ids: tuple[int, ...]) -> list[dict]:
    """Their own, and those they said yes to as a guardian."""
    mine = or_(Signup.person_id.in_(person_ids), Signup.guardian_id.in_(person_ids))
    rows = db.session.scalars(select(Signup).where(mine).order_by(Signup.id))
    return [_signup(row) for row in rows]


def own_numbers(person_ids: tuple[int, ...]) -> list[dict]:
    mine = or_(QueueNumber.person_id.in_(person_ids), QueueNumber.told_id.in_(person_ids))
    rows = db.session.scalars(select(QueueNumber).where(mine).order_by(QueueNumber.id))
    return [_number(row) for row in rows]


def own_teams(person_ids: tuple[int, ...]) -> list[dict]:
    mine = select(Membership).where(Membership.person_id.in_(person_ids)).order_by(Membership.id)
    return [
        {"team": row.team.name, "state": row.state.label, "since_at": _at(row.since_at)}
        for row in db.session.scalars(mine)
    ]


def _signup(row: Signup) -> dict:
    known = _session(row.session) | {"post": row.post.label, "state": row.state.label}
    known |= {"name": row.person.display_name, "team": row.team and row.team.name}
    known |= {"guardian_name": row.guardian_name, "guardian_phone": row.guardian_phone}
    return known | {"walk_in": row.walk_in, "late": row.late, "made_at": _at(row.made_at)}


def _number(row: QueueNumber) -> dict:
    known = _session(row.session) | {"line": row.line.label, "n": row.n}
    known |= {"called": row.called, "state": row.state.label, "reason": row.reason}
    return known | {"made_at": _at(row.made_at), "done_at": _at(row.done_at)}


def _session(row: Session) -> dict:
    return {"session": row.title, "on": row.on.isoformat(), "area": row.area.name}


def _at(moment) -> str | None:
    return moment and clock.local(moment).isoformat(timespec="seconds")


upward.copy_parts["signups"] = own_signups
upward.copy_parts["queue_numbers"] = own_numbers
upward.copy_parts["teams"] = own_teams
