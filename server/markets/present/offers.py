"""Offers of market days to a wish, and what its own page says of them."""

from server.markets import rules
from server.markets.models import Stall
from server.markets.service import offers as service
from server.occasions.parts import QueueNumber
from server.occasions.service.outcomes import label_of
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.present.inside import appointments
from server.tickets.present.lists import arranged
from server.workdays.lunar import day_words


def offers(actor: Actor, ticket: Ticket) -> dict:
    held, stalls = service.list_offers(ticket)
    return {
        "booked": held and service.words_of(held),
        "may_leave": held is not None and rules.leave_offer(actor, ticket),
        "items": [_offer(stall) for stall in stalls],
    }


def _offer(stall: Stall) -> dict:
    number, slot_at, left = service.next_of(stall)
    session = stall.session
    return {
        "stall_id": stall.id,
        "stall_label": stall.label,
        "session_id": session.id,
        "title": session.theme or session.title,
        "area_name": session.area.name,
        "place": session.place,
        "on": session.on,
        "day_words": day_words(session.on),
        "starts_at": session.starts_at,
        "number": number,
        "slot_at": slot_at,
        "left": left,
    }


def of_ticket(ticket: Ticket) -> list[dict]:
    """已约圩日 11月26日 义剪 7号; and what came of earlier ones. One statement."""
    return [_appointment(number) for number in service.all_numbers_of(ticket)]


def _appointment(number: QueueNumber) -> dict:
    live = number.state.has("live") and not number.session.state.has("over")
    off = number.session.state.has("off")
    return {
        "words": f"{'已约圩日' if live else '圩日'} {service.words_of(number)}",
        "state_label": number.session.state.label if off else label_of(number),
        "session_id": number.session_id,
        "live": live,
    }


appointments.append(of_ticket)
arranged.append(service.words_for)
