"""What scanners saw without network: each scan judged as of its own moment, answered for itself.

Nothing here depends on the order of arrival: a batch may come twice, in pieces and in any order."""

from datetime import datetime, timedelta

from marshmallow import ValidationError
from sqlalchemy import func, select

from schemas.occasion_words import Capacity, Direction, Route
from schemas.scan_words import Refused
from schemas.uploads import UploadItemForm
from server.core import clock
from server.core.db import db
from server.occasions.devices import Device
from server.occasions.models import Session
from server.occasions.rules import runs_session, scans_at, visible_sessions
from server.occasions.service import answers, following, presence
from server.occasions.service.people import Known, known_by, nobody, somebody
from server.occasions.service.places import Place, place
from server.occasions.service.presence import Made, terms
from server.occasions.service.scanning import closed, themselves
from server.occasions.service.screens import enrolled_device
from server.occasions.service.spells import had_signed_up
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
        wait_for(session_id)
    return [item["told"] if "told" in item else _one(item, batch) for item in items]


class _Batch:
    """What the items of one upload share."""

    def __init__(self, device: Device, received: datetime, wrong_by: timedelta, by: Actor):
        self.device, self.received, self.wrong_by, self.by = device, received, wrong_by, by
        self.sessions: dict[int, Session] = {}


def _wrong_by(form: dict, received: datetime) -> timedelta:
    off = received - form["sent_at"]
    return off if abs(off) > OFF else timedelta()


def _sessions(ids: list[int], device: Device, *, by: Actor) -> dict[int, Session]:
    """Where this device stands and whoever holds it may scan."""
    query = select(Session).where(Session.id.in_(ids), visible_sessions(by))
    return {
        session.id: session
        for session in db.session.scalars(query)
        if session.area.path.startswith(device.area.path) and scans_at(by, session)
    }


def wait_for(session_id: int) -> None:
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
    told = {"code": "malformed", "title": "这一条不完整"}
    return answers.untold(name, "refused", None, first) | told


def _one(item: dict, batch: _Batch) -> dict:
    """What its sender may not hand in is not kept: a colleague may send it."""
    session = batch.sessions.get(item["session_id"])
    if session is None:
        return answers.untold(item["client_id"], "refused", Refused.NOT_YOURS)
    if "person_id" in item and not runs_session(batch.by, session):
        return answers.untold(item["client_id"], "refused", Refused.BY_NAME)
    with db.session.begin_nested():
        return _judged(item, batch)


def _judged(item: dict, batch: _Batch) -> dict:
    at = item["scanned_at"] + batch.wrong_by
    known = _whom(item, at)
    spot = place(item["session_id"], known.ids)
    refused = _when(at, batch.received) or known.refused or closed(spot, at, item["direction"])
    scan = Made(
        client_id=item["client_id"],
        session_id=spot.id,
        person_id=known.id,
        capacity=_as_what(item, spot, known, at),
        direction=item["direction"],
        route=known.route,
        scanned_at=at,
        received_at=batch.received,
        scanner_id=batch.by.id,
        offline=True,
        follows=_follows(item),
        device_id=batch.device.id,
        refused=refused or themselves(known, batch.by),
        reason=item.get("reason"),
    )
    return _kept(scan, spot, known, batch)


def _follows(item: dict) -> bool:
    return item["direction"] is Direction.OUT and "capacity" not in item


def _as_what(item: dict, spot: Place, known: Known, at: datetime) -> Capacity:
    """As was said; who leaves, as what they came; else duty for whoever had signed up by then, also
    if they still waited for a place."""
    if "capacity" in item:
        return item["capacity"]
    if _follows(item) and (came := following.came_as(spot.id, known.ids, at)):
        return came
    signed = spot.seated or had_signed_up(spot.id, known.ids, at)
    return Capacity.DUTY if signed else Capacity.VISIT


def _kept(scan: Made, spot: Place, known: Known, batch: _Batch) -> dict:
    """Without a seat it counts as presence and credits nothing: who is let in at a full post would
    depend on whose scan came first. It is listed for whoever runs the session."""
    if not presence.keep(scan):
        return answers.again(scan, known, by=batch.by, device_id=batch.device.id)
    if scan.refused:
        return answers.refusal(scan, spot, known)
    by = terms(spot, known.ids, seated=spot.seated)
    if scan.direction is Direction.IN and following.follow(spot.id, known.ids):
        for capacity in Capacity:
            presence.touch(spot.id, known.id, capacity)
            presence.derive(spot.id, known.id, capacity, by)
    return answers.told(scan, spot, known, presence.count(scan, by))


def _whom(item: dict, at: datetime) -> Known:
    if "code" in item:
        return known_by(item["code"], at)
    known = somebody(item["person_id"], Route.NAMED)
    if known.id is None or not had_signed_up(item["session_id"], known.ids, at):
        return nobody(Route.NAMED, Refused.NOBODY)
    return known


def _when(at: datetime, received: datetime) -> Refused | None:
    if at > received + OFF:
        return Refused.IN_THE_FUTURE
    return Refused.TOO_LATE if at < received - OLDEST else None
