"""Cards of the wall, and the buttons that wishes add to a ticket."""

from server.core.paging import Page
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.present import names
from server.tickets.present.actions import allowed, offer
from server.tickets.present.lists import row
from server.wishes import rules

offer("screen", rules.screen_wish)
offer("take_down", rules.take_down_wish)
offer("claim", rules.could_claim)
offer("join", rules.could_claim)
offer("ask_to_claim", rules.could_ask)
offer("unask", rules.unask)
offer("confirm_claim", rules.could_confirm_claims)
offer("decline_claim", rules.could_answer_claims)
offer("release", rules.release_wish)


def wall(actor: Actor | None, page: Page) -> Page:
    return Page([card(actor, ticket) for ticket in page.items], page.next)


def card(actor: Actor | None, ticket: Ticket) -> dict:
    return row(ticket, hidden=True) | {
        "need": ticket.card.need,
        "effort": ticket.card.effort,
        "hoped_for": ticket.card.hoped,
        "group_label": ticket.group.label,
        "published_at": ticket.card.approved_at,
        "helpers_needed": ticket.helpers_needed,
        "places_left": names.places_left(ticket),
        "guarded": ticket.group.has("guarded"),
        "my_claim_label": names.my_claim(actor, ticket),
        "actions": allowed(actor, ticket),
    }
