"""What of a ticket is open to some audiences only: whom to call, pictures and recordings."""

from collections.abc import Callable

from sqlalchemy import select

from server.core.db import db
from server.files.service import address
from server.people import service as people
from server.people.actor import Actor
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.parts import TicketFile
from server.tickets.present import names
from server.tickets.service.attach import PLACES
from server.tickets.service.desk import contact

# What a desk above has arranged for a ticket (a number at a market day); each passes a function in.
appointments: list[Callable[[Ticket], list[dict]]] = []


def whom_to_call(actor: Actor, ticket: Ticket, audience: str) -> dict:
    """Whom to call. In full for the wisher and whoever does it; the desk opens it on record."""
    if audience == "doer" and names.uncallable(actor, ticket):
        return dict.fromkeys(("contact_name", "contact_phone", "proxy_name", "proxy_phone"))
    full = audience == "doer" or relations.is_wisher(actor, ticket)
    return {
        name: value if full or name.endswith("name") else people.masked_phone(value)
        for name, value in contact(ticket).items()
    }


def nobody_to_call(actor: Actor, ticket: Ticket) -> bool:
    """Whoever has it in hand may call, and there is no number: the community passes it on."""
    numbers = contact(ticket)
    known = numbers["contact_phone"] or numbers["proxy_phone"]
    return not names.uncallable(actor, ticket) and not known


FOR_DOERS = ("before", "after", "voice")
SEEN_BY = {"doer": FOR_DOERS, "party": (*FOR_DOERS, "paper"), "staff": tuple(PLACES)}


def files(ticket: Ticket, audience: str) -> list[dict]:
    """What the resident signed is not for doers; what the desk notes for itself for nobody else."""
    hung_here = TicketFile.ticket_id == ticket.id, TicketFile.purpose.in_(SEEN_BY[audience])
    query = select(TicketFile).where(*hung_here).order_by(TicketFile.file_id)
    return [
        {
            "id": hung.file_id,
            "kind": hung.file.kind,
            "purpose": hung.purpose,
            "url": address(hung.file.token),
            "thumb_url": hung.file.thumb_token and address(hung.file.thumb_token),
            "seconds": hung.file.seconds,
        }
        for hung in db.session.scalars(query)
    ]
