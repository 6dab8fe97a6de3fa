"""心愿进圩日: a wish that a stall can meet is offered the estate's next market days, and takes a
number there.

Booked, it is off the wall and with its first receiver: it neither lapses nor is claimed by somebody
who would come in vain. The number is left again, or nothing came of it: it waits where it is."""

from datetime import datetime

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import contains_eager

from schemas.occasion_words import OccasionKind
from schemas.occasions import PUBLISHED, NumberState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.jobs import defer
from server.core.moves import Job, move
from server.markets.models import Stall
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.service import calling
from server.occasions.service.lines import numbers_left, take_number, time_of_number
from server.people.actor import Actor
from server.people.tree import ids_in
from server.tickets.models import Ticket
from server.tickets.relations import has_proxy
from server.tickets.service import telling
from server.tickets.service.closing import endings
from server.tickets.service.hands import let_go, to_receiver

MOST = 3  # so many market days are offered at once
LIVE = NumberState.having("live")


class AlreadyBooked(Refusal):
    code, title = "already_booked", "已经约好圩日了"
    detail = "想换一天，请先点“不约了”，再重新约"


class NotOffered(Refusal):
    code, title = "not_offered", "这个摊位约不了了"
    detail = "号可能刚发完，或者这一场有变化，请刷新后另选"


class NotBooked(Refusal):
    code, title, detail = "not_booked", "现在没有约圩日", "请刷新后再看"


def list_offers(ticket: Ticket) -> tuple[QueueNumber | None, list[Stall]]:
    """The number that is held; else the stalls that meet this category, soonest first."""
    if held := held_number(ticket):
        return held, []
    if "book" not in ticket.flow.actions(ticket.state):
        return None, []
    return None, list(db.session.scalars(_fitting(ticket).limit(MOST)))


def held_number(ticket: Ticket) -> QueueNumber | None:
    """Of a market day to come; what is left of one that is over keeps nobody from the next."""
    to_come = Session.state == PUBLISHED, Session.ends_at > clock.now()
    held = numbers_of(ticket).where(QueueNumber.state.in_(LIVE), *to_come)
    return db.session.scalar(held.limit(1))


def numbers_of(ticket: Ticket) -> Select:
    """All that were taken for it, the latest first."""
    taken_for = QueueNumber.subject_kind == "tickets", QueueNumber.subject_id == ticket.id
    return _numbers().where(*taken_for).order_by(QueueNumber.id.desc())


def _numbers() -> Select:
    query = select(QueueNumber).join(QueueNumber.session).join(QueueNumber.line)
    query = query.where(Session.kind == OccasionKind.MARKET)
    return query.options(contains_eager(QueueNumber.session), contains_eager(QueueNumber.line))


def all_numbers_of(ticket: Ticket) -> list[QueueNumber]:
    return list(db.session.scalars(numbers_of(ticket)))


def _fitting(ticket: Ticket) -> Select:
    """Of the estate and of the areas above it: published, not over, with a number left."""
    here = Session.area_id.in_(ids_in(ticket.area.path)), Session.kind == OccasionKind.MARKET
    to_come = Session.state == PUBLISHED, Session.ends_at > clock.now()
    room = or_(Line.capacity.is_(None), Line.last < Line.capacity)
    length = func.extract("epoch", Session.ends_at - Session.starts_at) / 60
    timed = or_(Line.slot_minutes.is_(None), (Line.last + 1) * Line.slot_minutes <= length)
    query = select(Stall).join(Stall.session).join(Stall.line).join(Session.area)
    eager = contains_eager(Stall.session)
    query = query.options(eager, eager.contains_eager(Session.area), contains_eager(Stall.line))
    meets = Stall.serves.contains([ticket.category.code]), ~_in_repair(ticket)
    return query.where(*here, *to_come, *meets, room, timed).order_by(Session.starts_at, Stall.id)


def _in_repair(ticket: Ticket):
    """带回去修: a stall has it, and says later what came of it."""
    theirs = QueueNumber.subject_kind == "tickets", QueueNumber.subject_id == ticket.id
    return exists().where(*theirs, QueueNumber.state == NumberState.UNDER_WAY)


