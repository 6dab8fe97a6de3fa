"""补记: somebody forgot to check out, or could not check in. Asked for, judged by somebody else,
and kept in a column of its own."""

from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from schemas.occasion_words import Capacity, Direction
from schemas.occasions import RepairState, SignupState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, NotFound, Refusal
from server.core.moves import begin, move
from server.core.paging import Page, page
from server.messages.service import tell
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.occasions.presence import Attendance, Repair, Scan
from server.occasions.rules import RUNS_IT
from server.occasions.service import signups
from server.occasions.service.deriving import derive_again
from server.occasions.service.repair_minutes import asked_minutes, served
from server.occasions.service.spells import was_seated
from server.people.actor import Actor, within
from server.people.aliases import everybody

UNTIL = timedelta(days=7)  # after the end


class NotBegun(Refusal):
    code, title, detail = "not_begun", "这一场还没有开始", "来了请扫码签到"


class TooLateToRepair(Refusal):
    code, title = "too_late_to_repair", "超过了补记的期限"
    detail = "结束后 7 天内可以申请；有特殊情况请到社区服务台说明"


class WasNotThere(Refusal):
    code, title = "was_not_there", "没有您的报名和签到记录"
    detail = "只有报了名或签过到的人可以申请补记，请找现场负责人"


class AlreadyAsked(Refusal):
    code, title = "already_asked", "您已经申请过了"
    detail = "社区核实以后会告诉您结果"


class NoSeatYet(Refusal):
    code, title = "no_seat_yet", "还没有岗位"
    detail = "没有岗位的服务不计时长。请先在“到场”里给他安排岗位，再同意补记"


def ask_repair(session: Session, form: dict, *, by: Actor) -> Repair:
    """One at a time. Asked again with the same client id, it is the one that is there: a telephone
    without network keeps it until it can be sent."""
    name = func.hashtextextended(f"repair:{session.id}:{by.id}", 0)
    db.session.execute(select(func.pg_advisory_xact_lock(name)))
    there = db.session.scalar(select(Repair).where(Repair.client_id == form["client_id"]))
    if there is not None:
        if there.person_id not in by.ids or there.session_id != session.id:
            raise NotFound
        return there
    _possible(session, by=by)
    repair = Repair(client_id=form["client_id"], session_id=session.id, person_id=by.id)
    already = served(session.id, by.ids)
    repair.minutes = asked_minutes(session, form, already, ids=by.ids)
    repair.actual_then = already.actual
    repair.reason, repair.asked_by_id = form["reason"], by.id
    begin(repair, "ask", by=by)
    return repair


class Lack(NamedTuple):
    may_ask: bool = False
    waits: bool = False  # asked for, not judged yet


def lacks(session: Session, *, by: Actor) -> Lack:
    """For a button: it is over, they may ask, and no check-out says how long they served. Before
    the end the scan itself can still be made."""
    if session.ends_at > clock.now():  # most pages are of days to come
        return Lack()
    try:
        _possible(session, by=by)
    except AlreadyAsked:
        return Lack(waits=True)
    except Refusal:
        return Lack()
    return Lack(may_ask=_never_left(session, by=by))


def _never_left(session: Session, *, by: Actor) -> bool:
    mine = Attendance.session_id == session.id, Attendance.person_id.in_(by.ids)
    left = Attendance.capacity == Capacity.DUTY, Attendance.out_at.is_not(None)
    return not db.session.scalar(select(Attendance.id).where(*mine, *left).limit(1))


def waiting(session_ids: list[int], ids: tuple[int, ...]) -> set[int]:
    """At which of these sessions a request of theirs waits."""
    theirs = Repair.person_id.in_(ids), Repair.session_id.in_(session_ids)
    query = select(Repair.session_id).where(*theirs, Repair.state == RepairState.ASKED)
    return set(db.session.scalars(query))


