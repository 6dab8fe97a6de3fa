"""Lists of numbers: of a line, and one's own."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from schemas.occasions import NumberState
from server.core.paging import Page, page
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.queue_rules import own_numbers
from server.people.actor import Actor

LIVE = NumberState.having("live")


def list_numbers(line: Line, form: dict) -> Page:
    """In the order in which they were given."""
    query = whole().where(QueueNumber.line_id == line.id)
    return page(_only_live(query, form), form, order=(QueueNumber.n, QueueNumber.id))


def list_my_numbers(form: dict, *, by: Actor) -> Page:
    """One's own and those one waits for; the latest first."""
    query = whole().where(own_numbers(by))
    return page(_only_live(query, form), form, order=(QueueNumber.id.desc(),))


def whole() -> Select:
    line = joinedload(QueueNumber.line).joinedload(
        Line.session
    )  # for whoever asks: do they work it?
    session = joinedload(QueueNumber.session).joinedload(Session.area)
    return select(QueueNumber).options(line, session, joinedload(QueueNumber.person))


def _only_live(query: Select, form: dict) -> Select:
    return query.where(QueueNumber.state.in_(LIVE)) if form["live"] else query
