"""回访: a month after the resident's word somebody asks whether it still holds. Nobody who did the
work asks."""

from datetime import timedelta

from sqlalchemy import Select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import joinedload, selectinload

from schemas.clock_words import VisitResult
from schemas.ticket_words import Channel, ProxyRelation
from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.jobs import defer
from server.core.paging import Page, page
from server.people.actor import Actor
from server.tickets.kept import ReturnVisit
from server.tickets.models import PrivateDetails, Ticket
from server.tickets.service.intake import Said, open_ticket

LATER = timedelta(days=30)
AGAIN = timedelta(days=7)  # nobody was reached
TRIES = 3


class AlreadyVisited(Refusal):
    code, title, detail = "already_visited", "已经回访过了", "同事已经记下了，请刷新看看"


def arrange(ticket: Ticket) -> None:
    """With the resident's word that it is solved."""
    at = clock.now() + LATER
    defer("tickets.return_visit", at=at, ticket_id=ticket.id, round=ticket.round)


def come_due(ticket: Ticket, round: int) -> None:
    """Once for a ticket, and only if it is still solved by the same word."""
    if ticket.state is TicketState.CLOSED and ticket.round == round:
        due = insert(ReturnVisit).values(ticket_id=ticket.id, due_on=clock.today())
        db.session.execute(due.on_conflict_do_nothing())


def list_return_visits(query: Select, form: dict) -> Page:
    """Those that are to be made, the oldest first; or those that were."""
    query = query.options(
        joinedload(ReturnVisit.recorded_by),
        joinedload(ReturnVisit.next_ticket),
        joinedload(ReturnVisit.ticket).options(
            joinedload(Ticket.details).load_only(PrivateDetails.contact_name, PrivateDetails.text),
            joinedload(Ticket.card),
            joinedload(Ticket.area),
            joinedload(Ticket.category),
            joinedload(Ticket.wisher),
            selectinload(Ticket.assignments),
        ),
    )
    if form["view"] == "done":
        query = query.where(ReturnVisit.recorded_at.is_not(None), ReturnVisit.result.is_not(None))
        return page(query, form, order=(ReturnVisit.id.desc(),))
    waits = ReturnVisit.result.is_(None), ReturnVisit.due_on <= clock.today()
    return page(query.where(*waits), form, order=(ReturnVisit.due_on, ReturnVisit.id))


def record_return_visit(visit: ReturnVisit, form: dict, *, by: Actor) -> ReturnVisit:
    """Not reached, it is tried again in a week; the third time it is over. What came back is a new
    ticket, for the first is closed by the resident's own word."""
    if visit.result:
        raise AlreadyVisited
    visit.words, visit.recorded_by_id = form["words"], by.id
    visit.recorded_at = clock.now()
    if form["result"] is VisitResult.UNREACHED:
        visit.tries += 1
        if visit.tries < TRIES:
            visit.due_on = clock.today() + AGAIN
            return visit
    visit.result = form["result"]
    if form["result"] is VisitResult.CAME_BACK:
        visit.next_ticket = _anew(visit.ticket, form["words"], by)
    db.session.flush()
    db.session.refresh(visit, ["recorded_by"])
    return visit


def _anew(before: Ticket, words: str | None, by: Actor) -> Ticket:
    old = before.details
    said = Said(
        before.kind,
        before.area,
        before.wisher,
        text=words or old.text,
        place=old.place,
        contact_name=old.contact_name,
        contact_phone=old.contact_phone,
        category_id=before.category_id,
        group=before.group,
        channel=Channel.DESK,
        proxy=ProxyRelation.WORKER,
        home=before.home,
    )
    ticket = open_ticket(said, by=by)
    ticket.follows_id = before.id
    return ticket
