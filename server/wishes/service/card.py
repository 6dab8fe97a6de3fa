"""The public card: composed from structured fields, and searched for what must not be on it."""

from server.people.actor import Actor
from server.tickets.models import PublicCard, Ticket
from server.tickets.search import index
from server.tickets.service.revealing import must_not_reveal

ON_THE_CARD = ("headline", "need", "effort", "hoped")


def compose(ticket: Ticket, form: dict, *, by: Actor) -> PublicCard:
    """A card, or a refusal that names what gives somebody away. Whoever screens approves it."""
    for name in ON_THE_CARD:
        must_not_reveal(name, form[name], ticket)
    card = ticket.card or PublicCard()
    for name in (*ON_THE_CARD, "small", "wide", "doable", "useful"):
        setattr(card, name, form[name])
    card.approved_by_id, card.shown = by.id, True
    index(card, ticket)
    return card
