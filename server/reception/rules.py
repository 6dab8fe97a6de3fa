"""Who may see and do what at reception days."""

from sqlalchemy import false

from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.rules import RUNS_IT, runs, runs_series, runs_session
from server.people import service as people
from server.people.actor import Actor, within
from server.people.places import Area
from server.reception.models import AgendaItem, Seat
from server.tickets.models import Ticket
from server.tickets.relations import handles, is_wisher

show_plan = set_plan = runs_series
show_desk = list_desk_numbers = list_agenda = add_item = runs_session
walk_in = call_next_to = runs_session


# ---- seats: of this estate alone


def show_seats(actor: Actor, session: Session, form=None) -> bool:
    """Its residents and its desk: who keeps missing is a matter between them."""
    return sits_there(actor, session) or lives_there(actor, session.area)


def sits_there(actor: Actor, session: Session, form=None) -> bool:
    """Runs it from the host or from its nearest desk: nobody above that reads who came."""
    host = session.area.path
    run = [g.path for g in actor.grants if g.role in RUNS_IT and host.startswith(g.path)]
    if not run or host in run:
        return bool(run)
    desk = people.desk_of(session.area).area
    return any(path.startswith(desk.path) for path in run)


set_out = sits_there


def lives_there(actor: Actor, area: Area) -> bool:
    """In the host, or, of an estate's session, in that estate."""
    if actor.estate_id is None:
        return False
    return db.session.get_one(Area, actor.estate_id).path.startswith(area.path)


def _hosted(actor: Actor | None, column):
    if actor is None:
        return false()
    here = db.select(Session.id).where(within(Session.area_id, actor.paths(*RUNS_IT)))
    return column.in_(here)


def visible_seats(actor: Actor | None):
    return _hosted(actor, Seat.session_id)


def mark_seat(actor: Actor, seat: Seat, form=None) -> bool:
    return sits_there(actor, seat.session)


# ---- the agenda


def visible_items(actor: Actor | None):
    return _hosted(actor, AgendaItem.session_id)


def reads_item(actor: Actor, ticket: Ticket) -> bool:
    """What it is about, and what was answered: whoever handles it, and whose it is. Others who run
    the session read its category."""
    return handles(actor, ticket) or is_wisher(actor, ticket)


def answer_item(actor: Actor, item: AgendaItem, form=None) -> bool:
    """Not of one's own matter."""
    return handles(actor, item.ticket) and not is_wisher(actor, item.ticket)


# ---- numbers


def book(actor: Actor, session: Session, form: dict) -> bool:
    """Anybody, for themselves or somebody they call by name; the desk for whom it knows."""
    return "person_id" not in form or runs(actor, session.area.path)


def visible_numbers(actor: Actor | None):
    return _hosted(actor, QueueNumber.session_id)


def call_number_to(actor: Actor, number: QueueNumber, form=None) -> bool:
    """Not one's own: whoever waits is not their own desk."""
    return runs(actor, number.session.area.path) and number.person_id not in actor.ids


put_off = print_number = call_number_to


def reads_number(actor: Actor, number: QueueNumber) -> bool:
    """Who comes, and what for: whoever may hear them, or wrote it down themselves. An administrator
    calls numbers."""
    return actor.works_at(number.session.area.path) or number.entered_by_id in actor.ids


def receive(actor: Actor, number: QueueNumber, form=None) -> bool:
    """Whoever sits there becomes the first receiver: only the desk can be that."""
    return actor.works_at(number.session.area.path) and number.person_id not in actor.ids


receive_and_answer = receive


# ---- the board


def write_board_line(actor: Actor, ticket: Ticket, form=None) -> bool:
    return handles(actor, ticket) and not is_wisher(actor, ticket)


show_board_line = write_board_line
