"""The calendar was corrected: due dates that it touches are counted anew."""

from datetime import UTC, date, datetime, time

from sqlalchemy import or_, select

from schemas.tickets import TicketState
from server.core.clock import SHANGHAI, local
from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.service import ranks, telling
from server.tickets.service.due import reckon

AT_ONCE = 100  # in one transaction


def reckon_again(years: list[int], after_id: int) -> int | None:
    """Unfinished tickets whose time lies in one of the years, in the order of their ids; where to
    go on, if there may be more."""
    query = select(Ticket).where(
        Ticket.id > after_id,
        Ticket.state.in_(TicketState.having("open")),
        or_(*[_touches(year) for year in years]),
    )
    lock = query.order_by(Ticket.id).limit(AT_ONCE).with_for_update(key_share=True, of=Ticket)
    found = list(db.session.scalars(lock.execution_options(populate_existing=True)))
    for ticket in found:
        _anew(ticket)
    return found[-1].id if len(found) == AT_ONCE else None


def _touches(year: int):
    first, past = _midnight(year), _midnight(year + 1)
    return (Ticket.due_from < past) & (Ticket.due_at >= first)


def _midnight(year: int) -> datetime:
    return datetime.combine(date(year, 1, 1), time(), SHANGHAI).astimezone(UTC)


def _anew(ticket: Ticket) -> None:
    """Whoever has it and whoever waits for it hear of another day; another hour is no news."""
    before = local(ticket.due_at).date()
    if not reckon(ticket) or local(ticket.due_at).date() == before:
        return
    day, why = telling.day(ticket.due_at), "因为放假和调休的安排有变"
    words = f"{telling.name(ticket)}的期限改为{day}，{why}。"
    telling.tell(ticket, ranks.holders(ticket), "期限变了", words, reason="due-moved")
    said = f"{telling.own(ticket)}改为{day}前办好，{why}。"
    telling.tell(ticket, telling.party(ticket), "期限变了", said, reason="due-moved-party")
