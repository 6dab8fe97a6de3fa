"""What scanners saw without network: each scan judged as of its own moment, answered for itself.

Nothing here depends on the order of arrival: a batch may come twice, in pieces and in any order."""

from datetime import datetime, timedelta

from marshmallow import ValidationError
from sqlalchemy import func, select

from schemas.occasion_words import Capacity, Route
from schemas.scan_words import WHAT_NEXT, Refused
from schemas.uploads import UploadItemForm
from server.core import clock
from server.core.db import db
from server.occasions.devices import Device
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.occasions.rules import scans_at, visible_sessions
from server.occasions.service import answers, presence
from server.occasions.service.people import Known, known_by, nobody, somebody
from server.occasions.service.places import Place, place
from server.occasions.service.presence import Made, terms
from server.occasions.service.scanning import closed, themselves
from server.occasions.service.screens import enrolled_device
from server.people.actor import Actor

OFF = timedelta(seconds=30)  # a clock that is wrong by more is set right
OLDEST = timedelta(hours=24)
ITEM = UploadItemForm()


def upload_scans(form: dict, *, by: Actor) -> list[dict]:
    received = clock.now()
    batch = _Batch(enrolled_device(form["device"]), received, _wrong_by(form, received), by)
    items = [_read(item) for item in form["items"]]
    ids = sorted({item["session_id"] for item in items if "told" not in item})
    batch.sessions = _sessions(ids, batch.device, by=by)
    for session_id in ids:
        _wait_for(session_id)
    return [item["told"] if "told" in item else _one(item, batch) for item in items]


class _Batch:
    """What the items of one upload share."""

    def __init__(self, device: Device, received: datetime, wrong_by: timedelta, by: Actor):
        self.device, self.received, self.wrong_by, self.by = device, received, wrong_by, by
        self.sessions: set[int] = set()


def _wrong_by(form: dict, received: datetime) -> timedelta:
    off = received - form["sent_at"]
    return off if abs(off) > OFF else timedelta()


def _sessions(ids: list[int], device: Device, *, by: Actor) -> set[int]:
    """Where this device stands and whoever holds it may scan."""
    query = select(Session).where(Session.id.in_(ids), visible_sessions(by))
    return {
        session.id
        for session in db.session.scalars(query)
        if session.area.path.startswith(device.area.path) and scans_at(by, session)
    }


def _wait_for(session_id: int) -> None:
    """Uploads of one session come one after the other: two with the same people in another order
    would wait for each other for ever. Nobody who scans online waits."""
    name = func.hashtextextended(f"upload:{session_id}", 0)
    db.session.execute(select(func.pg_advisory_xact_lock(name)))


def _read(item: dict) -> dict:
    try:
        return ITEM.load(item)
    except ValidationError as error:
        words = next(iter(error.normalized_messages().values()))
        return {"told": _malformed(item.get("client_id"), words)}


def _malformed(sent, words) -> dict:
    name = sent[:64] if isinstance(sent, str) else ""
    first = words[0] if isinstance(words, list) else "请检查填写的内容"
    return _nothing(name) | {"code": "malformed", "title": "这一条不完整", "words": first}


def _nothing(client_id: str) -> dict:
    unknown = ("direction", "capacity", "at", "session_id", "session_title", "person_name")
    return {"client_id": client_id, "status": "refused", "minutes": 0} | dict.fromkeys(unknown)


def _one(item: dict, batch: _Batch) -> dict:
    if item["session_id"] not in batch.sessions:
        refused = Refused.NOT_YOURS
        told = {"code": refused.value, "title": refused.label, "words": WHAT_NEXT[refused]}
        return _nothing(item["client_id"]) | told
    with db.session.begin_nested():
        return _judged(item, batch)


def _judged(item: dict, batch: _Batch) -> dict:
    at = item["scanned_at"] + batch.wrong_by
    known = _whom(item, at)
    spot = place(item["session_id"], known.ids)
    capacity = item.get("capacity") or (Capacity.DUTY if spot.seated else Capacity.VISIT)
    refused = _when(at, batch.received) or known.refused or closed(spot, at)
    scan = Made(
        client_id=item["client_id"],
        session_id=spot.id,
        person_id=known.id,
        capacity=capacity,
        direction=item["direction"],
        route=known.route,
        scanned_at=at,
        received_at=batch.received,
        scanner_id=batch.by.id,
        offline=True,
        device_id=batch.device.id,
        refused=refused or themselves(known, batch.by),
    )
    return _kept(scan, spot, known, batch)


def _kept(scan: Made, spot: Place, known: Known, batch: _Batch) -> dict:
    """Without a seat it counts as presence and credits nothing: who is let in at a full post would
    depend on whose scan came first. It is listed for whoever runs the session."""
    if not presence.keep(scan):
        return answers.again(scan.client_id, by=batch.by, device_id=batch.device.id)
    if scan.refused:
        return answers.refusal(scan, spot, known)
    return answers.told(scan, spot, known, presence.count(scan, terms(spot, seated=spot.seated)))


def _whom(item: dict, at: datetime) -> Known:
    if "code" in item:
        return known_by(item["code"], at)
    signed = Signup.session_id == item["session_id"], Signup.person_id == item["person_id"]
    if db.session.scalar(select(Signup.id).where(*signed, Signup.is_live())) is None:
        return nobody(Route.NAMED, Refused.NOBODY)
    return somebody(item["person_id"], Route.NAMED)


def _when(at: datetime, received: datetime) -> Refused | None:
    if at > received + OFF:
        return Refused.IN_THE_FUTURE
    return Refused.TOO_LATE if at < received - OLDEST else None
