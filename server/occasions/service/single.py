"""One session by hand: made without a series, and changed after it was planned or published."""

from datetime import date, datetime, time
from secrets import token_urlsafe

from sqlalchemy import exists, select

from schemas.occasions import PUBLISHED
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.core.moves import begin, move
from server.occasions.models import Series, Session
from server.occasions.rules import runs
from server.occasions.service import rewards
from server.occasions.service import words as said
from server.occasions.service.ending import free_the_day, set_deadlines
from server.occasions.service.gates import still_ready
from server.occasions.service.involved import hold_still, involved, tell_everybody
from server.occasions.service.leads import check_lead
from server.occasions.service.moving import move_times, must_have_time
from server.people.actor import Actor
from server.people.places import Area

OF_THE_CLOCK = ("on", "begins", "ends")
PROMISED = ("pool_id", "festival")


class DayTaken(Refusal):
    code, title = "day_taken", "那一天已经有一场了"
    detail = "同一个系列一天只有一场，请改那一场，或选别的日子"


class SomebodyIsThere(Refusal):
    code, title = "somebody_is_there", "已经有人签到了，时间改不了"
    detail = "请到时间再结束；不办了可以结束这一场，另建一场"


class Promised(Refusal):
    code, title = "promised", "已经发布，积分说好了"
    detail = "发布以后，用哪个积分池、记几倍都不能再改"


class TooLateToChange(Refusal):
    code, title = "too_late_to_change", "已经开始了，改不了"
    detail = "已经开始的只能结束；时长有误请用补记"


def make_session(form: dict, *, by: Actor) -> Session:
    """A single occasion, planned: the gate is asked when it is published."""
    area = db.session.scalar(select(Area).where(Area.id == form["area_id"]))
    if area is None or not runs(by, area.path):
        raise NotAllowed
    form = dict(form)
    on, begins, ends = (form.pop(name) for name in OF_THE_CLOCK)
    known = {"theme": "", "incentive": "", "lead_id": None, "latitude": None, "longitude": None}
    known |= {"pool_id": None, "festival": False}
    known |= _spelled(form)
    session = Session(token=token_urlsafe(12), on=on, area=area, **known)
    session.starts_at, session.ends_at = moment(on, begins), moment(on, ends)
    _is_to_come(session, "on")
    check_lead(session.lead_id, area)
    rewards.check_pool(session.pool_id, area)
    begin(session, "make", by=by)
    return session


def change_session(session: Session, form: dict, *, by: Actor) -> Session:
    """What is not named stays. Of another day, hours, place or title whoever signed up is told,
    with old and new; of what the gate asked for nothing is taken away. The caller holds the row;
    places at it are held still meanwhile."""
    now, is_shown = clock.now(), session.state.has("public")
    if session.ends_at <= now or (is_shown and session.starts_at <= now):
        raise TooLateToChange
    hold_still([session.id])
    before = said.facts(session)
    form = _spelled(form)
    if form.get("lead_id"):
        check_lead(form["lead_id"], session.area)
    _may_pay(session, form)
    with still_ready(session):
        _set_times(session, form)
        for name, value in form.items():
            if name not in OF_THE_CLOCK:
                setattr(session, name, value)
    move(session, "change", by=by)
    if session.state is PUBLISHED:
        announce(session, before)
        rewards.plan_again(session)
    return session


def _may_pay(session: Session, form: dict) -> None:
    """Out of which pool, and whether more: that is promised with the publishing."""
    if "pool_id" in form:
        rewards.check_pool(form["pool_id"], session.area)
    now = {name: getattr(session, name) for name in PROMISED}
    if session.state is PUBLISHED and any(form.get(name, now[name]) != now[name] for name in now):
        raise Promised


def announce(session: Session, before: dict) -> None:
    """`before`: how it was said. Nothing is told where nobody would notice."""
    changed = [
        f"{label}由{before[label]}改为{now}"
        for label, now in said.facts(session).items()
        if now != before[label]
    ]
    if not changed:
        return
    session.version += 1
    session.changed_words = "；".join(changed)
    words = f"{said.day_of(session)}的{session.title}：{session.changed_words}。"
    tell_everybody(session, "有变动，请看一看", words, event=f"changed:{session.version}")
    set_deadlines(session)


def _spelled(form: dict) -> dict:
    """Words that were taken away are empty."""
    words = ("theme", "incentive")
    return form | {name: form[name] or "" for name in words if name in form}


def _set_times(session: Session, form: dict) -> None:
    """A session of a series that moves to another day leaves its own: the rule skips it."""
    before = session.on
    on = form.get("on", before)
    begins = form.get("begins", clock.local(session.starts_at).time())
    ends = form.get("ends", clock.local(session.ends_at).time())
    if ends <= begins:
        raise Malformed("请检查时间", ends="结束时间要晚于开始时间")
    if on != before and session.series_id:
        _leave_the_day(session, on)
    if on != before:
        free_the_day(session)
    was = session.starts_at
    session.on, session.starts_at, session.ends_at = on, moment(on, begins), moment(on, ends)
    if session.starts_at != was and involved([session.id])[session.id].there:
        raise SomebodyIsThere
    must_have_time(session)
    if session.starts_at != was:
        move_times(session)
    _is_to_come(session, "on" if on != before else "begins")


def _leave_the_day(session: Session, on: date) -> None:
    taken = exists().where(Session.series_id == session.series_id, Session.on == on)
    if db.session.scalar(select(taken)):
        raise DayTaken
    query = select(Series).where(Series.id == session.series_id).with_for_update(key_share=True)
    series = db.session.scalars(query.execution_options(populate_existing=True)).one()
    series.skip = sorted({*series.skip, session.on})


def _is_to_come(session: Session, field: str) -> None:
    if session.ends_at <= clock.now():
        raise Malformed("请检查时间", **{field: "这个时间已经过了"})


def moment(on: date, at: time) -> datetime:
    return datetime.combine(on, at, clock.SHANGHAI)
