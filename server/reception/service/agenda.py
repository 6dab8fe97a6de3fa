"""The agenda: filled by itself with what the host's people wait for; what stays unanswered goes to
the next session of the host, when there is one."""

from datetime import datetime, time

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from schemas.occasion_words import OccasionKind
from schemas.occasions import PLANNED, PUBLISHED
from schemas.reception_words import AgendaState, AgendaWhy
from schemas.ticket_words import Kind
from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.jobs import defer
from server.core.moves import Job, move
from server.core.paging import Page, page
from server.occasions.models import Series, Session
from server.people.actor import Actor, within
from server.people.places import Area
from server.reception.models import AgendaItem
from server.reception.service.plans import SessionOver, must_be_reception
from server.tickets.models import Ticket
from server.tickets.numbers import is_number
from server.tickets.present.lists import loaded
from server.tickets.service import talking, telling
from server.tickets.service.lists import overdue

MORNING = time(7)
OPEN = TicketState.having("open")


class OnTheAgenda(Refusal):
    code, title, detail = "on_the_agenda", "已经在议程里", "请在议程里找这个编号"


def when_to_fill(session: Session) -> None:
    """Once it is published, and again on its morning: what was reopened since is there."""
    defer("reception.fill_agenda", session_id=session.id)
    morning = datetime.combine(session.on, MORNING, clock.SHANGHAI)
    if morning > clock.now():
        defer("reception.fill_agenda", at=morning, session_id=session.id)


def fill(session: Session) -> None:
    """Called twice it adds what is new. What was taken off by an answer stays answered."""
    if session.state is not PUBLISHED or session.ends_at <= clock.now():
        return
    carry(session.area_id)
    rows = select(literal(session.id), Ticket.id, _why(), literal(AgendaState.OPEN.value))
    rows = rows.add_columns(literal(clock.now())).where(*_of(session.area), _wanted())
    names = ["session_id", "ticket_id", "why", "state", "added_at"]
    query = insert(AgendaItem).from_select(names, rows, include_defaults=False)
    db.session.execute(query.on_conflict_do_nothing())


def _of(area: Area) -> tuple:
    """Open matters of the host and of what lies below it; complaints about officials are not read
    out to them."""
    here = within(Ticket.area_id, [area.path])
    return here, Ticket.state.in_(OPEN), Ticket.kind != Kind.FEEDBACK


def _reasons() -> dict[AgendaWhy, ColumnElement[bool]]:
    """In the order in which they are said."""
    return {
        AgendaWhy.REOPENED: Ticket.reopens > 0,
        AgendaWhy.REPEATED: Ticket.repeat_why.is_not(None),
        AgendaWhy.OVERDUE: overdue(),
    }


def _why():
    return case(*((holds, literal(why.value)) for why, holds in _reasons().items()))


def _wanted() -> ColumnElement[bool]:
    return or_(*_reasons().values())


# ---- to the next one


def roll(session: Session) -> None:
    """Ended, or not held: what nobody answered waits for the next. What has come to an end since is
    answered by that."""
    query = select(AgendaItem).where(AgendaItem.session_id == session.id)
    query = query.where(AgendaItem.state == AgendaState.OPEN).order_by(AgendaItem.id)
    for item in db.session.scalars(query.with_for_update(key_share=True, of=AgendaItem)).all():
        open_ = item.ticket.state.has("open")
        move(item, "roll" if open_ else "settle", by=Job("roll_agenda"), channel="job")
    db.session.flush()
    carry(session.area_id)


def carry(area_id: int) -> None:
    """What was rolled and has no session yet goes to the next one of this host."""
    coming = next_session(area_id)
    if coming is None:
        return
    here = select(Session.id).where(Session.area_id == area_id)
    waits = AgendaItem.state == AgendaState.ROLLED, AgendaItem.rolled_to_id.is_(None)
    taken = update(AgendaItem).where(*waits, AgendaItem.session_id.in_(here))
    taken = taken.values(rolled_to_id=coming).returning(AgendaItem.ticket_id)
    rows = [
        {"session_id": coming, "ticket_id": ticket_id, "why": AgendaWhy.ROLLED,
         "state": AgendaState.OPEN, "added_at": clock.now()}
        for ticket_id in set(db.session.scalars(taken.execution_options(synchronize_session=False)))
    ]  # fmt: skip
    if rows:
        said = insert(AgendaItem).values(rows)
        same = ["session_id", "ticket_id"]
        again = {"why": AgendaWhy.ROLLED}
        still = AgendaItem.state == AgendaState.OPEN
        db.session.execute(said.on_conflict_do_update(index_elements=same, set_=again, where=still))


def next_session(area_id: int) -> int | None:
    here = Session.area_id == area_id, Session.kind == OccasionKind.RECEPTION
    to_come = Session.state.in_((PLANNED, PUBLISHED)), Session.starts_at > clock.now()
    query = select(Session.id).where(*here, *to_come).order_by(Session.starts_at, Session.id)
    return db.session.scalar(query.limit(1))


def carry_to_planned(series: Series, session_ids: list[int]) -> None:
    carry(series.area_id)


def roll_of_off(session: Session) -> None:
    """Called off or dropped; one that only moves keeps its agenda."""
    if session.kind is OccasionKind.RECEPTION and session.state.has("over"):
        roll(session)


# ---- by hand


def list_agenda(session: Session, form: dict) -> Page:
    query = select(AgendaItem).where(AgendaItem.session_id == session.id)
    if state := form.get("state"):
        query = query.where(AgendaItem.state == state)
    return page(query, form, order=(AgendaItem.id,))


def add_item(session: Session, form: dict, *, by: Actor) -> AgendaItem:
    """Any open matter of the host's area, by its number."""
    must_be_reception(session)
    if session.state.has("over"):
        raise SessionOver
    number = form["number"].replace(" ", "")
    query = select(Ticket).where(*_of(session.area), Ticket.number == number)
    ticket = db.session.scalar(query) if is_number(form["number"]) else None
    if ticket is None:
        raise Malformed(number="这里没有这个编号的事项，或者已经办结")
    there = AgendaItem.session_id == session.id, AgendaItem.ticket_id == ticket.id
    if db.session.scalar(select(AgendaItem.id).where(*there)):
        raise OnTheAgenda
    item = AgendaItem(session_id=session.id, ticket_id=ticket.id, why=AgendaWhy.ASKED)
    item.added_by_id = by.id
    db.session.add(item)
    return item


def answer_item(item: AgendaItem, words: str, *, by: Actor) -> AgendaItem:
    """Said at the session; whoever waits for it reads it in their ticket."""
    move(item, "answer", by=by)
    item.words = words
    ticket = item.ticket
    if ticket.state.has("open"):
        line = talking.write(ticket, f"业主接待日答复：{words}", by=by)
        telling.noted(ticket, line, by=by)
    return item


def counts(session_ids: list[int]) -> dict[int, dict[AgendaState, int]]:
    query: Select = select(AgendaItem.session_id, AgendaItem.state, func.count())
    query = query.where(AgendaItem.session_id.in_(session_ids))
    found: dict[int, dict] = {session_id: {} for session_id in session_ids}
    rows = db.session.execute(query.group_by(AgendaItem.session_id, AgendaItem.state))
    for session_id, state, count in rows:
        found[session_id][state] = count
    return found


def tickets_of(items: list[AgendaItem]) -> dict[int, Ticket]:
    """With everything a row of them needs, in two statements."""
    ids = [item.ticket_id for item in items]
    query = loaded(select(Ticket).where(Ticket.id.in_(ids)))
    return {ticket.id: ticket for ticket in db.session.scalars(query).unique()}
