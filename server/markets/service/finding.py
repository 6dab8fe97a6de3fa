"""At the stall: whose number it is, by what somebody shows or says."""

from sqlalchemy import Select, or_, select

from schemas.occasions import NumberState
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound, Refusal
from server.markets.models import Stall
from server.occasions.parts import QueueNumber
from server.occasions.service.people import known_by
from server.tickets.models import Ticket
from server.tickets.numbers import is_number
from server.tickets.present.names import title

LIVE = NumberState.having("live")
MOST_DIGITS = 3  # of a number in a line; a ticket's has eight


class CodeRefused(Refusal):
    """A code that means nobody; the words say what is the matter with it."""

    code, title = "code_refused", "这个码用不了"


class NoNumberHere(NotFound):
    code, title = "no_number_here", "在这个摊位没有号"
    detail = "请核对摊位，或者在这里现领一个号"


def find_at_stall(stall: Stall, code: str) -> dict:
    """The live number of this stall that is meant. It opens nothing of the wish behind it but what
    everybody may read."""
    here = QueueNumber.line_id == stall.line_id, QueueNumber.state.in_(LIVE)
    query = _meant(select(QueueNumber).where(*here), code.strip())
    number = db.session.scalar(query.order_by(QueueNumber.n).limit(1))
    if number is None:
        raise NoNumberHere
    ticket = _ticket(number)
    return {
        "id": number.id,
        "n": number.n,
        "name": number.called or (number.person and number.person.display_name) or "",
        "state_label": number.state.label,
        "ticket_id": ticket and ticket.id,
        "ticket_title": ticket and title(ticket, hidden=True),
    }


def _meant(query: Select, code: str) -> Select:
    if code.isascii() and code.isdecimal() and len(code) <= MOST_DIGITS:
        return query.where(QueueNumber.n == int(code))
    if ticket_id := _slip(code):
        return query.where(QueueNumber.subject_kind == "tickets",
                           QueueNumber.subject_id == ticket_id)  # fmt: skip
    known = known_by(code, clock.now())
    if known.refused:
        raise CodeRefused(known.refused.label)
    theirs = QueueNumber.person_id.in_(known.ids), QueueNumber.told_id.in_(known.ids)
    return query.where(or_(*theirs))


def _slip(code: str) -> int | None:
    """The code on a receipt or slip, or its eight digits as they are read out."""
    if is_number(code):
        wanted = Ticket.number == code.replace(" ", "")
    else:
        wanted = Ticket.token == code.rsplit("/", 1)[-1]
    return db.session.scalar(select(Ticket.id).where(wanted))


def _ticket(number: QueueNumber) -> Ticket | None:
    known = number.subject_kind == "tickets"
    return db.session.get(Ticket, number.subject_id) if known else None
