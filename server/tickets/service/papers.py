"""What is printed of a ticket."""

from flask import current_app

from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.files.paper.receipt import Receipt, receipt_pdf
from server.files.paper.slip import Slip, slip_pdf
from server.files.service import check_signature, signature
from server.people import service as people
from server.tickets.models import Ticket
from server.tickets.present import names


def address(ticket: Ticket) -> str:
    """What its code says: it identifies, and what opens depends on who scans it."""
    return f"{current_app.config['PUBLIC_URL']}/q/t/{ticket.token}"


def receipt_address(ticket: Ticket) -> str:
    """Where the paper opens for an hour, without signing in: a PDF reader cannot send a token."""
    return f"/papers/{ticket.token}.pdf?s={signature(ticket.token, 'receipt')}"


def opened_receipt(token: str, signature: str) -> bytes:
    check_signature(token, "receipt", signature)
    return receipt(_found(token))


def slip_address(ticket: Ticket) -> str | None:
    """Where 办结反馈单 opens for an hour, while the resident's word may be given."""
    if not _waits_for_the_word(ticket):
        return None
    return f"/papers/{ticket.token}/slip.pdf?s={signature(ticket.token, 'slip')}"


def opened_slip(token: str, signature: str) -> bytes:
    check_signature(token, "slip", signature)
    return slip(_found(token))


def _found(token: str) -> Ticket:
    ticket = db.session.scalar(db.select(Ticket).where(Ticket.token == token))
    if ticket is None:
        raise NotFound
    return ticket


def _waits_for_the_word(ticket: Ticket) -> bool:
    return "confirm" in ticket.flow.actions(ticket.state)


def receipt(ticket: Ticket) -> bytes:
    """回执, A5: for whoever has no telephone, or wants it on paper."""
    desk = people.desk_of(ticket.area)
    proxy = ticket.entered_by if ticket.entered_by_id != ticket.wisher_id else None
    return receipt_pdf(
        Receipt(
            community=desk.name,
            number=ticket.number,
            url=address(ticket),
            title=names.title(ticket),
            wisher=ticket.wisher.display_name,
            submitted_at=clock.local(ticket.received_at),
            phone=desk.phone,
            entered_by=proxy and proxy.display_name,
            entered_as=proxy and names.proxy(ticket),
        )
    )


def slip(ticket: Ticket, url: str | None = None) -> bytes:
    """办结反馈单, A4: for whoever says on paper whether it was done. `url`: of the printed slip;
    else its code is the ticket's."""
    ticket.flow.after(ticket.state, "confirm")
    desk = people.desk_of(ticket.area)
    return slip_pdf(
        Slip(
            community=desk.name,
            number=ticket.number,
            url=url or address(ticket),
            title=names.title(ticket),
            outcome=ticket.outcome or "",
            done_at=ticket.done_at,
            phone=desk.phone,
        )
    )
