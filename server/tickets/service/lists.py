"""Lists of tickets: the desk's queue and its counts, one's own, one's tasks, search."""

from datetime import timedelta

from sqlalchemy import Select, and_, exists, func, or_, select

from schemas.clock_words import AlarmLevel
from schemas.ticket_words import Kind
from schemas.tickets import AssignmentState, TicketState
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.core.paging import Page, page
from server.people import service as people
from server.people.actor import Actor, within
from server.people.places import Area
from server.people.throttle import Limit, address, count_try
from server.tickets import relations
from server.tickets.kept import ReturnVisit
from server.tickets.models import Category, PublicCard, Ticket
from server.tickets.numbers import is_number
from server.tickets.parts import Assignment
from server.tickets.present.lists import loaded
from server.tickets.search import bigrams
from server.tickets.service.visits import waits_for_a_visit
from server.tickets.timed import Escalation

GUESSES = 12  # numbers that may be asked for in a minute from one address
SOON = timedelta(days=1)


def ticking():
    return Ticket.state.in_(TicketState.having("ticking"))


def unfinished():
    return Ticket.state.in_(TicketState.having("open"))


def overdue():
    """Past its day: now; or then, when the resident was asked."""
    late = Ticket.state == TicketState.WAITING, Ticket.due_at < Ticket.paused_since
    return or_(and_(ticking(), Ticket.due_at < clock.now()), and_(*late))


def view_clause(view: str):
    """One of the counts above the queue."""
    now = clock.now()
    asked = exists().where(
        Assignment.ticket_id == Ticket.id, Assignment.state == AssignmentState.ASKED
    )
    return {
        "all": unfinished(),
        "intake": Ticket.state.in_(TicketState.having("intake")),
        "dispatch": or_(Ticket.state.in_(TicketState.having("offer")), and_(ticking(), asked)),
        "soon": and_(ticking(), Ticket.due_at >= now, Ticket.due_at < now + SOON),
        "overdue": overdue(),
        "waiting": Ticket.state == TicketState.WAITING,
        "answered": Ticket.state.in_(TicketState.having("answered")),
        "callback": Ticket.state.in_(TicketState.having("callback")),
        "repeated": and_(unfinished(), Ticket.repeat_why.is_not(None)),
        "extension": and_(unfinished(), Ticket.longer_asked_by_id.is_not(None)),
        "escalated": and_(ticking(), _told_upwards()),
        "closed": Ticket.state.in_(TicketState.having("closed")),
    }[view]


COUNTED = ("intake", "dispatch", "soon", "overdue", "waiting", "callback", "repeated", "extension",
           "escalated", "all")  # fmt: skip


def _told_upwards():
    """Of the due date that holds now, the clock has told whoever stands above the doer."""
    now = Escalation.ticket_id == Ticket.id, Escalation.due_at == Ticket.due_at
    return exists().where(*now, Escalation.level.in_(AlarmLevel.having("above")))


def list_queue(query: Select, form: dict, *, by: Actor) -> Page:
    """Due first. `query` holds what the desk may see; what was reported before there was a queue
    never stood in one."""
    query = filtered(loaded(query).where(relations.on_my_desk(by), Ticket.source == "system"), form)
    if "state" in form:
        query = query.where(Ticket.state == form["state"])
    elif not is_number(form.get("q", "")):  # read out over the telephone: in whatever state it is
        query = query.where(view_clause(form["view"]))
    if form["mine_to_call"]:
        query = query.where(~relations.did_it(by))
    if form["view"] == "callback":  # they still remember
        return page(query, form, order=(Ticket.due_at.desc(), Ticket.id.desc()))
    return page(query, form, order=(Ticket.due_at, Ticket.id))


def count_queue(by: Actor) -> dict:
    """All counts in one statement."""
    counts = [func.count().filter(view_clause(view)).label(view) for view in COUNTED]
    counts.append(_visits_due(by).label("return_visits"))
    row = db.session.execute(select(*counts).select_from(Ticket).where(relations.on_my_desk(by)))
    return row.one()._asdict()


