"""Rows of lists. Each list loads what it shows in a fixed number of statements."""

from collections.abc import Callable

from sqlalchemy import Select
from sqlalchemy.orm import joinedload, selectinload

from server.core.paging import Page
from server.people.actor import Actor
from server.people.places import Unit
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present import names
from server.tickets.present.actions import allowed


def loaded(query: Select) -> Select:
    """With everything that rows and buttons need: one statement more, however many rows."""
    return query.options(
        joinedload(Ticket.area),
        joinedload(Ticket.category),
        joinedload(Ticket.card),
        joinedload(Ticket.details),
        joinedload(Ticket.wisher),
        joinedload(Ticket.holder),
        joinedload(Ticket.holder_unit),
        joinedload(Ticket.receiver_unit).joinedload(Unit.area),
        selectinload(Ticket.assignments).options(
            joinedload(Assignment.person), joinedload(Assignment.unit)
        ),
    )


def row(ticket: Ticket, *, hidden: bool = False, party: bool = False) -> dict:
    """`hidden`: what was said is not for whoever asks. `party`: it is theirs."""
    return {
        "id": ticket.id,
        "number": ticket.number,
        "kind": ticket.kind,
        "title": names.title(ticket, hidden=hidden),
        "state": ticket.state,
        "state_label": names.state_label(ticket, party=party),
        "estate_name": ticket.area.name,
        "category_label": ticket.category.label,
        "received_at": ticket.received_at,
    }


def mine(actor: Actor, page: Page) -> Page:
    return Page([_mine(actor, ticket) for ticket in page.items], page.next)


def _mine(actor: Actor, ticket: Ticket) -> dict:
    waits = {"confirm", "reply"} & {a["action"] for a in allowed(actor, ticket)}
    return row(ticket, party=True) | {
        "for_whom": names.for_whom(actor, ticket),
        "waits_for_you": bool(waits),
        "holder_name": names.holder(ticket),
    }


def tasks(actor: Actor, page: Page) -> Page:
    return Page([_task(actor, ticket) for ticket in page.items], page.next)


def _task(actor: Actor, ticket: Ticket) -> dict:
    """Place and telephone only for whoever has it in hand, until they fade."""
    hidden = names.hidden(actor, ticket)
    private = None if hidden else ticket.details
    call = None if names.uncallable(actor, ticket) else ticket.details
    return row(ticket, hidden=hidden) | {
        "my_part": names.my_part(actor, ticket),
        "asked_label": names.asked_label(actor, ticket),
        "due_at": ticket.due_at,
        "overdue": names.overdue(ticket),
        "place": private and private.place,
        "contact_name": call and call.contact_name,
        "contact_phone": call and call.contact_phone,
        "answer_by": names.answer_by(actor, ticket),
        "waits_for_you": relations.waits_for(actor, ticket),
    }


# What a desk above has arranged for tickets: from their ids to words, for those that have any.
arranged: list[Callable[[list[int]], dict[int, str]]] = []


def queue(actor: Actor, page: Page) -> Page:
    ids = [ticket.id for ticket in page.items]
    words = {ticket_id: said for ask in arranged for ticket_id, said in ask(ids).items()}
    return Page([_queued(actor, ticket, words.get(ticket.id)) for ticket in page.items], page.next)


def _queued(actor: Actor, ticket: Ticket, words: str | None) -> dict:
    return row(ticket) | {
        "arranged": words,
        "did_it": relations.worked_on(actor, ticket),
        "done_at": ticket.done_at,
        "repeat_label": ticket.repeat_why and ticket.repeat_why.label,
        "longer_asked": ticket.longer_asked_by_id is not None,
        "kind_label": ticket.kind.label,
        "wisher_name": ticket.wisher.display_name,
        "place": ticket.details.place,
        "channel_label": ticket.channel.label,
        "urgency": ticket.urgency,
        "due_at": ticket.due_at,
        "due_provisional": ticket.due_provisional,
        "overdue": names.overdue(ticket),
        "holder_name": names.holder(ticket),
        "asked_name": names.asked(ticket),
        "mark": names.mark(ticket),
        "reopens": ticket.reopens,
        "claim_requests": sum(a.state == "asked" for a in ticket.assignments),
    }
