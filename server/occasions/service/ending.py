"""How a session ends: held, called off, or dropped before anybody saw it; and what falls due then.

Deadlines are asked for when it is published and whenever its time changes. Those of an older time
fire too: each job looks whether it is time."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from schemas.occasion_words import Capacity, OccasionKind
from schemas.occasions import PUBLISHED
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.jobs import defer
from server.core.moves import Job, move
from server.messages.service import tell_many
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.presence import Attendance
from server.occasions.service import presence, rewards
from server.occasions.service import words as said
from server.occasions.service.involved import hold_still, tell_everybody, waits
from server.occasions.service.places import CLOSES, closes_at, in_window

ENDS_BY_ITSELF = CLOSES  # after its end: until then people check out
FORGETS = timedelta(hours=25)  # after its end: what was scanned offline may come within 24
WARNS = timedelta(days=2)  # before it begins

# What a desk does when a session is not held on its day (called off, dropped, moved to another
# one): the vehicles that were to come stay at home.
when_called_off: list[Callable[[Session], None]] = []
# What a desk asks for besides, with the deadlines of a session: when it is published, and whenever
# its time changes.
when_timed: dict[OccasionKind, Callable[[Session], None]] = {}
# What a desk does when one has ended: what was not answered goes to the next.
when_ended: dict[OccasionKind, Callable[[Session], None]] = {}


class NotBegun(Refusal):
    code, title = "not_begun", "还没有开始"
    detail = "开始以后才能结束；不办了请点“取消这一场”"


class AlreadyThere(Refusal):
    code, title = "already_there", "已经有志愿者签到了"
    detail = "请点“结束”，写明原因：大家会收到通知，他们的时长也不会丢"


def set_deadlines(session: Session) -> None:
    defer("occasions.end_session", at=session.ends_at + ENDS_BY_ITSELF, session_id=session.id)
    defer("occasions.forget_secret", at=session.ends_at + FORGETS, session_id=session.id)
    defer("occasions.close_lines", at=session.ends_at + FORGETS, session_id=session.id)
    if session.starts_at - WARNS > clock.now():
        defer("occasions.warn_of_crew", at=session.starts_at - WARNS, session_id=session.id)
    if asks := when_timed.get(session.kind):
        asks(session)


def call_off_session(session: Session, words: str, *, by) -> Session:
    """取消: everybody who signed up or has a number is told, once. The caller holds the row."""
    hold_still([session.id])
    if _is_served(session):
        raise AlreadyThere
    move(session, "call_off", by=by)
    session.version += 1
    session.changed_words = words
    told = f"{said.when(session)}，{session.place}，{words}。抱歉，请您不用来了。"
    tell_everybody(session, f"{session.title}：{words}", told, event="called_off")
    _close_lines(session)
    rewards.give_back(session)
    free_the_day(session)
    return session


def free_the_day(session: Session) -> None:
    for do in when_called_off:
        do(session)


def _is_served(session: Session) -> bool:
    """Somebody has checked in for a duty. Visitors lose nothing when it is called off."""
    on_duty = Attendance.capacity == Capacity.DUTY, Attendance.in_at.is_not(None)
    query = select(Attendance.id).where(Attendance.session_id == session.id, *on_duty)
    return db.session.scalar(query.limit(1)) is not None


def end_session(session: Session, words: str | None = None, *, by) -> Session:
    """Also before its time, and before its beginning once a crew has come (a storm): then everybody
    is told why, and what was served stays. The caller holds the row."""
    now = clock.now()
    if session.starts_at > now and not (in_window(session, now) and _is_served(session)):
        raise NotBegun
    if now < session.ends_at and not words:
        raise Malformed(words="还没到结束的时间，请写为什么提前结束，大家会收到通知")
    move(session, "end", by=by)
    session.ended_at = now
    db.session.flush()
    presence.announce(session)
    remind(session)
    if goes_on := when_ended.get(session.kind):
        goes_on(session)
    if now < session.ends_at:
        session.version += 1
        session.changed_words = words
        told = f"{said.when(session)}，{session.place}，{words}。还没有来的请不用来了。"
        tell_everybody(session, f"{session.title}提前结束", told, event="ended_early")
    return session


def remind(session: Session) -> None:
    """Whoever checked in for a duty and not out: while that can still be done, or after."""
    forgot = select(Attendance.person_id).where(
        Attendance.session_id == session.id,
        Attendance.capacity == Capacity.DUTY,
        Attendance.in_at.is_not(None),
        Attendance.out_at.is_(None),
    )
    closes = closes_at(session)
    still = f"{clock.local(closes):%H:%M} 前还可以扫签退码，过了" if clock.now() < closes else ""
    words = f"{said.day_of(session)}的{session.title}还没有您的签退记录。{still}请申请补记时长。"
    tell_many(
        db.session.scalars(forgot),
        "您忘了签退",
        words,
        reason=lambda person_id: f"session:{session.id}:no_check_out:person:{person_id}",
        link=("session", session.id),
    )


def end_by_itself(session: Session) -> None:
    due = session.ends_at + ENDS_BY_ITSELF <= clock.now()
    if session.state is PUBLISHED and due:
        end_session(session, by=Job("end_session"))


def forget_secret(session: Session) -> None:
    if session.ends_at + FORGETS <= clock.now():
        session.secret = None


def close_lines(session: Session) -> None:
    """A day after its end nobody writes down any more what became of a number."""
    if session.ends_at + FORGETS <= clock.now():
        _close_lines(session)
        rewards.give_back(session)


def _close_lines(session: Session) -> None:
    """Numbers nobody called: a wish that waits for one is offered the next market day."""
    waiting = QueueNumber.session_id == session.id, waits()
    lock = select(QueueNumber).where(*waiting).order_by(QueueNumber.id)
    for number in db.session.scalars(lock.with_for_update(key_share=True)).all():
        move(number, "leave", by=Job("close_lines"), channel="job")
        number.done_at = clock.now()


def drop_session(session: Session, *, by) -> Session:
    """不办了: planned, and nobody has seen it."""
    move(session, "drop", by=by)
    free_the_day(session)
    return session
