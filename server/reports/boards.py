"""The public board of an area: reception days and what was said there, by source, and the rows."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, and_, func, select

from schemas.occasion_words import OccasionKind
from schemas.occasions import ENDED
from schemas.people_words import DESK
from schemas.reception_words import Source
from schemas.ticket_words import Kind
from schemas.tickets import MERGED
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.core.moves import Move
from server.core.paging import Page, page
from server.occasions.models import Session
from server.people.actor import within
from server.people.models import RoleGrant
from server.people.places import Area
from server.people.service import ends_after_today
from server.reception.models import BoardLine, ReceptionDay
from server.reports.board_figures import COUNTS
from server.tickets.models import Ticket
from server.tickets.present.lists import loaded

AGAIN = ("reopen", "contest")
YEAR = timedelta(days=365)


def board(area: Area, form: dict) -> dict:
    since, until = period(form)
    counts = [func.count().filter(one.where()).label(name) for name, one in COUNTS.items()]
    query = select(Ticket.source, *counts).where(*asked(area, since, until))
    rows = {row.source: row._mapping for row in db.session.execute(query.group_by(Ticket.source))}
    return {
        "area": area,
        "since": since,
        "until": until,
        "counts": {source: rows.get(source) for source in Source},
        "sessions": _sessions(area, since, until),
        "as_of": clock.now(),
    }


def period(form: dict) -> tuple[date, date]:
    until = form.get("until") or clock.today()
    since = form.get("since") or until - YEAR
    if since > until:
        raise Malformed(until="结束不能早于开始")
    return since, until


def asked(area: Area, since: date, until: date) -> tuple:
    """Matters of reception days here and below; merged ones are counted with what they became."""
    first = datetime.combine(since, time(), clock.SHANGHAI)
    last = datetime.combine(until + timedelta(days=1), time(), clock.SHANGHAI)
    then = Ticket.received_at >= first, Ticket.received_at < last
    here = within(Ticket.area_id, [area.path]), Ticket.kind == Kind.RECEPTION
    return *here, *then, Ticket.state != MERGED


def _sessions(area: Area, since: date, until: date) -> dict[Source, int]:
    """Held, by whose count."""
    query = select(ReceptionDay.source, func.count()).select_from(Session)
    query = query.outerjoin(ReceptionDay, ReceptionDay.session_id == Session.id)
    held = Session.kind == OccasionKind.RECEPTION, Session.state == ENDED
    here = within(Session.area_id, [area.path]), Session.on.between(since, until)
    rows = dict(db.session.execute(query.where(*held, *here).group_by(ReceptionDay.source)).all())
    reported = rows.pop(Source.REPORTED, 0)
    return {Source.SYSTEM: sum(rows.values()), Source.REPORTED: reported}


def list_items(area: Area, form: dict) -> Page:
    """The rows behind the figures, the latest first."""
    query: Select = loaded(select(Ticket)).where(*asked(area, *period(form)))
    if figure := form.get("figure"):
        query = query.where(COUNTS[figure].where())
    if source := form.get("source"):
        query = query.where(Ticket.source == source)
    return page(query, form, order=(Ticket.received_at.desc(), Ticket.id.desc()))


def opened_again(ticket_ids: list[int]) -> set[int]:
    """Of those that have a line: which were reopened, or contested, after it was written."""
    its = Move.subject_kind == Ticket.__tablename__, Move.subject_id == BoardLine.ticket_id
    later = and_(*its, Move.action.in_(AGAIN), Move.moved_at > BoardLine.written_at)
    query = select(BoardLine.ticket_id).join(Move, later)
    return set(db.session.scalars(query.where(BoardLine.ticket_id.in_(ticket_ids))))


def of_the_desk(person_ids: set[int]) -> set[int]:
    """Who of them works at a desk today: on the board they are 社区."""
    live = RoleGrant.since <= clock.today(), ends_after_today()
    query = select(RoleGrant.person_id).where(RoleGrant.person_id.in_(person_ids), *live)
    return set(db.session.scalars(query.where(RoleGrant.role.in_(DESK))))
