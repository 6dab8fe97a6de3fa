"""Lists of reception days, and what was heard at each; a fixed number of statements a page."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import joinedload

from schemas.occasion_words import OccasionKind
from schemas.occasions import CALLED_OFF, ENDED, PLANNED, PUBLISHED, NumberState
from schemas.people_words import Level
from schemas.reception_words import AgendaState, Source
from schemas.ticket_words import Solved
from schemas.tickets import MERGED
from server.core import clock
from server.core.db import db
from server.core.moves import Move
from server.core.paging import Page, page
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.queue_rules import own_numbers
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import around
from server.reception.models import Heard, ReceptionDay
from server.reception.service import agenda_items
from server.tickets.models import Ticket

CALLS = ("call", "call_again")


def list_receptions(query: Select, form: dict, *, by: Actor | None) -> Page:
    """Those to come in their order, or those past, the latest first. Planned ones are the
    calendar's."""
    query = query.options(joinedload(Session.area))
    query = query.where(Session.kind == OccasionKind.RECEPTION, Session.state != PLANNED)
    area_id = form.get("area_id") or (by and by.estate_id)
    if area_id:
        query = query.where(around(Session.area_id, area_id))
    if form["past"]:
        query = query.where(Session.state.in_((ENDED, CALLED_OFF)))
        return page(query, form, order=(Session.on.desc(), Session.id.desc()))
    query = query.where(Session.state == PUBLISHED, Session.ends_at > clock.now())
    return page(query, form, order=(Session.on, Session.id))


def days(session_ids: list[int]) -> dict[int, ReceptionDay]:
    query = select(ReceptionDay).where(ReceptionDay.session_id.in_(session_ids))
    rows = db.session.scalars(query.options(joinedload(ReceptionDay.line)))
    return {row.session_id: row for row in rows}


def estates_of(host: Area) -> list[Area]:
    """Of which what is said may be; none to choose where the host is one itself."""
    if host.level is Level.ESTATE:
        return []
    inside = Area.path.startswith(host.path, autoescape=True), Area.level == Level.ESTATE
    return list(db.session.scalars(select(Area).where(*inside).order_by(Area.name, Area.id)))


def own(session_ids: list[int], by: Actor | None) -> dict[int, list[QueueNumber]]:
    found = defaultdict(list)
    if by is not None:
        mine = QueueNumber.session_id.in_(session_ids), own_numbers(by)
        query = select(QueueNumber).where(*mine, QueueNumber.state != NumberState.LEFT)
        query = query.options(joinedload(QueueNumber.line), joinedload(QueueNumber.session))
        for number in db.session.scalars(query.order_by(QueueNumber.turn_at, QueueNumber.id)):
            found[number.session_id].append(number)
    return found


def heard(session_ids: list[int], sources: dict[int, Source]) -> dict[int, dict]:
    """Each count apart. Of what was reported only what the report says."""
    many = {
        "received": func.count().filter(Ticket.state != MERGED),
        "merged": func.count().filter(Ticket.state == MERGED),
        "answered_on_spot": func.count(Ticket.answered_at),
        "reported_done": func.count(Ticket.done_at),
        "solved": func.count().filter(Ticket.solved == Solved.YES, Ticket.state != MERGED),
    }
    query = select(Heard.session_id, *(count.label(name) for name, count in many.items()))
    query = query.join(Heard.ticket).where(Heard.session_id.in_(session_ids))
    rows = {row.session_id: row for row in db.session.execute(query.group_by(Heard.session_id))}
    items = agenda_items.counts(session_ids)
    told = {}
    for session_id in session_ids:
        row = rows.get(session_id)
        counts = {name: getattr(row, name) if row else 0 for name in many}
        if sources.get(session_id) is Source.REPORTED:
            counts |= {"answered_on_spot": None, "reported_done": None}
        counts["agenda_answered"] = items[session_id].get(AgendaState.ANSWERED, 0)
        counts["agenda_rolled"] = items[session_id].get(AgendaState.ROLLED, 0)
        told[session_id] = counts
    return told


def tickets_of(numbers: list[QueueNumber]) -> dict[int, Ticket]:
    """By the id of the ticket: what became of the numbers of a page."""
    ids = [n.subject_id for n in numbers if n.subject_kind == "tickets"]
    if not ids:
        return {}
    rows = db.session.scalars(select(Ticket).where(Ticket.id.in_(ids)))
    return {row.id: row for row in rows}


def called(session: Session) -> list[tuple[QueueNumber, datetime]]:
    """At a table now, and since when they were last called: the latest first."""
    here = QueueNumber.session_id == session.id, QueueNumber.state == NumberState.CALLED
    its = Move.subject_kind == QueueNumber.__tablename__, Move.subject_id == QueueNumber.id
    at = func.max(Move.moved_at)
    query = select(QueueNumber, at).join(Move, and_(*its, Move.action.in_(CALLS)))
    query = query.where(*here, QueueNumber.turn_at.is_not(None)).group_by(QueueNumber.id)
    rows = db.session.execute(query.order_by(at.desc(), QueueNumber.n.desc()))
    return [(number, moment) for number, moment in rows]


def waiting(session: Session, most: int) -> tuple[list[int], int, int]:
    """The next numbers in turn, how many wait, how many are done with."""
    here = QueueNumber.session_id == session.id, QueueNumber.turn_at.is_not(None)
    waits = QueueNumber.state == NumberState.WAITING
    order = QueueNumber.turn_at, QueueNumber.n
    numbers = select(QueueNumber.n).where(*here, waits).order_by(*order).limit(most)
    done = QueueNumber.state.in_((NumberState.SERVED, NumberState.NOT_SERVED))
    counts = select(func.count().filter(waits), func.count().filter(done)).where(*here)
    many, over = db.session.execute(counts.select_from(QueueNumber)).one()
    return list(db.session.scalars(numbers)), many, over
