"""What the public board says of a ticket: composed by staff, nothing that tells who it was."""

from sqlalchemy import select

from schemas.reception_words import Source
from schemas.ticket_words import Kind
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.people.actor import Actor
from server.reception.models import BoardLine
from server.tickets.models import Ticket
from server.tickets.service.revealing import must_not_reveal


class NotOnTheBoard(Refusal):
    code, title = "not_on_the_board", "这件事不上公示板"
    detail = "公示板只有业主接待日的事项；心愿有心愿墙"


def write_board_line(ticket: Ticket, form: dict, *, by: Actor) -> BoardLine:
    """The caller holds the ticket: two who write at once do so one after the other."""
    _has_a_place(ticket)
    for name in ("headline", "outcome"):
        must_not_reveal(name, form[name], ticket)
    line = db.session.get(BoardLine, ticket.id) or BoardLine(ticket_id=ticket.id)
    line.headline, line.outcome = form["headline"], form["outcome"]
    line.written_by_id, line.written_at = by.id, clock.now()
    db.session.add(line)
    return line


def show_board_line(ticket: Ticket) -> BoardLine:
    """As it is written; or an empty one, that nobody has written yet."""
    _has_a_place(ticket)
    empty = BoardLine(ticket_id=ticket.id, headline="", outcome="")
    return db.session.get(BoardLine, ticket.id) or empty


def _has_a_place(ticket: Ticket) -> None:
    """Of what was reported the board says what the report says, and nothing besides."""
    if ticket.kind is not Kind.RECEPTION:
        raise NotOnTheBoard
    if Source(ticket.source) is Source.REPORTED:
        raise NotOnTheBoard("上报的历史数据只按上报口径显示，不另写公示的话")


def lines_of(ticket_ids: list[int]) -> dict[int, BoardLine]:
    rows = db.session.scalars(select(BoardLine).where(BoardLine.ticket_id.in_(ticket_ids)))
    return {row.ticket_id: row for row in rows}
