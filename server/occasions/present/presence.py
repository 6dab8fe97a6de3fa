"""Presence as whoever runs a session reads it: a page of people in a fixed number of statements."""

from collections import defaultdict

from sqlalchemy import select

from schemas.occasions import REPAIR_FLOW, SEATED, RepairState
from server.core.db import db
from server.core.paging import Page
from server.occasions import presence_rules as rules
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.presence import Attendance, Repair, Scan
from server.occasions.service.bearers import bearer
from server.occasions.service.named import can_be_put_right
from server.occasions.service.oddities import oddities
from server.occasions.service.repair_minutes import Comes, what_they_come_to
from server.occasions.service.repairs import may_earn
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
                "actions": _actions(actor, session, person.id, signed, here, person.id in waits),
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


def _actions(actor: Actor, session: Session, person_id: int, signed, stays, asks: bool):
    if person_id in actor.ids or not can_be_put_right(session):
        return []
    inside = any(row.in_at and not row.out_at for row in stays)
    steps = [("out", "代签退") if inside else ("in", "代签到")]
    if (stays or asks) and not (signed and signed.state.has("seat")):
        steps.append(("seat", "安排岗位"))
    return [{"action": action, "label": label} for action, label in steps]


def repair(actor: Actor, row: Repair, comes: Comes | None = None) -> dict:
    may = rules.judges_repair(actor, row)
    comes = comes or what_they_come_to([row])[row.id]
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
        "minutes_counted": comes.adds,
        "note": _note(row, comes, may),
        "actions": [{"action": step, "label": REPAIR_FLOW.label(step)} for step in steps],
    }


def repairs(actor: Actor, page: Page) -> Page:
    comes = what_they_come_to(page.items)
    return Page([repair(actor, row, comes[row.id]) for row in page.items], page.next)


def _note(row: Repair, comes: Comes, may: bool) -> str | None:
    if row.state is RepairState.REFUSED:
        return None
    if row.state is RepairState.ASKED and may and not comes.seated and not may_earn(row):
        late = "，已经过了可以安排岗位的期限"
        first = "：先在“到场”里给他安排岗位，再同意"
        return f"还没有岗位，不计时长{first if can_be_put_right(row.session) else late}"
    if comes.adds == (row.minutes if row.minutes_approved is None else row.minutes_approved):
        return None
    return f"后来扫码的时间已算在实到里，补记算 {comes.adds} 分钟"


def _signups(session: Session, ids: list[int]) -> dict[int, tuple[Signup, str]]:
    whom = bearer(Signup.person_id)
    query = select(whom, Signup, Post.label).join(Post, Post.id == Signup.post_id)
    mine = Signup.session_id == session.id, whom.in_(ids), Signup.is_live()
    rows = db.session.execute(query.where(*mine).order_by(Signup.state.in_(SEATED)))
    return {person_id: (row, label) for person_id, row, label in rows}


def _stays(session: Session, ids: list[int]) -> dict[int, list[Attendance]]:
    here = Attendance.session_id == session.id, Attendance.person_id.in_(ids)
    query = select(Attendance.person_id, Attendance).where(*here)
    return _by_person(query.order_by(Attendance.id))


def _scans(session: Session, ids: list[int]) -> dict[int, list[Scan]]:
    """Those that count or did; what was refused is no part of somebody's presence."""
    whom = bearer(Scan.person_id)
    here = Scan.session_id == session.id, whom.in_(ids), Scan.refused.is_(None)
    return _by_person(select(whom, Scan).where(*here).order_by(Scan.scanned_at, Scan.id))


def _by_person(query) -> dict[int, list]:
    found = defaultdict(list)
    for person_id, row in db.session.execute(query):
        found[person_id].append(row)
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
    return set(db.session.scalars(select(bearer(Repair.person_id)).where(*asked)))
