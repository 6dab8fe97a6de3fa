"""等居民: the clock stands still, but not unseen. The resident is reminded, and the desk hears that
nobody answers; again and again, by day, as long as the same question waits."""

from datetime import datetime
from functools import partial

from schemas.clock_words import AlarmLevel
from server.core import clock
from server.core.jobs import defer
from server.tickets.models import Ticket
from server.tickets.service import ranks, telling
from server.tickets.service.alarms import given
from server.workdays.calendar import due_after, working_days
from server.workdays.hours import awake_from, is_quiet

FIRST, AGAIN = 3, 5  # working days


def begin(ticket: Ticket) -> None:
    """With the question."""
    _ask_for(ticket, due_after(ticket.paused_since, FIRST).at)


def remind(ticket: Ticket, when: datetime) -> None:
    """The caller holds the ticket, and has seen that it still waits."""
    now = clock.now()
    if when > now or is_quiet(now):
        _ask_for(ticket, when)
    elif given(ticket, AlarmLevel.WAITING, when, partial(_tell, ticket)):
        _ask_for(ticket, due_after(now, AGAIN).at)


def _ask_for(ticket: Ticket, when: datetime) -> None:
    known = {"since": ticket.paused_since.isoformat(), "when": when.isoformat()}
    at = awake_from(max(when, clock.now()))
    defer("tickets.still_waiting", at=at, ticket_id=ticket.id, **known)


def _tell(ticket: Ticket) -> list[int]:
    party = telling.party(ticket)
    words = f"{telling.own(ticket)}还在等您补充，写几句就能接着办；不方便写，打电话给社区也行。"
    telling.tell(ticket, party, "需要您补充一点情况", words, reason="asked-again")
    days = working_days(ticket.paused_since, clock.now())
    desk = set(ranks.whom(ticket, AlarmLevel.WAITING)) - {*party}
    told = f"{telling.name(ticket)}请居民补充，{days} 个工作日没有回音。请打电话问问，代为补充。"
    telling.tell(ticket, desk, "居民一直没有补充", told, reason="asked-again-desk")
    return [*party, *sorted(desk)]
