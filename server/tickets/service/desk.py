"""What the desk does to a ticket without moving it."""

from functools import partial

from schemas.people_words import UnitKind
from schemas.ticket_words import Kind
from server.core.audit import record
from server.people import service as people
from server.people.actor import Actor
from server.people.places import Unit
from server.tickets.models import Ticket
from server.tickets.relations import has_proxy
from server.tickets.search import index
from server.tickets.service.due import due_of_part
from server.tickets.service.sorting import sort


def triage(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """Only what is named changes. That it was done is audited: it moves nothing."""
    ticket.flow.after(ticket.state, "triage")
    for name in ("group", "urgency", "difficulty", "helpers_needed", "level"):
        if name in form:
            setattr(ticket, name, form[name])
    sort(ticket, form, by=by)
    if ticket.card:
        index(ticket.card, ticket)
    record("triage", ticket, by=by, changed=sorted(form.keys() - {"words"}))
    return ticket


def takers(ticket: Ticket, name: str) -> dict:
    """Whom it may be dispatched to: units that serve the area, persons who may help there."""
    units = sorted(people.units_serving(ticket.area), key=partial(_unlikely, ticket))
    persons = people.helpers_for(ticket.area, name)
    live = [a for a in ticket.assignments if a.state.has("live")]
    units_in, persons_in = {a.unit_id for a in live}, {a.person_id for a in live}
    return {
        "units": [_taker(u.id, u.name, u.kind.label, units_in) for u in units],
        "persons": [
            _taker(person.id, person.display_name, "、".join(roles), persons_in)
            for person, roles in persons
            if person.id != ticket.wisher_id
        ],
        "part_due_at": due_of_part(ticket),
    }


def _unlikely(ticket: Ticket, unit: Unit) -> bool:
    """A shop is seldom asked for what is everybody's; the others stay in their order."""
    return ticket.kind is Kind.RECEPTION and unit.kind is UnitKind.MERCHANT


def _taker(row_id: int, name: str, about: str, taken: set) -> dict:
    return {"id": row_id, "name": name, "about": about, "has_part": row_id in taken}


def contact(ticket: Ticket) -> dict:
    """Whom to call, in full: the resident, and a neighbour or relative who spoke for them."""
    proxy = ticket.entered_by if has_proxy(ticket) else None
    return {
        "contact_name": ticket.details.contact_name,
        "contact_phone": ticket.details.contact_phone,
        "proxy_name": proxy and proxy.display_name,
        "proxy_phone": proxy and proxy.phone,
    }


def open_contact(ticket: Ticket, reason: str, *, by: Actor) -> dict:
    """`reason` is said by the desk and kept as its length only: words may be personal."""
    record("open_contact", ticket, by=by, reason_length=len(reason))
    return contact(ticket)
