"""What a supervisor does by name: looking somebody up, checking them in, taking a scan back, giving
a place to whoever was there without one."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from schemas.occasion_words import Capacity, Route
from schemas.occasions import ENDED, PUBLISHED, WAITING
from schemas.scan_words import Refused
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed, NotFound, Refusal
from server.core.moves import begin
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.occasions.presence import Scan
from server.occasions.service import fitness, seats, signups
from server.occasions.service.deriving import derive_again
from server.occasions.service.lookup import nameable
from server.occasions.service.people import Known, nobody, somebody
from server.occasions.service.places import place
from server.occasions.service.scanning import closed, of_another, themselves
from server.occasions.service.whom import must_not_work_here
from server.people.actor import Actor
from server.people.models import Person

LATEST = timedelta(days=7)  # after the end: until then a supervisor may still put things right


class NothingToUndo(Refusal):
    code, title, detail = "nothing_to_undo", "这一次不算数", "它没有通过，或已经撤销过了"


class HasSeat(Refusal):
    code, title, detail = "has_seat", "已经有岗位了", "请刷新后再看"


class PostFull(Refusal):
    code, title, detail = "post_full", "这个岗位已经满了", "请换一个岗位，或先把人数上限改大"


def scan_by_name(session: Session, form: dict, *, by: Actor) -> dict:
    """Whoever runs the session answers for it: the reason is kept with the scan."""
    now = clock.now()
    at = form.get("at", now)
    known = _known(session, form["person_id"], by=by)
    spot = place(session.id, known.ids)
    if at > now or not spot.is_open(at):
        raise Malformed(at="请填写这一场前后一小时以内、已经过去的时间")
    late = Refused.TOO_LATE if now > spot.ends_at + LATEST else None
    shut = closed(spot, at, form["direction"])
    refused = known.refused or shut or late or themselves(known, by)
    return of_another(form, spot, known, refused, at, by=by)


def _known(session: Session, person_id: int, *, by: Actor) -> Known:
    asked = select(Person.id).where(Person.id == person_id, nameable(session, by=by))
    if db.session.scalar(asked) is None:
        return nobody(Route.NAMED, Refused.NOBODY)
    return somebody(person_id, Route.NAMED)


def undo_scan(scan: Scan, *, by: Actor) -> Scan:
    """As if it had not been: what the others come to is derived again. The road holds the scan."""
    if scan.refused or scan.undone_at or scan.person_id is None:
        raise NothingToUndo
    scan.undone_at, scan.undone_by_id = clock.now(), by.id
    db.session.flush()
    derive_again(scan.session_id, scan.person_id, scan.capacity)
    record("undo_scan", scan, by=by, person_id=scan.person_id)
    return scan


def seat_person(session: Session, form: dict, *, by: Actor) -> tuple[Person, str]:
    """They came without having signed up, as a visitor or scanned offline: with a place, their
    minutes count. The person, and what their post is called."""
    may_still_be_seated(session)
    known = _known(session, form["person_id"], by=by)
    if known.refused:
        raise NotFound
    must_not_work_here(db.session.get_one(Person, known.id), session)
    if themselves(known, by):
        raise SeatsOthers
    if signups.is_seated(session.id, known.ids):
        raise HasSeat
    label = _take(session, form["post_id"], known, by=by)
    _served_all_along(session, known, by=by)
    return db.session.get_one(Person, known.id), label


def _served_all_along(session: Session, known: Known, *, by: Actor) -> None:
    """They came as a visitor, and helped: what they were scanned for was duty. It is on record
    which scans those are."""
    theirs = Scan.session_id == session.id, Scan.person_id.in_(known.ids), Scan.counts()
    visits = update(Scan).where(*theirs, Scan.capacity == Capacity.VISIT)
    duty = visits.values(capacity=Capacity.DUTY).returning(Scan.id)
    ids = db.session.scalars(duty.execution_options(synchronize_session=False)).all()
    for capacity in Capacity if ids else [Capacity.DUTY]:
        derive_again(session.id, known.id, capacity)
    record("seat_person", session, by=by, person_id=known.id, scans=sorted(ids))


def may_still_be_seated(session: Session) -> None:
    """Not of one that is off; later than a week after the end nothing is put right any more."""
    if not can_be_put_right(session):
        raise TooLateToSeat


def put_right_until(session: Session) -> datetime | None:
    """Until then somebody is checked in by name and given a post; None: it is not held."""
    return session.ends_at + LATEST if session.state in (PUBLISHED, ENDED) else None


def can_be_put_right(session: Session) -> bool:
    until = put_right_until(session)
    return until is not None and clock.now() <= until


class TooLateToSeat(Refusal):
    code, title = "too_late_to_seat", "这一场不能安排岗位了"
    detail = "它没有办，或者结束已经超过 7 天"


class SeatsOthers(Refusal):
    status, code, title = 403, "seats_others", "不能给自己安排岗位"
    detail = "请另一位负责人安排"


def _take(session: Session, post_id: int, known: Known, *, by: Actor) -> str:
    """Persons wait in the order of seats.py: a sign-up that waits, then its post."""
    signup = _waiting(session, known)
    post = seats.locked(post_id)
    if post.session_id != session.id:
        raise Malformed(post_id="请选这一场的岗位")
    fitness.may_stand_at_the_door(post, child=bool(signup and signup.child), vouched=True)
    if post.taken >= post.capacity:
        raise PostFull
    if signup is None:
        signup = Signup(session_id=session.id, person_id=known.id, post_id=post.id)
        signup.entered_by_id, signup.walk_in = by.id, True
        begin(signup, "walk_in", by=by, channel="desk")
    signup.post_id, signup.walk_in = post.id, True
    seats.seat(signup, post, by=by)
    db.session.flush()
    return post.label


def _waiting(session: Session, known: Known) -> Signup | None:
    mine = Signup.session_id == session.id, Signup.person_id.in_(known.ids)
    lock = select(Signup).where(*mine, Signup.state == WAITING).with_for_update(key_share=True)
    return db.session.scalar(lock.execution_options(populate_existing=True))
