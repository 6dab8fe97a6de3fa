"""What whoever scanned is told: 可以, 已经签过 or 不行, and why."""

from sqlalchemy import select

from schemas.occasion_words import Capacity, Direction
from schemas.scan_words import WHAT_NEXT, Refused
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.occasions.models import Session
from server.occasions.presence import Scan
from server.occasions.service.people import Known
from server.occasions.service.places import Place
from server.occasions.service.presence import Made, There, there_now
from server.people.actor import Actor
from server.people.models import Person
from server.people.names import masked_name

NO_CHECK_IN = "no_check_in"


def told(scan: Made, spot: Place, known: Known, there: There) -> dict:
    """Of a scan that counts: whether it changed anything, and since when they are there."""
    inwards = scan.direction is Direction.IN
    at = (there.since if inwards else there.out_at) or there.out_at
    status = "accepted" if at in (None, scan.scanned_at) else "already"
    lost = not inwards and there.in_at is None
    return _base(scan, scan.session_id, spot.title, known.name, known.id) | {
        "status": status,
        "code": NO_CHECK_IN if lost else None,
        "title": _title(scan, status),
        "words": "没有签到记录，请申请补记" if lost else _words(scan, there, status, at),
        "at": at or scan.scanned_at,
        "minutes": there.minutes,
    }


def refusal(scan: Made, spot: Place | None, known: Known) -> dict:
    refused = Refused(scan.refused)
    name = known.name if known.id else None
    return _base(scan, spot and spot.id, spot and spot.title, name, known.id) | {
        "status": "refused",
        "code": refused.value,
        "title": refused.label,
        "words": WHAT_NEXT[refused],
        "at": None,
        "minutes": 0,
    }


def again(client_id: str, *, by: Actor) -> dict:
    """Of a scan that is there already. Another's is not told."""
    scan = db.session.scalars(select(Scan).where(Scan.client_id == client_id)).one()
    if scan.scanner_id not in by.ids:
        raise NotFound
    session = scan.session_id and db.session.get(Session, scan.session_id)
    person = scan.person_id and db.session.get(Person, scan.person_id)
    name = person and person.display_name
    known = Known(scan.person_id, (), name or "", scan.route, None)
    if scan.refused:
        return refusal(scan, session, known)
    there = there_now(scan.session_id, scan.person_id, scan.capacity)
    return told(scan, session, known, there) | {
        "status": "already",
        "at": scan.scanned_at,
        "title": _title(scan, "already"),
    }


def _base(scan, session_id, session_title, name, person_id) -> dict:
    own = person_id == scan.scanner_id
    return {
        "client_id": scan.client_id,
        "direction": scan.direction,
        "capacity": scan.capacity,
        "session_id": session_id,
        "session_title": session_title,
        "person_name": name and (name if own else masked_name(name)),
    }


def _title(scan, status: str) -> str:
    done = "" if status == "accepted" else "已经"
    verb = scan.direction.label
    return f"{done}{verb}过了" if done else f"{verb}成功"


def _words(scan, there: There, status: str, at) -> str:
    when = f"{clock.local(at or scan.scanned_at):%H:%M}"
    if scan.capacity is Capacity.VISIT:
        return f"{when} 来访"
    if scan.direction is Direction.OUT:
        return f"{when} 签退，到现在 {there.minutes} 分钟"
    return f"{when} 签到，走的时候请记得签退"
