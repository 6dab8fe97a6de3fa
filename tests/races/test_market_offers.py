"""A wish and a market day, from several sides at the same moment."""

from datetime import timedelta

from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.occasions.parts import Line, QueueNumber
from server.tickets.models import Ticket
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests import make_tickets as tickets


def haircut(capacity=None, begins=None):
    """A wish, and a stall of its estate that meets it."""
    wisher = make.person(estate=make.estate())
    ticket = tickets.wish(wisher, category_id=tickets.category("haircut").id)
    begins = begins or clock.now() + timedelta(days=5)
    session = occasions.session(ticket.area, begins=begins)
    return ticket, markets.stall(session, capacity=capacity)


def take(ticket, stall, by=None):
    token = make.token(by or ticket.wisher)
    path = f"/api/markets/offers/{ticket.id}/take"
    return lambda web: web.post(path, token=token, stall_id=stall.id)


def now(model, row):
    db.session.expire_all()
    return db.session.get_one(model, row.id)


def test_booked_in_many_tabs_it_has_one_number(together):
    ticket, stall = haircut()
    worker = make.staff(at=tickets.parent(ticket.area))
    answers = together(*[take(ticket, stall, by) for by in (ticket.wisher, worker) * 4])
    taken = db.select(QueueNumber).where(QueueNumber.line_id == stall.line_id)

    assert sorted(a.status_code for a in answers) == [200] + [409] * 7
    assert [number.n for number in db.session.scalars(taken)] == [1]
    assert now(Line, stall.line).last == 1


def test_several_wishes_take_the_last_numbers_and_no_more(together):
    first, stall = haircut(capacity=3)
    others = [
        tickets.wish(make.person(estate=first.area), category_id=first.category_id)
        for _ in range(7)
    ]
    answers = together(*[take(ticket, stall) for ticket in (first, *others)])
    taken = db.select(QueueNumber.n).where(QueueNumber.line_id == stall.line_id)

    assert sorted(a.status_code for a in answers) == [200] * 3 + [409] * 5
    assert sorted(db.session.scalars(taken)) == [1, 2, 3]


def test_served_while_it_is_withdrawn_or_given_up_it_is_one_or_the_other(together):
    ticket, stall = haircut(begins=clock.now())
    (booked,) = together(take(ticket, stall))
    assert booked.status_code == 200
    query = db.select(QueueNumber.id).where(QueueNumber.subject_id == ticket.id)
    number_id = db.session.scalars(query).one()
    worker, aunt = make.token(make.staff(at=ticket.area)), make.token(ticket.wisher)
    served, left, withdrawn = together(
        lambda web: web.post(f"/api/occasions/numbers/{number_id}/serve", token=worker),
        lambda web: web.post(f"/api/markets/offers/{ticket.id}/leave", token=aunt),
        lambda web: web.post(tickets.path(ticket, "withdraw"), token=aunt),
    )
    ended = now(Ticket, ticket)

    assert sorted([served.status_code, left.status_code]) == [200, 409]
    if withdrawn.status_code == 200:
        assert ended.state is TicketState.WITHDRAWN
    else:
        assert (served.status_code, ended.state) == (200, TicketState.DONE)
    assert (ended.holder_id is None) != (ended.holder_unit_id is None)


def test_claimed_while_it_is_booked_it_is_one_or_the_other(together):
    wisher = make.person(estate=make.estate())
    ticket = tickets.open_wish(wisher, category_id=tickets.category("haircut").id, group="many")
    session = occasions.session(ticket.area, begins=clock.now() + timedelta(days=5))
    stall, volunteer = markets.stall(session), make.token(make.volunteer())
    claimed, booked = together(
        lambda web: web.post(tickets.path(ticket, "claim"), token=volunteer),
        take(ticket, stall),
    )
    ended = now(Ticket, ticket)

    assert [claimed.status_code, booked.status_code].count(200) == 1
    assert ended.state is (
        TicketState.WORKING if claimed.status_code == 200 else TicketState.RECEIVED
    )
    assert now(Line, stall.line).last == (1 if booked.status_code == 200 else 0)
