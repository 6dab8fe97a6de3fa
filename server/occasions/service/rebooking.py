"""改时间: a time that was booked becomes another one, in one step: nobody gives up the old time
before they have the new one."""

from schemas.occasions import NumberState, SessionState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.moves import move
from server.occasions.parts import Line, QueueNumber
from server.occasions.rules import BEFORE
from server.occasions.service import slots
from server.occasions.service.calling import tell_of
from server.occasions.service.involved import as_it_is_now
from server.occasions.service.lines import must_be_open
from server.occasions.service.wording import day_and_time
from server.people.actor import Actor


class NoTimes(Refusal):
    code, title = "no_times", "这里不按时间约"
    detail = "号是按先后发的，改不了；不来了可以不等"


class BegunAlready(Refusal):
    code, title = "begun_already", "已经开始了，改不了时间"
    detail = "赶不上请告诉现场的工作人员"


def rebook(number: QueueNumber, form: dict, *, by: Actor, works: bool) -> QueueNumber:
    """Another time, other words of what it is about, or both. Whoever books holds the line first
    and the number then; so do we."""
    _hold(number.line)
    number = _as_it_is_now(number)
    must_be_open(as_it_is_now(number.session_id))
    if not changes(number):
        raise BegunAlready if number.line.chosen else NoTimes
    was = number.n
    move(number, "rebook", by=by, was=was, n=form.get("n", was))
    if form.get("n", was) != was:
        _take(number, form["n"], works=works)
        if number.told_id not in by.ids:
            when = day_and_time(number.turn_at)
            words = f"您约的时间改到 {when} 左右，{number.n} 号。不合适请打电话给社区。"
            tell_of(number, "您约的时间改了", words, f"rebooked:{clock.now():%Y%m%d%H%M%S}")
    if "topic" in form:
        number.topic = form["topic"]
    return number


def changes(number: QueueNumber) -> bool:
    """Until it begins: then the order is that of who stands there."""
    return bool(number.line.chosen) and number.session.starts_at > clock.now()


def _hold(line: Line) -> None:
    db.session.refresh(line, with_for_update={"key_share": True, "of": Line})


def _as_it_is_now(number: QueueNumber) -> QueueNumber:
    db.session.refresh(number, with_for_update={"key_share": True, "of": QueueNumber})
    return number


def _take(number: QueueNumber, wanted: int, *, works: bool) -> None:
    """As free as for whoever books; refused, the old one is still theirs."""
    line, session = number.line, number.session
    if wanted not in slots.free_slots(line, session, slots.taken([line.id])[line.id], desk=works):
        raise slots.SlotTaken
    number.n = wanted
    number.turn_at = slots.time_of_number(line, session, wanted)


def is_booked(number: QueueNumber) -> bool:
    """A time of their own, and nobody queues yet: before an hour before it begins."""
    waits = number.state is NumberState.WAITING and number.turn_at is not None
    held = number.session.state is SessionState.PUBLISHED
    return waits and held and clock.now() < number.session.starts_at - BEFORE


def was_cancelled(number: QueueNumber) -> bool:
    """Left before anybody queued."""
    left = number.state is NumberState.LEFT and number.turn_at and number.done_at
    return bool(left) and number.done_at < number.session.starts_at - BEFORE
