"""Wishes for a haircut, and market days at which they can be met."""

from datetime import timedelta

from server.core import clock
from server.core.db import db
from server.occasions.parts import QueueNumber
from server.tickets.models import Ticket
from tests import make
from tests import make_occasions as occasions
from tests import make_tickets as tickets


def market(area=None, days=6, **given):
    """Of the estate, in some days."""
    begins = clock.now() + timedelta(days=days)
    return occasions.session(area or make.estate(), begins=begins, **given)


def haircut(wisher=None, **known) -> Ticket:
    return tickets.wish(wisher, category_id=tickets.category("haircut").id, **known)


def offers(get, ticket, by=None):
    return get(f"/api/markets/offers/{ticket.id}", by=by or ticket.wisher).json


def take(post, ticket, stall, by=None):
    path = f"/api/markets/offers/{ticket.id}/take"
    return post(path, by=by or ticket.wisher, stall_id=stall.id)


def number_of(ticket) -> QueueNumber:
    wanted = db.select(QueueNumber).where(QueueNumber.subject_id == ticket.id)
    return db.session.scalars(wanted).one()
