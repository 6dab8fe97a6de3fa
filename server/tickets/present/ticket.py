"""One ticket, for one audience."""

from datetime import timedelta

from sqlalchemy import func, select

from server.core.db import db
from server.files.service import address
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.parts import CallBack, Rating, Support, TicketFile
from server.tickets.present import life, names
from server.tickets.present.actions import allowed
from server.tickets.present.lists import row
from server.tickets.service.attach import PLACES
from server.tickets.service.desk import contact
from server.tickets.service.papers import receipt_address

PATIENCE = timedelta(days=7)


def ticket(actor: Actor | None, ticket: Ticket) -> dict:
    """What `relations.audience` says they may read. The view of that audience picks from it."""
    audience = relations.audience(actor, ticket)
    hidden = _hidden(actor, ticket, audience)
    shown = _public(actor, ticket, audience, hidden)
    if audience != "public":
        shown |= _involved(actor, ticket, audience, hidden) | ADDITIONS[audience](actor, ticket)
    return shown


def _hidden(actor: Actor | None, ticket: Ticket, audience: str) -> bool:
    """Whether what was said, and where, is not for whoever asks: not yet, or no longer."""
    if audience == "doer":
        return names.hidden(actor, ticket)
    return audience == "public"


def _public(actor: Actor | None, ticket: Ticket, audience: str, hidden: bool) -> dict:
    desk = people.desk_of(ticket.area)
    card = ticket.card
    return row(ticket, hidden=hidden, party=audience == "party") | {
        "audience": audience,
        "kind_label": ticket.kind.label,
        "group_label": ticket.group.label,
        "area_id": ticket.area_id,
        "need": card.need if card else "",
        "effort": card.effort if card else "",
        "hoped_for": card.hoped if card else "",
        "helpers_needed": ticket.helpers_needed,
        "places_left": names.places_left(ticket),
        "guarded": ticket.group.has("guarded"),
        "supports": _count(Support, ticket),
        "my_claim_label": names.my_claim(actor, ticket),
        "desk_name": desk.name,
        "desk_phone": desk.phone,
        "lifeline": life.lifeline(ticket, open_names=audience != "public"),
        "actions": allowed(actor, ticket),
    }


def _involved(actor: Actor, ticket: Ticket, audience: str, hidden: bool) -> dict:
    private = None if hidden else ticket.details
    return _contact(actor, ticket, audience, hidden) | {
        "text": private and private.text,
        "place": private and private.place,
        "hoped": private and private.hoped,
        "holder_name": names.holder(ticket),
        "outcome": None if hidden else ticket.outcome,
        "due_at": ticket.due_at,
        "due_provisional": ticket.due_provisional,
        "files": [] if hidden else _files(ticket, audience),
        "timeline": life.timeline(ticket, staff=audience == "staff", faded=hidden),
        "ratings": [_rating(rating, hidden) for rating in life.ratings(ticket)],
        "reopens": ticket.reopens,
    }


def _contact(actor: Actor, ticket: Ticket, audience: str, hidden: bool) -> dict:
    """Whom to call. In full for the wisher and whoever does it; the desk opens it on record."""
    if hidden:
        return dict.fromkeys(("contact_name", "contact_phone", "proxy_name", "proxy_phone"))
    full = audience == "doer" or relations.is_wisher(actor, ticket)
    return {
        name: value if full or name.endswith("name") else people.masked_phone(value)
        for name, value in contact(ticket).items()
    }


FOR_DOERS = ("before", "after", "voice")
SEEN_BY = {"doer": FOR_DOERS, "party": (*FOR_DOERS, "paper"), "staff": tuple(PLACES)}


def _files(ticket: Ticket, audience: str) -> list[dict]:
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


def _rating(rating: Rating, hidden: bool) -> dict:
    return {
        "round": rating.round,
        "solved": rating.solved,
        "satisfied_label": rating.satisfied and rating.satisfied.label,
        "route": rating.route,
        "words": None if hidden else rating.words,
        "recorded_by": life.recorded_by(rating),
        "rated_at": rating.rated_at,
    }


def _party(actor: Actor, ticket: Ticket) -> dict:
    waits = ticket.state.has("answered")
    return {
        "token": ticket.token,
        "receipt_url": receipt_address(ticket),
        "for_whom": names.for_whom(actor, ticket),
        "entered_by_name": _enterer(ticket),
        "rate_until": ticket.done_at + PATIENCE if waits else None,
        "cannot_do_label": ticket.cannot_do and ticket.cannot_do.label,
        "elsewhere_label": ticket.elsewhere and ticket.elsewhere.label,
        "merged_into": _merged_into(ticket),
    }


def _doer(actor: Actor, ticket: Ticket) -> dict:
    helpers = [names.doer(assignment) for assignment in ticket.in_hand]
    part = names.my_part(actor, ticket)
    return {"fades_on": ticket.details.fade_on, "helpers": helpers, "my_part": part}


def _staff(actor: Actor, ticket: Ticket) -> dict:
    return {
        "token": ticket.token,
        "receipt_url": receipt_address(ticket),
        "wisher_id": ticket.wisher_id,
        "wisher_name": ticket.wisher.display_name,
        "entered_by_name": _enterer(ticket),
        "channel_label": ticket.channel.label,
        "receiver_name": names.receiver(ticket),
        "category_id": ticket.category_id,
        "group": ticket.group,
        "urgency": ticket.urgency,
        "difficulty": ticket.difficulty,
        "source": ticket.source,
        "assignments": [_assignment(assignment) for assignment in ticket.assignments],
        "cannot_do": ticket.cannot_do,
        "elsewhere": ticket.elsewhere,
        "merged_into": _merged_into(ticket),
        "calls": _count(CallBack, ticket),
    }


ADDITIONS = {"party": _party, "doer": _doer, "staff": _staff}


def _assignment(assignment) -> dict:
    return {
        "id": assignment.id,
        "role": assignment.role,
        "part": assignment.part,
        "name": names.doer(assignment),
        "phone": assignment.unit.phone if assignment.unit else None,
        "state": assignment.state,
        "state_label": assignment.state.label,
        "reason": assignment.reason,
        "due_at": assignment.due_at,
        "changed_at": assignment.changed_at,
    }


def _enterer(ticket: Ticket) -> str | None:
    """Who wrote it down for the wisher, and as what: 「陈小燕（子女）」."""
    if ticket.entered_by_id == ticket.wisher_id:
        return None
    name = db.session.get_one(Person, ticket.entered_by_id).display_name
    return f"{name}（{names.proxy(ticket)}）"


def _merged_into(ticket: Ticket) -> str | None:
    if ticket.merged_into_id is None:
        return None
    return db.session.get_one(Ticket, ticket.merged_into_id).number


def _count(model, ticket: Ticket) -> int:
    return db.session.scalar(select(func.count()).where(model.ticket_id == ticket.id))
