"""What a ticket pays in points: promised to whoever takes it in hand, earned with the resident's
word, and given back when it comes to nothing. The ledger knows a ticket by its id alone."""

from contextlib import suppress

from sqlalchemy import select

from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.core.jobs import defer
from server.people.aliases import everybody
from server.points import upward
from server.points.earning import Pool
from server.points.service import awards, reserving
from server.points.service.lines import Served
from server.points.service.maturing import announced_until
from server.points.service.pools import NothingPromised
from server.points.service.schemes import scheme_at
from server.tickets.models import Ticket
from server.tickets.parts import Assignment

KIND = Ticket.__tablename__


def promise(ticket: Ticket, assignment: Assignment) -> None:
    """When somebody accepts it. Out of an empty pool nothing is promised: people see that before
    they help, and may help all the same. What was given back before is promised again."""
    if assignment.person_id is None:
        return
    before = reserving.reserved(KIND, ticket.id)
    if before and before.released_at is None:
        return
    with suppress(NothingPromised), db.session.begin_nested():
        if before:
            reserving.take_up(before, ticket.helpers_needed)
        elif pool := pays_tickets(ticket.area.path):
            subject = KIND, ticket.id
            reserving.promise(pool, subject, clock.today(), ticket.helpers_needed, festival=False)


def pays_tickets(path: str) -> Pool | None:
    """The pool out of which tickets of an area are paid, if any is."""
    scheme = scheme_at(path)
    paying = Pool.pays_tickets, Pool.closed_on.is_(None)
    return scheme and db.session.scalar(select(Pool).where(Pool.scheme_id == scheme.id, *paying))


def earned(ticket: Ticket) -> None:
    """The resident has said that it is done: paid in a job, for several may have done it."""
    defer("tickets.pay", ticket_id=ticket.id)


def pay(ticket: Ticket) -> None:
    """Each person who did it, once. The caller holds the ticket."""
    reserve = reserving.reserved(KIND, ticket.id)
    if reserve is None or ticket.state is not TicketState.CLOSED:
        return
    ids = [everybody(a.person_id) for a in ticket.in_hand if a.person_id]
    awards.hold_person(reserve.scheme_id, [id for person in ids for id in person])
    on, until = clock.local(ticket.closed_at).date(), announced_until()
    for person in ids:
        served = Served(KIND, ticket.id, person, 1, on, ticket.area.path, until)
        awards.award(reserve.scheme_id, served)
    reserving.release(reserve)


def give_back(ticket: Ticket) -> None:
    """It comes to nothing; or nobody has said anything: what is said later is paid all the same."""
    if reserve := reserving.reserved(KIND, ticket.id):
        reserving.release(reserve)


def told(ids: set[int]) -> dict[int, str]:
    """「微心愿 20260017」 on a statement."""
    query = select(Ticket.id, Ticket.kind, Ticket.number).where(Ticket.id.in_(ids))
    return {id: f"{kind.label} {number}" for id, kind, number in db.session.execute(query)}


upward.told[KIND] = told
