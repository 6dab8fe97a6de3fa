"""Whoever has a share is reminded of it, and hears that it is late; so do those who wait for it."""

from datetime import datetime
from functools import partial

from schemas.clock_words import AlarmLevel
from server.core import clock
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present.names import doer
from server.tickets.service import ranks, telling
from server.tickets.service.alarms import given
from server.tickets.service.ladder import ask_for_share, due_of_share
from server.workdays.hours import is_quiet


def done_now(share: Assignment) -> None:
    """Late once, it stays so: whatever is agreed to later, and however often it is done anew."""
    share.late = share.late or is_late(share)
    share.done_at = clock.now()


def is_late(share: Assignment) -> bool:
    """Now, or when the resident was asked: what is done while they are does not get later."""
    return (share.ticket.paused_since or clock.now()) > due_of_share(share)


def alarm(share: Assignment, level: AlarmLevel, due: datetime) -> None:
    """Only if it is still so. The caller holds the ticket."""
    ticket, now = share.ticket, clock.now()
    runs = share.state.has("live") and not share.done_at and ticket.state.has("ticking")
    if not runs or due_of_share(share) != due:
        return
    if is_quiet(now):
        ask_for_share(share, level, now)
    elif level is AlarmLevel.REMIND and now < due:
        if given(ticket, level, due, partial(_remind, ticket, share, due), share.id):
            ask_for_share(share, AlarmLevel.HOLDER, due)
    else:
        given(ticket, AlarmLevel.HOLDER, due, partial(_say_late, ticket, share, due), share.id)


def _remind(ticket: Ticket, share: Assignment, due: datetime) -> list[int]:
    theirs = telling.doers([share])
    words = f"请在{telling.day(due)}前办好{telling.name(ticket)}里您那部分；办不完请告诉社区。"
    telling.tell(ticket, theirs, "您那部分快到期了", words, reason=f"share-soon:{share.id}")
    return theirs


def _say_late(ticket: Ticket, share: Assignment, due: datetime) -> list[int]:
    theirs = telling.doers([share])
    until = f"应在{telling.day(due)}前办好"
    words = f"{telling.name(ticket)}里您那部分{until}，请尽快办理；办不了请告诉社区。"
    telling.tell(ticket, theirs, "您那部分超期了", words, reason=f"share-late:{share.id}")
    wait = {*ranks.holders(ticket), *ranks.receivers(ticket)} - {*theirs}
    told = f"{doer(share)}{until}{telling.name(ticket)}里自己的部分，还没有办好，请催一催。"
    telling.tell(ticket, wait, "协办的部分超期了", told, reason=f"share-late-desk:{share.id}")
    return [*theirs, *sorted(wait)]
