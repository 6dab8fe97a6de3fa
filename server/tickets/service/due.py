"""Until when: counted from parts that are kept, so that it can be counted anew when the calendar,
the limit or the waiting changes. The shares of a ticket go by the same rule."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select

from schemas.clock_words import LONGER_MAX, ExtensionAnswer, LimitKind, LimitUnit
from server.core import clock
from server.core.db import db
from server.tickets.clocked import Limited
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.service.ladder import due_of_share, watch, watch_share
from server.tickets.service.limits import allowed, slip_limit
from server.tickets.timed import Extension, Pause
from server.workdays.calendar import Due, closing, due_after
from server.workdays.hours import due_after_time, office_time, openings


class Waits(NamedTuple):
    """While the resident was asked, and what the desk agreed to."""

    pauses: list[tuple[datetime, datetime]]
    longer: list[tuple[datetime, int]]


def limit(ticket: Ticket, since: datetime | None = None) -> None:
    """The time of its category, counted from `since`, or from where it was counted before."""
    kind = LimitKind.FEEDBACK if ticket.reopens else LimitKind.WHOLE
    known = allowed(ticket.category, kind)
    ticket.due_from = since or ticket.due_from or ticket.received_at
    ticket.due_on = ticket.due_named_at = None
    ticket.limit_amount, ticket.limit_unit = known.amount, known.unit
    for share in ticket.assignments if since else ():  # the days of its shares are over
        if share.state.has("live"):
            share.due_at = share.due_on = share.limit_amount = share.limit_unit = None
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
    waits, before = _waits(ticket), ticket.due_at
    shares = {a: due_of_share(a) for a in _running(ticket)}
    due = _reckoned(ticket, ticket.due_from, ticket.due_named_at, waits)
    ticket.due_at, ticket.due_provisional = due
    moved = before != due.at
    for share, was in shares.items():
        reckon_share(share, waits)
        if starts or due_of_share(share) != was:
            watch_share(share)
    if ticket.id is not None and (moved or starts):  # who opens it does so when it has an id
        watch(ticket)
    return moved


def due_of_part(ticket: Ticket) -> datetime:
    """Of a part that is sent now and of which nobody names a day: the time of its slip."""
    known, now = slip_limit(ticket, joint=True), clock.now()
    if known.amount is None:
        return ticket.due_at
    hours = known.unit is LimitUnit.HOURS
    own = due_after_time(now, timedelta(hours=known.amount)) if hours else None
    return min((own or due_after(now, known.amount)).at, ticket.due_at)


def list_longer(ticket: Ticket) -> dict:
    """Until when it would be, with so many working days more. What was only reported never had a
    time of its own."""
    if ticket.due_on is None and ticket.limit_amount is None:
        return {"items": []}
    waits = _waits(ticket)
    return {"items": [_if_longer(ticket, days, waits) for days in range(1, LONGER_MAX + 1)]}


def _if_longer(ticket: Ticket, days: int, waits: Waits) -> dict:
    more = waits._replace(longer=[*waits.longer, (clock.now(), days)])
    due = _reckoned(ticket, ticket.due_from, ticket.due_named_at, more)
    return {"days": days, "due_at": due.at}


def _running(ticket: Ticket) -> list[Assignment]:
    return [a for a in ticket.assignments if a.state.has("live") and not a.done_at]


def reckon_share(share: Assignment, waits: Waits | None = None) -> None:
    """Its own time, if it has one, from when it was made; what is read of it is never after the
    ticket's."""
    if share.due_on or share.limit_amount:
        named_at = share.made_at if share.due_on else None
        waits = waits or _waits(share.ticket)
        share.due_at = _reckoned(share, share.made_at, named_at, waits).at


def _reckoned(row: Limited, start: datetime, named_at: datetime | None, waits: Waits) -> Due:
    """Its time, or the day that was named; the waiting; what the desk agreed to."""
    since = named_at or start
    pauses = [(max(asked, since), until) for asked, until in waits.pauses if until > since]
    longer = sum(days for agreed_at, days in waits.longer if agreed_at >= since)
    if row.due_on is None and row.limit_unit is LimitUnit.HOURS:
        waited = sum((office_time(*pause) for pause in pauses), timedelta(0))
        due = due_after_time(start, timedelta(hours=row.limit_amount) + waited)
        return due_after(due.at, longer) if longer else due
    days = longer + sum(openings(*pause) for pause in pauses)
    if row.due_on is None:
        return due_after(start, row.limit_amount + days)
    return due_after(closing(row.due_on), days)


def _waits(ticket: Ticket) -> Waits:
    if ticket.id is None:  # it is just being opened
        return Waits([], [])
    pauses = select(Pause.since_at, Pause.until_at).where(Pause.ticket_id == ticket.id)
    agreed = Extension.ticket_id == ticket.id, Extension.answer == ExtensionAnswer.APPROVED
    longer = select(Extension.decided_at, Extension.days).where(*agreed)
    return Waits(
        [tuple(row) for row in db.session.execute(pauses.order_by(Pause.id))],
        [tuple(row) for row in db.session.execute(longer.order_by(Extension.id))],
    )