def _possible(session: Session, *, by: Actor) -> None:
    now = clock.now()
    if session.state.has("off") or session.starts_at > now:
        raise NotBegun
    if now > session.ends_at + UNTIL:
        raise TooLateToRepair
    mine = Repair.session_id == session.id, Repair.person_id.in_(by.ids)
    if db.session.scalar(select(Repair.id).where(*mine, Repair.state == RepairState.ASKED)):
        raise AlreadyAsked
    gone = SignupState.WITHDRAWN, SignupState.LAPSED
    signed = Signup.session_id == session.id, Signup.person_id.in_(by.ids)
    signed_up = select(Signup.id).where(*signed, Signup.state.not_in(gone))
    came = Attendance.session_id == session.id, Attendance.person_id.in_(by.ids)
    was_there = select(Attendance.id).where(*came, Attendance.capacity == Capacity.DUTY)
    if not db.session.scalar(signed_up) and not db.session.scalar(was_there):
        raise WasNotThere


def list_repairs(query: Select, form: dict, *, by: Actor) -> Page:
    """What waits for the desk; or one's own. The newest first."""
    if form["mine"]:
        query = query.where(Repair.person_id.in_(by.ids))
    else:
        theirs = select(Session.id).where(within(Session.area_id, by.paths(*RUNS_IT)))
        query = query.where(Repair.session_id.in_(theirs))
    if session_id := form.get("session_id"):
        query = query.where(Repair.session_id == session_id)
    if state := form.get("state"):
        query = query.where(Repair.state == state)
    area = joinedload(Repair.session).joinedload(Session.area)
    return page(query.options(area, joinedload(Repair.person)), form, order=(Repair.id.desc(),))


def approve_repair(repair: Repair, form: dict, *, by: Actor) -> Repair:
    """Never more than was asked for; less with a word of why. Without a place it would come to
    nothing: that is given first."""
    minutes = form.get("minutes", repair.minutes)
    if minutes > repair.minutes:
        raise Malformed(minutes=f"不能多于申请的 {repair.minutes} 分钟")
    if minutes < repair.minutes and "words" not in form:
        raise Malformed(words="少记了几分钟，请写明原因")
    if not may_earn(repair):
        raise NoSeatYet
    move(repair, "approve", by=by)
    repair.minutes_approved = minutes
    _judged(repair, form.get("words"), by=by)
    _add(repair)
    _tell(repair, "补记同意了", f"补记 {minutes} 分钟")
    return repair


def refuse_repair(repair: Repair, form: dict, *, by: Actor) -> Repair:
    move(repair, "refuse", by=by)
    _judged(repair, form["words"], by=by)
    _tell(repair, "补记没有同意", "有疑问可以到社区服务台说明")
    return repair


def _judged(repair: Repair, words: str | None, *, by: Actor) -> None:
    repair.judged_by_id, repair.judged_at, repair.answer = by.id, clock.now(), words
    db.session.flush()


def _add(repair: Repair) -> None:
    """Into its own column; what is credited follows."""
    derive_again(repair.session_id, repair.person_id, Capacity.DUTY)


def may_earn(repair: Repair) -> bool:
    """They have a place there, or had one when they came."""
    ids = everybody(repair.person_id)
    if signups.is_seated(repair.session_id, ids):
        return True
    came = Scan.session_id == repair.session_id, Scan.person_id.in_(ids), Scan.counts()
    ins = select(Scan.scanned_at).where(*came, Scan.direction == Direction.IN)
    duty = ins.where(Scan.capacity == Capacity.DUTY)
    return was_seated(repair.session_id, ids, db.session.scalars(duty).all())


def _tell(repair: Repair, title: str, words: str) -> None:
    said = f"。{repair.answer}" if repair.answer else ""
    reason = f"repair:{repair.id}:{repair.state}:person:{repair.person_id}"
    told = f"{repair.session.title}：{words}{said}"
    tell(repair.person_id, title, told, reason=reason, link=("session", repair.session_id))