def take_offer(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """The next number, for the wisher. The road holds the ticket."""
    ticket.flow.after(ticket.state, "book")
    if held_number(ticket):
        raise AlreadyBooked
    stall = db.session.scalar(_fitting(ticket).where(Stall.id == form["stall_id"]))
    if stall is None:
        raise NotOffered
    number = take_number(
        stall.line,
        person_id=ticket.wisher_id,
        told_id=_told(ticket),
        subject=("tickets", ticket.id),
        by=by,
    )
    let_go(ticket, by=by)
    move(ticket, "book", by=by, session_id=number.session_id, number_id=number.id)
    to_receiver(ticket)
    _tell(ticket, number)
    return ticket


def _told(ticket: Ticket) -> int | None:
    """Whose telephone rings: the wisher's, or that of whoever spoke for them."""
    if ticket.wisher.phone or not has_proxy(ticket):
        return ticket.wisher_id
    return ticket.entered_by_id


def _tell(ticket: Ticket, number: QueueNumber) -> None:
    where = f"{number.session.area.name}{number.session.place}"
    words = f"{telling.own(ticket)}：{words_of(number)}，到{where}来，报号就行。"
    telling.tell(ticket, telling.party(ticket), "约好圩日了", words, reason="booked")


def leave_offer(ticket: Ticket, *, by: Actor) -> Ticket:
    """不约了: the number is not given again. The ticket itself does not change and is not held:
    whoever serves a number holds the number first."""
    query = numbers_of(ticket).where(QueueNumber.state.in_(LIVE)).limit(1)
    lock = query.with_for_update(key_share=True, of=QueueNumber)
    number = db.session.scalar(lock.execution_options(populate_existing=True))
    if number is None:
        raise NotBooked
    calling.leave(number, by=by)
    words = f"{words_of(number)}不约了，请另作安排"
    telling.tell(ticket, [ticket.receiver_id], "圩日不约了", f"{telling.name(ticket)}：{words}。",
                 reason=f"left:{number.id}")  # fmt: skip
    return ticket


def leave_of_ended(ticket: Ticket, action: str) -> None:
    """Nobody calls a number in vain. A merged wish keeps its own: the person still comes."""
    if action != "merge" and (number := held_number(ticket)):
        defer("markets.leave_number", number_id=number.id)  # holding the ticket: numbers go first


def leave_number(number: QueueNumber) -> None:
    """Unless it was served meanwhile, or the wish is open again."""
    ticket = db.session.get_one(Ticket, number.subject_id)
    if number.state in LIVE and ticket.closed_at:
        calling.leave(number, by=Job("leave_number"))


endings.append(leave_of_ended)


# ---- in words


def words_for(ticket_ids: list[int]) -> dict[int, str]:
    """Of those that have a place at a market day: which, for the desk's queue."""
    theirs = QueueNumber.subject_kind == "tickets", QueueNumber.subject_id.in_(ticket_ids)
    query = _numbers().where(*theirs, QueueNumber.state.in_(LIVE))
    return {number.subject_id: words_of(number) for number in db.session.scalars(query)}


def words_of(number: QueueNumber) -> str:
    """11月26日 义剪 7号, with its time where it has one that is still to come."""
    on, line = number.session.on, number.line
    at = number.state in LIVE and _to_come(line, number.session, number.n)
    when = f"（{clock.local(at):%H:%M}）" if at else ""
    return f"{on.month}月{on.day}日 {line.label} {number.n}号{when}"


def next_of(stall: Stall) -> tuple[int, datetime | None, int | None]:
    """The next number, its time, and how many there are still; None: as many as come."""
    line, session = stall.line, stall.session
    return line.last + 1, _to_come(line, session, line.last + 1), numbers_left(line, session)


def _to_come(line: Line, session: Session, n: int) -> datetime | None:
    own = time_of_number(line, session, n)
    return own if own and own >= clock.now() else None
