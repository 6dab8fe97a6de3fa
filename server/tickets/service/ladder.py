"""When whom is told of a due date: the steps of an escalation, and the one that comes next."""

from datetime import datetime, timedelta

from sqlalchemy import select

from schemas.clock_words import LADDER, AlarmLevel, LimitUnit
from server.core import clock
from server.core.clock import local
from server.core.db import db
from server.core.jobs import defer
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.timed import Escalation
from server.workdays.calendar import day_before, due_after
from server.workdays.hours import OPENING, at, awake_from, due_after_time, office_time

# Working days after the due date.
LATER = {
    AlarmLevel.LEAD: 1,
    AlarmLevel.COMMUNITY: 2,
    AlarmLevel.TOWN: 4,
    AlarmLevel.BACKSTOP: 5,  # the town has a day to act
}


def moment(ticket: Ticket, level: AlarmLevel) -> datetime:
    """When an alarm is due, night and days off aside."""
    if level is AlarmLevel.REMIND:
        return _reminder(ticket)
    later = LATER.get(level)
    return due_after(ticket.due_at, later).at if later else ticket.due_at


def _reminder(ticket: Ticket) -> datetime:
    """The morning of the working day before; of a limit in hours, at half time."""
    if ticket.limit_unit is not LimitUnit.HOURS or ticket.due_on:
        return at(day_before(local(ticket.due_at).date()), OPENING)
    all_of_it = office_time(ticket.due_from, ticket.due_at)
    return due_after_time(ticket.due_from, all_of_it - timedelta(hours=ticket.limit_amount) / 2).at


def watch(ticket: Ticket) -> None:
    """Asks for the next alarm, in the transaction that set the due date. A reminder for which it is
    too late is left out: whoever has it has just been told."""
    now, given = clock.now(), _given(ticket)
    for level in LADDER:
        if level in given:
            continue
        due = moment(ticket, level)
        if due > now or level is not AlarmLevel.REMIND:
            ask_for(ticket, level, max(due, now))
            return


def ask_for(ticket: Ticket, level: AlarmLevel, when: datetime) -> None:
    known = {"ticket_id": ticket.id, "round": ticket.round, "level": level.value}
    defer("tickets.alarm", at=awake_from(when), due=ticket.due_at.isoformat(), **known)


def _given(ticket: Ticket) -> set[AlarmLevel]:
    this = Escalation.ticket_id == ticket.id, Escalation.round == ticket.round
    whole = Escalation.due_at == ticket.due_at, Escalation.assignment_id.is_(None)
    query = select(Escalation.level).where(*this, *whole)
    return set(db.session.scalars(query))


# ---- shares


def due_of_share(share: Assignment) -> datetime:
    """A share's own day, never after the ticket's."""
    due = share.ticket.due_at
    return min(share.due_at, due) if share.due_at else due


def watch_share(share: Assignment) -> None:
    """Of a part, and of a whole slip that is due before its ticket: whoever has it is reminded, and
    hears that it is late. The ticket's own alarms go to whoever leads."""
    due = due_of_share(share)
    if share.is_part or due < share.ticket.due_at:
        remind = at(day_before(local(due).date()), OPENING)
        early = remind > clock.now()
        level = AlarmLevel.REMIND if early else AlarmLevel.HOLDER
        ask_for_share(share, level, remind if early else due)


def ask_for_share(share: Assignment, level: AlarmLevel, when: datetime) -> None:
    known = {"assignment_id": share.id, "level": level.value}
    due = due_of_share(share).isoformat()
    defer("tickets.share_alarm", at=awake_from(max(when, clock.now())), due=due, **known)
