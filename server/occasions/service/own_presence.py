"""What people get of their presence when they ask for a copy, and what is forgotten when they close
their account."""

from sqlalchemy import select, update

from schemas.people_words import PersonState
from server.core import clock
from server.core.db import db
from server.occasions.devices import Card
from server.occasions.presence import Attendance, Repair, Scan
from server.people import upward
from server.people.models import Person

FORGOTTEN = "（已删除）"


def own_attendances(person_ids: tuple[int, ...]) -> list[dict]:
    query = select(Attendance).where(Attendance.person_id.in_(person_ids)).order_by(Attendance.id)
    return [_attendance(row) for row in db.session.scalars(query)]


def own_repairs(person_ids: tuple[int, ...]) -> list[dict]:
    query = select(Repair).where(Repair.person_id.in_(person_ids)).order_by(Repair.id)
    return [_repair(row) for row in db.session.scalars(query)]


MINUTES = ("minutes_actual", "minutes_added", "minutes_credited", "rule_version")


def _attendance(row: Attendance) -> dict:
    known = {"session": row.session.title, "on": row.session.on.isoformat()}
    known |= {"area": row.session.area.name, "capacity": row.capacity.label}
    known |= {"in_at": _at(row.in_at), "out_at": _at(row.out_at)}
    return known | {name: getattr(row, name) for name in MINUTES}


def _repair(row: Repair) -> dict:
    known = {"session": row.session.title, "on": row.session.on.isoformat()}
    known |= {"minutes": row.minutes, "reason": row.reason, "state": row.state.label}
    known |= {"minutes_approved": row.minutes_approved, "answer": row.answer}
    return known | {"asked_at": _at(row.asked_at), "judged_at": _at(row.judged_at)}


def _at(moment) -> str | None:
    return moment and clock.local(moment).isoformat(timespec="seconds")


@upward.when_gone
def forget_presence(person: Person, *, roles, by) -> None:
    """Hours stay and are counted, under no name; cards end, and so do the words."""
    if person.state is not PersonState.CLOSED:
        return
    mine = Card.person_id == person.id, Card.revoked_at.is_(None)
    db.session.execute(update(Card).where(*mine).values(revoked_at=clock.now()))
    asked = update(Repair).where(Repair.person_id == person.id)
    db.session.execute(asked.values(reason=FORGOTTEN, answer=None))
    named = Scan.person_id == person.id, Scan.reason.is_not(None)
    db.session.execute(update(Scan).where(*named).values(reason=FORGOTTEN))


upward.copy_parts["attendances"] = own_attendances
upward.copy_parts["repairs"] = own_repairs
