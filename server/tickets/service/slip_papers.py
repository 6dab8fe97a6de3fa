"""A slip as paper: the address at which it opens, and what stands on it today."""

from flask import current_app

from schemas.ticket_words import SlipKind
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.files.paper.order import Order, Share, order_pdf
from server.files.service import check_signature, signature
from server.people import service as people
from server.people.offices import mobile_of
from server.tickets.parts import Assignment
from server.tickets.present import names
from server.tickets.service.ladder import due_of_share
from server.tickets.service.papers import slip as feedback_slip
from server.tickets.service.slips import NotPrintable, shares_of
from server.tickets.slips import Slip


def address(slip: Slip) -> str:
    """What its code says: it identifies, and what opens depends on who scans it."""
    return f"{current_app.config['PUBLIC_URL']}/q/s/{slip.token}"


def printed_address(slip: Slip) -> str:
    """Where the paper opens for an hour, without signing in: a PDF reader cannot send a token."""
    return f"/papers/s/{slip.token}.pdf?s={signature(slip.token, 'printed')}"


def opened_printed(token: str, signature: str) -> bytes:
    check_signature(token, "printed", signature)
    slip = db.session.scalar(db.select(Slip).where(Slip.token == token))
    if slip is None:
        raise NotFound
    if slip.kind is SlipKind.FEEDBACK:
        return _feedback(slip)
    return order_pdf(_order(slip))


def _feedback(slip: Slip) -> bytes:
    """On a paper of an earlier round nobody gives their word on this one."""
    if slip.round != slip.ticket.round:
        raise NotPrintable("这张反馈单是上一轮的，请重新打印")
    return feedback_slip(slip.ticket, url=address(slip))


def _order(slip: Slip) -> Order:
    ticket = slip.ticket
    desk = people.desk_of(ticket.area)
    share = slip.assignment
    return Order(
        title=slip.kind.label,
        community=desk.name,
        number=ticket.number,
        url=address(slip),
        headline=names.title(ticket),
        text=ticket.details.text or "",
        place=" ".join(filter(None, (ticket.area.name, ticket.details.place))),
        source=f"{ticket.channel.label} {_day(ticket.received_at)}",
        receiver=names.receiver(ticket),
        phone=desk.phone,
        printed_at=slip.printed_at,
        due_at=due_of_share(share) if share else ticket.due_at,
        shares=_shares(slip) or (Share("主办", "", "", _day(ticket.due_at)),),
        for_name=names.doer(share) if share and slip.kind is SlipKind.JOINT else "",
        by_code=bool(share and share.unit and mobile_of(share.unit)),
    )


def _shares(slip: Slip) -> tuple[Share, ...]:
    live = shares_of(slip.ticket)
    if slip.kind is SlipKind.SPOT:
        live = [share for share in live if not share.is_part]
    return tuple(_share(share) for share in live)


def _share(share: Assignment) -> Share:
    role = "协办" if share.is_part else "主办"
    return Share(role, names.doer(share), share.part, _day(due_of_share(share)))


def _day(moment) -> str:
    at = clock.local(moment)
    return f"{at.month}月{at.day}日"
