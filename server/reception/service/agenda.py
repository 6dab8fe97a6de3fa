"""The agenda: filled by itself with what the host's people wait for; what stays unanswered goes to
the next session of the host, when there is one."""

from datetime import datetime, time

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from schemas.occasion_words import OccasionKind
from schemas.occasions import PLANNED, PUBLISHED
from schemas.reception_words import AgendaState, AgendaWhy
from schemas.ticket_words import Kind
from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.jobs import defer
from server.core.moves import Job, move
from server.occasions.models import Series, Session
from server.people.actor import within
from server.people.places import Area
from server.reception.models import AgendaItem
from server.tickets.categories import UNSORTED
from server.tickets.models import Category, Ticket
from server.tickets.service.lists import overdue

MORNING = time(7)
OPEN = TicketState.having("open")


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
    rows = rows.add_columns(literal(clock.now())).where(*matters_of(session.area), _wanted())
    rows = rows.where(_of_everybody())
    names = ["session_id", "ticket_id", "why", "state", "added_at"]
    query = insert(AgendaItem).from_select(names, rows, include_defaults=False)
    db.session.execute(query.on_conflict_do_nothing())


def matters_of(area: Area) -> tuple:
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


def _of_everybody() -> ColumnElement[bool]:
    """A wish is one household's; by itself it comes only if its category is one of reception days,
    and not because others wish the same. The desk may add any by hand."""
    theirs = aliased(Category)
    public = select(theirs.label).where(theirs.kind == Kind.RECEPTION, theirs.code.not_in(UNSORTED))
    alike = Ticket.category_id.in_(select(Category.id).where(Category.label.in_(public)))
    late = or_(overdue(), Ticket.reopens > 0)
    return or_(Ticket.kind != Kind.WISH, and_(alike, late))


def _why():
    return case(*((holds, literal(why.value)) for why, holds in _reasons().items()))


def _wanted() -> ColumnElement[bool]:
    return or_(*_reasons().values())


# ---- to the next one


def roll(session: Session) -> None:
    """Ended, or not held: what nobody answered waits for the next. What has come to an end since,
    or was handed to another community, is answered by that."""
    query = select(AgendaItem, is_here()).join(AgendaItem.session).join(AgendaItem.ticket)
    query = query.where(AgendaItem.session_id == session.id, AgendaItem.state == AgendaState.OPEN)
    query = query.order_by(AgendaItem.id).with_for_update(key_share=True, of=AgendaItem)
    for item, here in db.session.execute(query).all():
        waits = here and item.ticket.state.has("open")
        move(item, "roll" if waits else "settle", by=Job("roll_agenda"), channel="job")
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


def is_here() -> ColumnElement[bool]:
    """Of items with their session and ticket: still a matter of the host, or of what lies below."""
    host, there = aliased(Area), aliased(Area)
    near = func.starts_with(there.path, host.path)
    query = select(literal(1)).select_from(there).join(host, near)
    query = query.where(host.id == Session.area_id, there.id == Ticket.area_id)
    return query.correlate(Session, Ticket).exists()


def still_there() -> ColumnElement[bool]:
    return or_(AgendaItem.state != AgendaState.OPEN, is_here())
