"""平台服务记录 on paper: what it said is hashed, and its code tells whether that still holds.

A paper lists what was booked when it was printed: 公示 was over by then. Whatever is changed later
is announced anew, and so falls out of what the same question finds; a day that is booked later is
no part of it. So its rows need not be kept, only of which sessions they were, and a hash."""

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from schemas.service_record import PaperState
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import NotFound, Refusal
from server.files.service import signature
from server.occasions.models import Session
from server.occasions.presence import Attendance, Repair, Scan, ServicePaper
from server.occasions.service.alone import minutes_alone
from server.occasions.service.records import DUTY
from server.people import me
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.models import Person
from server.points.service.maturing import ANNOUNCED_FOR
from server.workdays.calendar import closing, due_after

Item = tuple[Session, int]  # minutes
MOST = 400  # rows on one paper: eleven sheets


class NothingBooked(Refusal):
    code, title = "nothing_booked", "还没有可以打印的记录"
    detail = "公示期结束以后的服务时长才能打印"


class TooMuch(Refusal):
    code, title, detail = "too_much", "记录太多了", "请分几段日期打印"


def print_paper(person: Person, form: dict, *, by: Actor) -> ServicePaper:
    today = clock.today()
    until = min(form["until"] or today, today)
    rows = listed(me.own_ids(person), form["since"], until, today)
    if not rows:
        raise NothingBooked
    if len(rows) > MOST:
        raise TooMuch
    paper = ServicePaper(token=token_urlsafe(12), person_id=person.id, made_by_id=by.id)
    paper.since, paper.until, paper.rows = form["since"], until, len(rows)
    paper.minutes, paper.items_hash = _minutes(rows), _hash(_items(rows))
    paper.person_ids = sorted(me.own_ids(person))
    paper.session_ids = [row.session_id for row in rows]
    db.session.add(paper)
    db.session.flush()
    reason = form.get("reason")
    record("print_record", paper, by=by, person_id=person.id, reason=reason and reason.value)
    return paper


def listed(ids: tuple[int, ...], since: date | None, until: date, on: date) -> list[Attendance]:
    """What was booked on that day, the oldest first."""
    query = (
        select(Attendance)
        .join(Session, Session.id == Attendance.session_id)
        .options(contains_eager(Attendance.session).joinedload(Session.area))
        .where(Attendance.person_id.in_(ids), DUTY, Attendance.minutes_credited > 0)
        .where(Attendance.public_until < on, Session.on <= until)
        .order_by(Session.on, Session.starts_at, Attendance.id)
    )
    if since:
        query = query.where(Session.on >= since)
    return list(db.session.scalars(query))


def items_now(paper: ServicePaper) -> list[Item]:
    """As it would say today. Accounts that were merged or taken apart since change nothing of what
    it was made of."""
    if sorted(everybody(paper.person_id)) != paper.person_ids:
        return minutes_alone(paper.session_ids, paper.person_ids)
    made_on = clock.local(paper.made_at).date()
    return _items(listed(tuple(paper.person_ids), paper.since, paper.until, made_on))


def holds(paper: ServicePaper, items: list[Item]) -> bool:
    return _hash(items) == bytes(paper.items_hash)


def _items(rows: list[Attendance]) -> list[Item]:
    return [(row.session, row.minutes_credited) for row in rows]


def _minutes(rows: list[Attendance]) -> int:
    return sum(row.minutes_credited for row in rows)


def _hash(items: list[Item]) -> bytes:
    said = sorted((session.id, str(session.on), minutes) for session, minutes in items)
    return sha256(repr(said).encode()).digest()


def verify_paper(token: str) -> dict:
    """For whoever holds the paper: no more than what stands on it, and whether it holds."""
    paper = db.session.scalar(select(ServicePaper).where(ServicePaper.token == token))
    if paper is None:
        raise NotFound
    if paper.revoked_at:
        return {"paper": paper, "state": PaperState.REVOKED, "changed_at": paper.revoked_at}
    if holds(paper, items_now(paper)):
        return {"paper": paper, "state": PaperState.VALID, "changed_at": None}
    changed = {"changed_at": _changed_at(paper), "minutes_now": _minutes_now(paper)}
    return {"paper": paper, "state": PaperState.CORRECTED, **changed}


def _minutes_now(paper: ServicePaper) -> int:
    """Of the days that could stand on it, as they are today, announced anew or not."""
    ids = everybody(paper.person_id)
    total = select(func.coalesce(func.sum(Attendance.minutes_credited), 0)).join(Session)
    days = [Session.on <= paper.until, Session.ended_at < _booked_by(paper)]
    days += [Session.on >= paper.since] if paper.since else []
    return db.session.scalar(total.where(Attendance.person_id.in_(ids), DUTY, *days))


def _booked_by(paper: ServicePaper) -> datetime:
    """公示 of whatever ended before this was over when the paper was printed."""
    made_on = clock.local(paper.made_at).date()
    day = made_on - timedelta(days=1)
    while clock.local(due_after(closing(day), ANNOUNCED_FOR).at).date() >= made_on:
        day -= timedelta(days=1)
    return datetime.combine(day + timedelta(days=1), time(), clock.SHANGHAI)


def _changed_at(paper: ServicePaper) -> datetime | None:
    """The last scan, undoing or approval since it was printed."""
    ids = everybody(paper.person_id)
    found = []
    for column, owner in (
        (Scan.received_at, Scan.person_id),
        (Scan.undone_at, Scan.person_id),
        (Repair.judged_at, Repair.person_id),
    ):
        newest = select(func.max(column)).where(owner.in_(ids), column > paper.made_at)
        found.append(db.session.scalar(newest))
    return max((at for at in found if at), default=None)


def revoke_paper(paper: ServicePaper, form: dict, *, by: Actor) -> ServicePaper:
    """Its code says so from now on. Bears being asked twice."""
    if paper.revoked_at is None:
        paper.revoked_at, paper.revoked_by_id = clock.now(), by.id
        paper.revoked_why = form["why"].value
        record("revoke_paper", paper, by=by, why=paper.revoked_why)
    return paper


def address(paper: ServicePaper) -> str | None:
    """Where it opens for an hour, without signing in: a PDF reader cannot send a token."""
    if paper.revoked_at:
        return None
    return f"/papers/records/{paper.token}.pdf?s={signature(paper.token, 'record')}"


def code_address(paper: ServicePaper) -> str:
    return f"{current_app.config['PUBLIC_URL']}/q/v/{paper.token}"
