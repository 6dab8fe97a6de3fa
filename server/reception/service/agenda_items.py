"""The agenda at the desk: read, added to, answered."""

from sqlalchemy import Select, func, select

from schemas.reception_words import AgendaState, AgendaWhy
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import move
from server.core.paging import Page, page
from server.occasions.models import Session
from server.occasions.rules import BEFORE
from server.people.actor import Actor
from server.reception.models import AgendaItem
from server.reception.service.agenda import matters_of, still_there
from server.reception.service.plans import SessionOver, must_be_reception
from server.tickets.models import Ticket
from server.tickets.numbers import is_number
from server.tickets.present.lists import loaded
from server.tickets.service import talking, telling


class OnTheAgenda(Refusal):
    code, title, detail = "on_the_agenda", "已经在议程里", "请在议程里找这个编号"


class AnsweredThere(Refusal):
    code, title = "answered_there", "还不到答复的时候"
    detail = "接待日开始前一小时起可以记答复；现在有进展，请写在工单里"


def list_agenda(session: Session, form: dict) -> Page:
    """What waits is a matter of the host; what was answered stays."""
    query = select(AgendaItem).join(AgendaItem.session).join(AgendaItem.ticket)
    query = query.where(AgendaItem.session_id == session.id, still_there())
    if state := form.get("state"):
        query = query.where(AgendaItem.state == state)
    return page(query, form, order=(AgendaItem.id,))


def add_item(session: Session, form: dict, *, by: Actor) -> AgendaItem:
    """Any open matter of the host's area, by its number."""
    must_be_reception(session)
    if session.state.has("over"):
        raise SessionOver
    number = form["number"].replace(" ", "")
    query = select(Ticket).where(*matters_of(session.area), Ticket.number == number)
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


def may_answer(session: Session) -> bool:
    """From an hour before it begins: what is answered weeks before is never asked there."""
    return session.state.has("public") and clock.now() >= session.starts_at - BEFORE


def answer_item(item: AgendaItem, words: str, *, by: Actor) -> AgendaItem:
    """Said at the session; whoever waits for it reads it in their ticket."""
    if not may_answer(item.session):
        raise AnsweredThere
    move(item, "answer", by=by)
    item.words = words
    ticket = item.ticket
    if ticket.state.has("open"):
        line = talking.write(ticket, f"业主接待日答复：{words}", by=by)
        title, said = "接待日答复了", "在业主接待日上答复了"
        telling.noted(ticket, line, by=by, said=said, title=title)
    return item


def counts(session_ids: list[int]) -> dict[int, dict[AgendaState, int]]:
    query: Select = select(AgendaItem.session_id, AgendaItem.state, func.count())
    query = query.join(AgendaItem.session).join(AgendaItem.ticket)
    query = query.where(AgendaItem.session_id.in_(session_ids), still_there())
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