def _visits_due(by: Actor):
    of_the_desk = ReturnVisit.ticket_id.in_(select(Ticket.id).where(relations.on_my_desk(by)))
    query = select(func.count()).select_from(ReturnVisit).where(of_the_desk, waits_for_a_visit())
    return query.scalar_subquery()


def filtered(query: Select, form: dict) -> Select:
    """The filters that queue and wall share."""
    if "kind" in form:
        query = query.where(Ticket.kind == form["kind"])
    if "category_id" in form:
        query = query.where(Ticket.category_id == form["category_id"])
    if "group" in form:
        query = query.where(Ticket.group == form["group"])
    if "area_id" in form:
        area = db.session.get(Area, form["area_id"])
        query = query.where(within(Ticket.area_id, [area.path] if area else []))
    if "q" in form:
        query = query.where(search_clause(form["q"]))
    return query


def search_clause(words: str):
    """A number, or words of public cards. Private text is not searched."""
    if is_number(words):
        return Ticket.number == words.replace(" ", "")
    parts = bigrams(words)
    return exists().where(PublicCard.ticket_id == Ticket.id, PublicCard.bigrams.contains(parts))


def list_mine(query: Select, form: dict, *, by: Actor) -> Page:
    """The latest first."""
    query = loaded(query).where(relations.mine(by))
    if form["view"] == "waiting":
        query = query.where(Ticket.state.in_(TicketState.having("yours")))
    return page(_open_or_closed(query, form), form, order=(Ticket.id.desc(),))


def list_tasks(query: Select, form: dict, *, by: Actor) -> Page:
    """What is due first comes first; of what is over, the latest."""
    query = _open_or_closed(loaded(query).where(relations.in_my_hands(by)), form)
    if form["view"] == "waiting":
        query = query.where(relations.waiting_for_me(by))
    by_due = (Ticket.due_at, Ticket.id)
    return page(
        query, form, order=by_due if form["view"] in ("open", "waiting") else (Ticket.id.desc(),)
    )


def _open_or_closed(query: Select, form: dict) -> Select:
    """What waits for a rating still moves."""
    if "kind" in form:
        query = query.where(Ticket.kind == form["kind"])
    if form["view"] in ("all", "waiting"):
        return query
    closed = Ticket.state.in_(TicketState.having("closed"))
    return query.where(closed if form["view"] == "closed" else ~closed)


def asked_by(actor: Actor) -> Limit:
    return Limit(f"found:{actor.id}", 3 * GUESSES, timedelta(minutes=1))


def find_ticket(form: dict, *, by: Actor | None) -> dict:
    """What a printed code or a number read out tells whoever holds it."""
    if "token" in form:
        clause = Ticket.token == form["token"]
    else:
        count_try(address(GUESSES) if by is None else asked_by(by))
        clause = Ticket.number == form.get("number", "").replace(" ", "")
    ticket = db.session.scalar(select(Ticket).where(clause))
    if ticket is None:
        raise NotFound("没有这个编号，请核对 8 位数字")
    seen = select(Ticket.id).where(Ticket.id == ticket.id, relations.visible_tickets(by))
    desk = people.desk_of(ticket.area)
    moved = max(t for t in (ticket.received_at, ticket.sent_at, ticket.accepted_at, ticket.done_at,
                            ticket.rated_at, ticket.closed_at) if t)  # fmt: skip
    return {
        "number": ticket.number,
        "kind_label": "事项" if ticket.kind is Kind.FEEDBACK else ticket.kind.label,
        "state_label": ticket.state.label,
        "moved_on": clock.local(moved).date(),
        "desk_name": desk.name,
        "desk_phone": desk.phone,
        "ticket_id": db.session.scalar(seen),
    }


def categories() -> dict:
    query = select(Category).order_by(Category.kind, Category.position)
    return {"items": db.session.scalars(query).all()}
