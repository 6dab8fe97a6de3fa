"""Presence as whoever runs a session reads it: a page of people in a fixed number of statements."""

from collections import defaultdict

from sqlalchemy import select

from schemas.occasions import REPAIR_FLOW, RepairState
from server.core.db import db
from server.core.paging import Page
from server.occasions import presence_rules as rules
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.presence import Attendance, Repair, Scan
from server.occasions.service.oddities import oddities
from server.people.actor import Actor
from server.people.names import masked_phone

STAY = "id capacity in_at out_at minutes_actual minutes_added minutes_credited rule_version"


def present(actor: Actor, session: Session, page: Page) -> Page:
    ids = [person.id for person in page.items]
    signups, stays, scans = _signups(session, ids), _stays(session, ids), _scans(session, ids)
    flags, waits = _flags(session), _waits(session)
    rows = []
    for person in page.items:
        signed, label = signups.get(person.id, (None, None))
        here = stays[person.id]
        rows.append(
            {
                "person_id": person.id,
                "person_name": person.display_name,
                "phone_masked": masked_phone(person.phone),
                "post_label": label,
                "signup_label": signed and signed.state.label,
                "walk_in": bool(signed and signed.walk_in),
                "stays": [stay(row) for row in here],
                "scans": [scan(actor, row) for row in scans[person.id]],
                "flags": flags[person.id],
                "repair_waits": person.id in waits,
                "actions": _actions(actor, person.id, signed, here),
            }
        )
    return Page(rows, page.next)


def stay(row: Attendance) -> dict:
    shown = {name: getattr(row, name) for name in STAY.split()}
    return shown | {"capacity_label": row.capacity.label}


def scan(actor: Actor, row: Scan) -> dict:
    may_undo = row.undone_at is None and rules.undo_scan(actor, row)
    names = ("id", "direction", "capacity", "route", "offline", "near", "reason", "undone_at")
    return {name: getattr(row, name) for name in names} | {
        "at": row.scanned_at,
        "direction_label": row.direction.label,
        "route_label": row.route.label,
        "actions": [{"action": "undo", "label": "撤销"}] if may_undo else [],
    }


def _actions(actor: Actor, person_id: int, signed, stays: list[Attendance]) -> list[dict]:
    if person_id in actor.ids:
        return []
    inside = any(row.in_at and not row.out_at for row in stays)
    steps = [("out", "代签退") if inside else ("in", "代签到")]
    if stays and not (signed and signed.state.has("seat")):
        steps.append(("seat", "安排岗位"))
    return [{"action": action, "label": label} for action, label in steps]


def repair(actor: Actor, row: Repair) -> dict:
    may = rules.judges_repair(actor, row)
    steps = REPAIR_FLOW.actions(row.state) if may else []
    names = (
        "id client_id session_id person_id minutes reason state asked_at minutes_approved answer "
        "judged_at"
    )
    return {name: getattr(row, name) for name in names.split()} | {
        "session_title": row.session.title,
        "on": row.session.on,
        "person_name": row.person.display_name,
        "state_label": row.state.label,
        "actions": [{"action": step, "label": REPAIR_FLOW.label(step)} for step in steps],
    }


def repairs(actor: Actor, page: Page) -> Page:
    return Page([repair(actor, row) for row in page.items], page.next)


def _signups(session: Session, ids: list[int]) -> dict[int, tuple[Signup, str]]:
    query = select(Signup, Post.label).join(Post, Post.id == Signup.post_id)
    mine = Signup.session_id == session.id, Signup.person_id.in_(ids), Signup.is_live()
    return {row.person_id: (row, label) for row, label in db.session.execute(query.where(*mine))}


def _stays(session: Session, ids: list[int]) -> dict[int, list[Attendance]]:
    here = Attendance.session_id == session.id, Attendance.person_id.in_(ids)
    return _by_person(select(Attendance).where(*here).order_by(Attendance.id))


def _scans(session: Session, ids: list[int]) -> dict[int, list[Scan]]:
    """Those that count or did; what was refused is no part of somebody's presence."""
    here = Scan.session_id == session.id, Scan.person_id.in_(ids), Scan.refused.is_(None)
    return _by_person(select(Scan).where(*here).order_by(Scan.scanned_at, Scan.id))


def _by_person(query) -> dict[int, list]:
    found = defaultdict(list)
    for row in db.session.scalars(query):
        found[row.person_id].append(row)
    return found


def _flags(session: Session) -> dict[int, list[str]]:
    found = defaultdict(list)
    for odd in oddities(session):
        for person_id in odd.person_ids:
            if odd.kind.label not in found[person_id]:
                found[person_id].append(odd.kind.label)
    return found


def _waits(session: Session) -> set[int]:
    asked = Repair.session_id == session.id, Repair.state == RepairState.ASKED
    return set(db.session.scalars(select(Repair.person_id).where(*asked)))
