"""Rows of the list of return visits."""

from server.core.paging import Page
from server.people.actor import Actor
from server.tickets.clock_rules import record_return_visit
from server.tickets.kept import ReturnVisit
from server.tickets.present.names import title


def rows(actor: Actor, page: Page) -> Page:
    return Page([row(actor, visit) for visit in page.items], page.next)


def row(actor: Actor, visit: ReturnVisit) -> dict:
    ticket, after = visit.ticket, visit.next_ticket
    return {
        "id": visit.id,
        "ticket_id": ticket.id,
        "number": ticket.number,
        "title": title(ticket),
        "estate_name": ticket.area.name,
        "category_label": ticket.category.label,
        "wisher_name": ticket.wisher.display_name,
        "closed_at": ticket.closed_at,
        "due_on": visit.due_on,
        "tries": visit.tries,
        "result_label": visit.result and visit.result.label,
        "words": visit.words,
        "recorded_by": visit.recorded_by and visit.recorded_by.display_name,
        "recorded_at": visit.recorded_at,
        "next_ticket_id": after and after.id,
        "next_number": after and after.number,
        "may_record": visit.result is None and record_return_visit(actor, visit),
    }
