"""A series changes or ends: what that does to sessions that are there already.

What nobody signed up for follows the new rule. What somebody did is never rewritten: whoever saves
says of each whether it is held as it is or called off. A session that was changed by hand keeps
what was changed."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from schemas.occasions import DROPPED, PLANNED, PUBLISHED
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.moves import move
from server.occasions.models import Series, Session
from server.occasions.service import words as said
from server.occasions.service.ending import call_off_session, drop_session
from server.occasions.service.gates import still_ready
from server.occasions.service.involved import Involved, hold_still, involved
from server.occasions.service.sessions import days_to_come, planned
from server.occasions.service.single import announce
from server.workdays.recurrence import Rule

GONE, MOVED, AGAIN = "gone", "moved", "again"
NOTICED = ("starts_at", "ends_at", "place")  # whoever signed up would go to the wrong place


class Touched(NamedTuple):
    session: Session
    why: str
    new: dict  # what would be otherwise
    by_whom: Involved


class Plan(NamedTuple):
    added: list[date]
    again: list[Touched]
    moved: list[Touched]
    dropped: list[Touched]
    asked: list[Touched]


class DecideFirst(Refusal):
    """`problems` names each session by its id, and how many signed up."""

    code, title = "decide_first", "有人已经报名"
    detail = "请先决定这几场：照原样办，还是取消"

    def __init__(self, asked: list[Touched]):
        super().__init__()
        self.problems = {str(one.session.id): [_words(one)] for one in asked}


def _words(one: Touched) -> str:
    return f"{said.when(one.session)}：{one.by_whom.signed_up} 人报名，{one.by_whom.numbers} 人取号"


class Held(NamedTuple):
    """Which days a series has."""

    rule: Rule
    ended_on: date | None

    def on(self, day: date) -> bool:
        return (self.ended_on is None or day < self.ended_on) and self.rule.falls_on(day)


def held(series: Series) -> Held:
    return Held(series.rule, series.ended_on)


def plan(series: Series, before: Held, there: list[tuple[Session, dict]]) -> Plan:
    """`series` is as it will be; `before` and `there`: as they were told by it before."""
    known = involved([session.id for session, _ in there])
    found = Plan([], [], [], [], [])
    for session, old in there:
        touched = _touched(series, session, before, old, known[session.id])
        if touched is not None:
            _which(found, touched).append(touched)
    taken = set(db.session.scalars(select(Session.on).where(Session.series_id == series.id)))
    found.added.extend(day for day in days_to_come(series) if day not in taken)
    return found


def _touched(series, session, before: Held, old: dict, by_whom) -> Touched | None:
    """None: it stays as it is."""
    was, now = before.on(session.on), held(series).on(session.on)
    new = planned(series, session.on)
    if session.state is DROPPED:
        return Touched(session, AGAIN, new, by_whom) if now and not was else None
    if was and not now:
        return Touched(session, GONE, {}, by_whom)
    new = {name: new[name] for name in new if getattr(session, name) == old[name] != new[name]}
    noticed = any(name in new for name in NOTICED)
    if set(new) <= {"series_version"} or (any(by_whom) and not noticed):
        return None
    return Touched(session, MOVED, new, by_whom)


def _which(found: Plan, touched: Touched) -> list[Touched]:
    if touched.session.state is DROPPED:
        return found.again
    if any(touched.by_whom):
        return found.asked
    return found.dropped if touched.why == GONE else found.moved


def to_come(series: Series, *, lock: bool) -> list[tuple[Session, dict]]:
    """Sessions that have not begun, each with what it has from its series as that is now. `lock`:
    nobody changes them, or signs up for them, until this transaction ends."""
    states = Session.state.in_((PLANNED, PUBLISHED, DROPPED))
    query = select(Session).where(Session.series_id == series.id, states)
    query = query.where(Session.starts_at > clock.now()).order_by(Session.on)
    if lock:
        query = query.with_for_update(key_share=True, of=Session)
        query = query.execution_options(populate_existing=True)
    sessions = db.session.scalars(query).all()
    if lock:
        hold_still([session.id for session in sessions])
    return [(session, planned(series, session.on)) for session in sessions]


def carry_out(plan: Plan, form: dict, *, by) -> None:
    kept, off = set(form["keep_ids"]), set(form["call_off_ids"])
    if undecided := [one for one in plan.asked if one.session.id not in kept | off]:
        raise DecideFirst(undecided)
    for one in plan.asked:
        if one.session.id in off:
            call_off_session(one.session, form["words"], by=by)
    for one in plan.dropped:
        _drop(one.session, form["words"], by=by)
    with still_ready(*(one.session for one in plan.moved)):
        for one in plan.moved + plan.again:
            _follow(one, by=by)


def _drop(session: Session, words: str, *, by) -> None:
    """Published, it has been read by somebody: it stays to be seen, as called off."""
    if session.state is PLANNED:
        drop_session(session, by=by)
    else:
        call_off_session(session, words, by=by)


def _follow(one: Touched, *, by) -> None:
    session = one.session
    before = said.facts(session)
    for name, value in one.new.items():
        setattr(session, name, value)
    move(session, "plan_again" if session.state is DROPPED else "change", by=by)
    if session.state is PUBLISHED:
        announce(session, before)
