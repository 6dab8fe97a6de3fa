"""重复诉求: the same again, from the same estate or the same person. The community is told."""

from datetime import timedelta

from sqlalchemy import and_, or_, select

from schemas.clock_words import RepeatWhy
from schemas.ticket_words import Kind
from schemas.tickets import TicketState
from server.core.db import db
from server.people.aliases import everybody
from server.tickets.categories import UNSORTED
from server.tickets.models import Ticket
from server.tickets.service import ranks, telling

PLACE, PLACE_TIMES = timedelta(days=30), 3
PERSON, PERSON_TIMES = timedelta(days=90), 2
MOST = 20  # of which the ids are kept


def look_for_repeats(ticket: Ticket) -> None:
    """When it comes in, and when the desk says what it is about. What nobody has sorted yet is
    like nothing; 意见与投诉 is not the community's to read. Withdrawn ones count nothing."""
    before = bool(ticket.repeats)
    ticket.repeats, ticket.repeat_why = [], None
    if ticket.kind is Kind.FEEDBACK or ticket.category.code in UNSORTED:
        return
    place, person = _alike(ticket)
    if len(person) + 1 >= PERSON_TIMES:
        ticket.repeat_why = RepeatWhy.PERSON
    elif len(place) + 1 >= PLACE_TIMES:
        ticket.repeat_why = RepeatWhy.PLACE
    if ticket.repeat_why:
        ticket.repeats = sorted({*place, *person})[-MOST:]
        if not before:
            _tell(ticket)


def _alike(ticket: Ticket) -> tuple[list[int], list[int]]:
    """Earlier ones of the category: from the same place, from the same person."""
    ids, now = everybody(ticket.wisher_id or ticket.wisher.id), ticket.received_at
    near = and_(Ticket.area_id == ticket.area.id, Ticket.received_at > now - PLACE)
    same = and_(Ticket.wisher_id.in_(ids), Ticket.received_at > now - PERSON)
    query = select(Ticket.id, Ticket.wisher_id, Ticket.area_id, Ticket.received_at).where(
        Ticket.category_id == ticket.category.id,
        Ticket.id != ticket.id,
        Ticket.received_at <= now,
        Ticket.source == "system",
        ~Ticket.state.in_(TicketState.having("withdrawn")),
        or_(near, same),
    )
    rows = db.session.execute(query.order_by(Ticket.id.desc()).limit(10 * MOST)).all()
    place = [r.id for r in rows if r.area_id == ticket.area.id and r.received_at > now - PLACE]
    return place, [r.id for r in rows if r.wisher_id in ids]


def _tell(ticket: Ticket) -> None:
    why = ticket.repeat_why.label
    words = f"{ticket.area.name}：{ticket.category.label}，{why}。请看看要不要一起解决。"
    who = ranks.community(ticket)
    telling.tell(ticket, who, "同类的事又来了", words, reason="repeat")
