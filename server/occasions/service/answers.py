"""What whoever scanned is told: 可以, 已经签过 or 不行, and why."""

from dataclasses import replace

from sqlalchemy import select

from schemas.occasion_words import Capacity, Direction, Route
from schemas.scan_words import WHAT_NEXT, WHAT_NEXT_AT_THE_GATE, Refused
from server.core import clock
from server.core.db import db
from server.occasions.models import Session
from server.occasions.presence import Scan
from server.occasions.service.pairing import There
from server.occasions.service.people import Known
from server.occasions.service.places import Place
from server.occasions.service.presence import Made, there_now
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.models import Person
from server.people.names import masked_name

OF_ANOTHER = (Route.PERSONAL, Route.CARD, Route.NAMED)
NO_CHECK_IN = "no_check_in"
HANDED_IN = "已经交过了", "这一次别的同事已经交上来了，不用再交"
NEVER_IN = "没有找到签到记录", "可以申请补记，请写明几点来、几点走"


def told(scan: Made, spot: Place, known: Known, there: There) -> dict:
    """Of a scan that counts: whether it changed anything, and since when they are there."""
    at = there.said_at or scan.scanned_at
    status = "already" if there.again else "accepted"
    lost = scan.direction is Direction.OUT and there.in_at is None
    title, words = NEVER_IN if lost else (_title(scan, status), _words(scan, there, at))
    return _base(scan, spot.id, spot.title, known.name, known.id) | {
        "status": status,
        "code": NO_CHECK_IN if lost else None,
        "title": title,
        "words": words,
        "at": at,
        "minutes": there.minutes,
    }


def refusal(scan: Made, spot: Place | None, known: Known) -> dict:
    refused = Refused(scan.refused)
    name = known.name if known.id else None
    next_steps = WHAT_NEXT_AT_THE_GATE if scan.route in OF_ANOTHER else WHAT_NEXT
    return _base(scan, spot and spot.id, spot and spot.title, name, known.id) | {
        "status": "refused",
        "code": refused.value,
        "title": refused.label,
        "words": next_steps[refused],
        "at": None,
        "minutes": 0,
    }


def again(made: Made, known: Known, *, by: Actor, device_id: int | None = None) -> dict:
    """Of a scan that is there already. Another's is not told, but for what the same scanner sent:
    who holds it may have changed. What another scan's number stands on was never kept."""
    scan = db.session.scalars(select(Scan).where(Scan.client_id == made.client_id)).one()
    if _is_another(scan, made, known):
        return untold(made.client_id, "refused", Refused.OTHER_SCAN)
    if scan.scanner_id not in by.ids and (device_id is None or scan.device_id != device_id):
        return untold(made.client_id, "already", None)
    session = scan.session_id and db.session.get(Session, scan.session_id)
    person = scan.person_id and db.session.get(Person, scan.person_id)
    known = Known(scan.person_id, (), person.display_name if person else "", scan.route, None)
    if scan.refused or scan.undone_at:
        return refusal(_as_made(scan), session, known)
    ids = everybody(scan.person_id)
    there = there_now(scan.session_id, ids, scan.capacity, scan.client_id)
    told_before = told(scan, session, known, there)
    title = told_before["title"] if told_before["code"] else _title(scan, "already")
    return told_before | {"status": "already", "at": scan.scanned_at, "title": title}


def _is_another(scan: Scan, made: Made, known: Known) -> bool:
    """As far as both say whom and where: a code that has run out says less."""
    persons = None not in (known.id, scan.person_id) and scan.person_id not in known.ids
    places = scan.session_id, made.session_id
    return persons or (None not in places and places[0] != places[1])


def untold(client_id: str, status: str, refused: Refused | None, words: str = "") -> dict:
    """Without a name and without a session: it is not theirs to read, or was never looked at."""
    unknown = ("direction", "capacity", "at", "session_id", "session_title", "person_name")
    title = refused.label if refused else HANDED_IN[0]
    words = words or (WHAT_NEXT[refused] if refused else HANDED_IN[1])
    told = {"client_id": client_id, "status": status, "minutes": 0, "title": title, "words": words}
    return told | {"code": refused and refused.value} | dict.fromkeys(unknown)


def _as_made(scan: Scan) -> Made:
    names = set(Made.__dataclass_fields__)
    made = Made(**{name: getattr(scan, name) for name in names})
    return replace(made, refused=made.refused or Refused.UNDONE.value)


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
    verb = scan.direction.label
    return f"{verb}成功" if status == "accepted" else f"已经{verb}过了"


def _words(scan, there: There, at) -> str:
    when = f"{clock.local(at):%H:%M}"
    if scan.capacity is Capacity.VISIT:
        return f"{when} 来访"
    if scan.direction is Direction.OUT:
        return f"{when} 签退，到现在 {there.minutes} 分钟"
    return f"{when} 签到，走的时候请记得签退"
