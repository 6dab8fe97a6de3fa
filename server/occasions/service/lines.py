"""Lines: numbers are given out one by one, by a guarded update of the line: unique, without gaps,
and no more than there are.

`take_number` is for desks above as well: a wish that a stall can serve takes one for its wisher."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update

from schemas.occasion_words import OccasionKind
from schemas.occasions import NumberState, SessionState
from schemas.people_words import PersonState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import begin
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.queue_rules import works_line
from server.occasions.service.involved import as_it_is_now
from server.occasions.service.slots import LineFull, give, slots, time_of_number
from server.people.actor import Actor
from server.people.identities import survivor
from server.people.me import own_ids
from server.people.models import Person
from server.people.person_rules import visible_persons
from server.people.service import here_now

LIVE = NumberState.having("live")
IN_TURN = (QueueNumber.turn_at, QueueNumber.n)  # as they are called; times only where chosen
MOST_LEFT = 2

# Whether somebody who does not work the line may have a number there, or a refusal: each desk
# passes its own in.
may_take: dict[OccasionKind, Callable[[Session, Actor], None]] = {}


class AlreadyInLine(Refusal):
    code, title = "already_in_line", "已经取过号了"

    def __init__(self, n: int):
        super().__init__(f"您在这里的号是 {n} 号，办完或不等了才能再取")


class OneForOthers(Refusal):
    code, title = "one_for_others", "已经替人取过一个号"
    detail = "一个摊位只能替一位家人邻居取号，多的请到服务台登记"


class LeftTwice(Refusal):
    """A number that is left is not given again: nobody uses up those of others."""

    code, title = "left_twice", "这里不能再取号了"
    detail = "您在这个摊位已经取了两次又不等了，还要办请到服务台"


class LineClosed(Refusal):
    code, title = "line_closed", "现在不能取号"
    detail = "这一场还没有发布，或者已经结束、取消"


def take_number(
    line: Line, *, by, person_id=None, called=None, told_id=None, subject=None, wanted=None
):
    """The next number, for a person or for a name that is called out. `told_id`: whose telephone
    says that it is their turn. `subject`: a matter elsewhere, ("tickets", 7). `wanted`: of a line
    with times to choose, which."""
    must_be_open(line.session)
    if person_id is not None:
        _once(line, person_id)
    number = QueueNumber(session_id=line.session_id, line_id=line.id, person_id=person_id)
    number.called, number.told_id, number.entered_by_id = called, told_id or person_id, by.id
    number.subject_kind, number.subject_id = subject or (None, None)
    works = works_line(by, line)
    number.n = give(line, wanted, desk=works) if line.chosen else _next(line)
    number.turn_at = time_of_number(line, line.session, number.n) if line.chosen else None
    must_be_open(as_it_is_now(line.session_id))
    if not works:
        _fair(line, person_id, by)
    person = db.session.get(Person, person_id) if person_id not in (None, by.id) else None
    begin(number, "take_number", by=by, on_behalf_of=person)
    return number


def take(line: Line, form: dict, *, by, works: bool, wanted=None) -> QueueNumber:
    """As the form says it: for oneself, for somebody the desk knows, for a name. `works`: whoever
    asks works the line, and hands numbers to whoever stands there."""
    if not works and (asks := may_take.get(line.session.kind)):
        asks(line.session, by)
    if "person_id" in form:
        return take_number(line, person_id=_known(form["person_id"], by), by=by, wanted=wanted)
    if "called" not in form:
        return take_number(line, person_id=by.id, by=by, wanted=wanted)
    return take_number(
        line, called=form["called"], told_id=None if works else by.id, by=by, wanted=wanted
    )


def must_be_open(session: Session) -> None:
    if session.state is not SessionState.PUBLISHED or session.ends_at <= clock.now():
        raise LineClosed


def _once(line: Line, person_id: int) -> None:
    """Whoever closes their account at this moment waits for us, or we for them."""
    here_now(person_id)
    ids = own_ids(db.session.get_one(Person, person_id))
    theirs = QueueNumber.line_id == line.id, QueueNumber.person_id.in_(ids)
    n = db.session.scalar(select(QueueNumber.n).where(*theirs, QueueNumber.state.in_(LIVE)))
    if n is not None:
        raise AlreadyInLine(n)


def _fair(line: Line, person_id: int | None, by) -> None:
    """Whoever neither runs nor works the line has one number for others at a time, and leaves two.
    Giving out the next one holds the line: two who ask at once are looked at one after the other.
    Refused, the number was never given."""
    asked = QueueNumber.entered_by_id.in_(by.ids)
    if person_id is None:
        others = QueueNumber.person_id.is_(None), QueueNumber.state.in_(LIVE)
        if _many(line, asked, *others):
            raise OneForOthers
    mine = person_id is None or person_id in by.ids
    theirs = asked if mine else QueueNumber.person_id == person_id
    if _many(line, theirs, QueueNumber.state == NumberState.LEFT) >= MOST_LEFT:
        raise LeftTwice


def _many(line: Line, *which) -> int:
    here = select(func.count()).select_from(QueueNumber).where(QueueNumber.line_id == line.id)
    return db.session.scalar(here.where(*which))


def _known(person_id: int, by) -> int:
    seen = select(Person).where(Person.id == person_id, visible_persons(by))
    person = db.session.scalar(seen)
    person = person and survivor(person.id)
    if person is None or person.state is not PersonState.ACTIVE:
        raise Malformed(person_id="没有找到这位居民，请重新查找或写称呼")
    return person.id


def _next(line: Line) -> int:
    """The check and the change cannot come apart; rolled back, the number was never given."""
    room = or_(Line.capacity.is_(None), Line.last < Line.capacity)
    if line.slot_minutes:
        room = room & (Line.last < slots(line, line.session))
    guarded = update(Line).where(Line.id == line.id, room).values(last=Line.last + 1)
    n = db.session.scalar(guarded.returning(Line.last))
    if n is None:
        raise LineFull
    return n


def turn_of(line: Line, session: Session, n: int, before: int) -> datetime | None:
    """About when it is called: at its own time, or, where the line is late, after so many `before`
    it. Nobody is told a time that is past, or one after the end."""
    own = time_of_number(line, session, n)
    if own is None or session.state is not SessionState.PUBLISHED:
        return None
    about = max(own, clock.now() + before * timedelta(minutes=line.slot_minutes))
    return about if about < session.ends_at else None


def numbers_left(line: Line, session: Session) -> int | None:
    """How many numbers there still are; None: as many as come."""
    times = slots(line, session) if line.slot_minutes else None
    limits = [most for most in (line.capacity, times) if most is not None]
    return max(0, min(limits) - line.last) if limits else None


def ahead(numbers: list[QueueNumber]) -> dict[int, int]:
    """Of those who wait, by number: how many who wait have a smaller one; one statement."""
    lines = {number.line_id for number in numbers if number.state is NumberState.WAITING}
    if not lines:
        return {}
    place = func.row_number().over(partition_by=QueueNumber.line_id, order_by=IN_TURN)
    waiting = QueueNumber.line_id.in_(lines), QueueNumber.state == NumberState.WAITING
    rows = db.session.execute(select(QueueNumber.id, place).where(*waiting))
    return {number_id: nth - 1 for number_id, nth in rows}
