"""回访: a month after the resident's word somebody asks whether it still holds. Nobody who did the
work asks."""

from datetime import timedelta

from sqlalchemy import Select, and_, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased, joinedload, selectinload

from schemas.clock_words import VisitResult
from schemas.ticket_words import Channel, ProxyRelation
from schemas.tickets import UNFINISHED, TicketState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.jobs import defer
from server.core.moves import move
from server.core.paging import Page, page
from server.people.actor import Actor
from server.tickets.kept import ReturnVisit
from server.tickets.models import PrivateDetails, Ticket
from server.tickets.relations import did_it
from server.tickets.service.intake import Said, open_ticket

LATER = timedelta(days=30)
AGAIN = timedelta(days=7)  # nobody was reached
TRIES = 3


class AlreadyVisited(Refusal):
    code, title, detail = "already_visited", "已经回访过了", "同事已经记下了，请刷新看看"


class AlreadyCameBack(Refusal):
    code, title = "already_came_back", "这件事已经重新登记了"
    detail = "新的一件还在办，在「业主接待日」或「我的心愿」里能看到，可以在那里补充几句"


WITHDRAWN = "重新登记的那一件您刚撤回。30 天内要再办，请打电话给社区，或到服务台登记"


class NotDueAgain(Refusal):
    code, title = "not_due_again", "还没到再打的日子"
    detail = "没有联系上的，一周以后再打；联系上了，随时可以记"


def arrange(ticket: Ticket) -> None:
    """With the resident's word that it is solved."""
    at = clock.now() + LATER
    defer("tickets.return_visit", at=at, ticket_id=ticket.id, round=ticket.round)


def come_due(ticket: Ticket, round: int) -> None:
    """Once for a ticket, and only if it is still solved by the same word."""
    if ticket.state is TicketState.CLOSED and ticket.round == round:
        due = insert(ReturnVisit).values(ticket_id=ticket.id, due_on=clock.today())
        db.session.execute(due.on_conflict_do_nothing())


def list_return_visits(query: Select, form: dict, *, by: Actor) -> Page:
    """Those that are to be made, the oldest first; or those that were."""
    query = query.options(
        joinedload(ReturnVisit.recorded_by),
        joinedload(ReturnVisit.next_ticket),
        joinedload(ReturnVisit.ticket).options(
            joinedload(Ticket.details).load_only(
                PrivateDetails.contact_name, PrivateDetails.text, PrivateDetails.subject
            ),
            joinedload(Ticket.card),
            joinedload(Ticket.area),
            joinedload(Ticket.category),
            joinedload(Ticket.wisher),
            selectinload(Ticket.assignments),
        ),
    )
    if form["mine_to_call"]:
        query = query.where(ReturnVisit.ticket_id.not_in(select(Ticket.id).where(did_it(by))))
    if form["view"] == "done":
        query = query.where(ReturnVisit.recorded_at.is_not(None), ReturnVisit.result.is_not(None))
        return page(query, form, order=(ReturnVisit.id.desc(),))
    return page(query.where(waits_for_a_visit()), form, order=(ReturnVisit.due_on, ReturnVisit.id))


def waits_for_a_visit():
    return and_(ReturnVisit.result.is_(None), ReturnVisit.due_on <= clock.today())


def record_return_visit(visit: ReturnVisit, form: dict, *, by: Actor) -> ReturnVisit:
    """Not reached, it is tried again in a week; the third time it is over. What came back is a new
    ticket, for the first is closed by the resident's own word."""
    if visit.result:
        raise AlreadyVisited
    if form["result"] is VisitResult.UNREACHED and visit.due_on > clock.today():
        raise NotDueAgain
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


def came_back(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """The resident does not wait to be asked. The visit is made by it, and stands on the list."""
    move(ticket, "came_back", by=by)
    visit_id = _claim(ticket, form["words"], by)
    check_followed(ticket)
    said = _same(ticket, form["words"])
    said.channel, said.proxy, said.photo_ids = Channel.APP, ticket.proxy, form["photo_ids"]
    after = open_ticket(said, by=by)
    this = update(ReturnVisit).where(ReturnVisit.id == visit_id)
    db.session.execute(this.values(next_ticket_id=after.id))
    return after


def _claim(ticket: Ticket, words: str, by: Actor) -> int | None:
    """The visit, unless it was made: whoever records it at the same moment waits here, or is
    waited for."""
    made = {"result": VisitResult.CAME_BACK, "words": words, "recorded_by_id": by.id}
    made["recorded_at"] = clock.now()
    new = insert(ReturnVisit).values(ticket_id=ticket.id, due_on=clock.today(), tries=0, **made)
    claim = new.on_conflict_do_update(
        index_elements=["ticket_id"], set_=made, where=ReturnVisit.result.is_(None)
    )
    return db.session.scalar(claim.returning(ReturnVisit.id))


def check_followed(ticket: Ticket) -> None:
    if (after := followed(ticket)) is not None:
        withdrawn = after is TicketState.WITHDRAWN
        raise AlreadyCameBack(WITHDRAWN if withdrawn else None)


def followed(ticket: Ticket) -> TicketState | None:
    """By one that is still open, there or where it was merged into; or that was withdrawn so lately
    that one more would only be counted."""
    into = aliased(Ticket)
    lately = Ticket.received_at > clock.now() - LATER
    query = select(Ticket.state).outerjoin(into, into.id == Ticket.merged_into_id)
    goes_on = or_(
        Ticket.state.in_(UNFINISHED),
        into.state.in_(UNFINISHED),
        and_(Ticket.state == TicketState.WITHDRAWN, lately),
    )
    query = query.where(Ticket.follows_id == ticket.id, goes_on)
    return db.session.scalar(query.order_by(Ticket.id.desc()).limit(1))


def _anew(before: Ticket, words: str | None, by: Actor) -> Ticket:
    return open_ticket(_same(before, words), by=by)


def _same(before: Ticket, words: str | None) -> Said:
    """As the desk says it for them."""
    old = before.details
    return Said(
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
        follows=before,
    )
