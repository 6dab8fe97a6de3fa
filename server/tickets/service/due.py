"""Until when: counted from parts that are kept, so that it can be counted anew when the calendar,
the limit or the waiting changes."""

from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from schemas.clock_words import ExtensionAnswer, LimitKind, LimitUnit
from server.core import clock
from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.service.ladder import watch
from server.tickets.service.limits import allowed
from server.tickets.timed import Extension, Pause
from server.workdays.calendar import Due, closing, due_after, working_days
from server.workdays.hours import due_after_time, office_time


def limit(ticket: Ticket, since: datetime | None = None) -> None:
    """The time of its category, counted from `since`, or from where it was counted before."""
    kind = LimitKind.FEEDBACK if ticket.reopens else LimitKind.WHOLE
    known = allowed(ticket.category, kind)
    ticket.due_from = since or ticket.due_from or ticket.received_at
    ticket.due_on = ticket.due_named_at = None
    ticket.limit_amount, ticket.limit_unit = known.amount, known.unit
    for assignment in ticket.assignments if since else ():
        assignment.due_at = None  # the days of its parts are over
    reckon(ticket, starts=since is not None)


def name_day(ticket: Ticket, day: date) -> None:
    """The desk says until which day; from now on waiting and extensions are added to that."""
    ticket.due_on, ticket.due_named_at = day, clock.now()
    reckon(ticket)


def unpause(ticket: Ticket) -> None:
    """The clock goes on: what was waited is added to the limit."""
    if ticket.paused_since is None:
        return
    pause = Pause(ticket_id=ticket.id, since_at=ticket.paused_since, until_at=clock.now())
    db.session.add(pause)
    ticket.paused_since = None
    db.session.flush()
    reckon(ticket, starts=True)


def reckon(ticket: Ticket, *, starts: bool = False) -> bool:
    """Whether the moment is another one now. Slips go with it, and the alarms; of a clock that
    starts, or starts again, these are asked for in any case."""
    before, due = ticket.due_at, due_of(ticket)
    ticket.due_at, ticket.due_provisional = due
    for assignment in ticket.assignments:  # with a day of its own: never after the ticket's
        if assignment.state.has("live") and assignment.due_at:
            assignment.due_at = None if assignment.due_at >= due.at else assignment.due_at
    moved = before != due.at
    if ticket.id is not None and (moved or starts):  # who opens it does so when it has an id
        watch(ticket)
    return moved


def due_of(ticket: Ticket) -> Due:
    """Its time, or the day that was named; the waiting; what the desk agreed to."""
    pauses, longer = _added(ticket, ticket.due_named_at or ticket.due_from)
    if ticket.due_on is None and ticket.limit_unit is LimitUnit.HOURS:
        waited = sum((office_time(*pause) for pause in pauses), timedelta(0))
        due = due_after_time(ticket.due_from, timedelta(hours=ticket.limit_amount) + waited)
        return due_after(due.at, longer) if longer else due
    days = longer + sum(working_days(*pause) for pause in pauses)
    if ticket.due_on is None:
        amount = ticket.limit_amount or ticket.category.limit_days
        return due_after(ticket.due_from, amount + days)
    named = closing(ticket.due_on)
    return due_after(named, days) if days else Due(named, False)


def _added(ticket: Ticket, since: datetime) -> tuple[list, int]:
    if ticket.id is None:  # it is just being opened
        return [], 0
    return _pauses(ticket, since), _longer(ticket, since)


def _pauses(ticket: Ticket, since: datetime) -> list[tuple[datetime, datetime]]:
    here = Pause.ticket_id == ticket.id, Pause.until_at > since
    query = select(func.greatest(Pause.since_at, since), Pause.until_at).where(*here)
    return [tuple(row) for row in db.session.execute(query.order_by(Pause.id))]


def _longer(ticket: Ticket, since: datetime) -> int:
    """Working days that the desk has agreed to."""
    agreed = Extension.answer == ExtensionAnswer.APPROVED, Extension.decided_at >= since
    query = select(func.coalesce(func.sum(Extension.days), 0))
    return db.session.scalar(query.where(Extension.ticket_id == ticket.id, *agreed))
