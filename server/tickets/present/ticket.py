"""One ticket, for one audience."""

from datetime import timedelta

from sqlalchemy import func, select

from schemas.clock_words import SAYINGS
from schemas.ticket_words import SlipKind
from server.core.db import db
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.parts import CallBack, Rating, Support
from server.tickets.present import assignments, inside, life, names, told
from server.tickets.present.actions import allowed
from server.tickets.present.lists import row
from server.tickets.service.papers import receipt_address, slip_address
from server.tickets.service.slips import printable
from server.tickets.service.visits import followed

PATIENCE = timedelta(days=7)


def ticket(actor: Actor | None, ticket: Ticket) -> dict:
    """What `relations.audience` says they may read. The view of that audience picks from it."""
    audience = relations.audience(actor, ticket)
    hidden = _hidden(actor, ticket, audience)
    shown = _public(actor, ticket, audience, hidden)
    if audience != "public":
        shown |= _involved(actor, ticket, audience, hidden) | ADDITIONS[audience](actor, ticket)
    once = {"came_back"} if _offers(shown, "came_back") and followed(ticket) else set()
    shown["actions"] = [one for one in shown["actions"] if one["action"] not in once]
    return shown


def _offers(shown: dict, action: str) -> bool:
    return any(one["action"] == action for one in shown["actions"])


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
        "lifeline": _lifeline(ticket, audience),
        "actions": allowed(actor, ticket),
    }


def _lifeline(ticket: Ticket, audience: str) -> list[dict]:
    return life.lifeline(ticket, open_names=audience != "public", party=audience == "party")


def _involved(actor: Actor, ticket: Ticket, audience: str, hidden: bool) -> dict:
    private, ratings = None if hidden else ticket.details, life.ratings(ticket)
    return inside.whom_to_call(actor, ticket, audience) | {
        "text": private and private.text,
        "place": private and private.place,
        "hoped": private and private.hoped,
        "holder_name": names.holder(ticket),
        "outcome": None if hidden else ticket.outcome,
        "due_at": ticket.due_at,
        "due_provisional": ticket.due_provisional,
        "files": [] if hidden else inside.files(ticket, audience),
        "timeline": life.timeline(ticket, ratings, staff=audience == "staff", faded=hidden),
        "ratings": [_rating(rating, hidden) for rating in ratings],
        "reopens": ticket.reopens,
        "extensions": told.extensions(ticket, audience),
        "level_label": ticket.level and ticket.level.label,
    }


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
        "slip_url": slip_address(ticket),
        "for_whom": names.for_whom(actor, ticket),
        "entered_by_name": _enterer(ticket),
        "rate_until": ticket.done_at + PATIENCE if waits else None,
        "cannot_do_label": ticket.cannot_do and ticket.cannot_do.label,
        "elsewhere_label": ticket.elsewhere and ticket.elsewhere.label,
        "elsewhere_words": ticket.elsewhere and SAYINGS[ticket.elsewhere],
        "elsewhere_phones": told.phones_of(ticket.elsewhere),
        "merged_into": _merged_into(ticket),
        "appointments": _appointments(ticket),
        "shares": assignments.for_party(ticket),
        **told.before_and_after(ticket),
    }


def _doer(actor: Actor, ticket: Ticket) -> dict:
    helpers = [names.doer(assignment) for assignment in ticket.hands]
    part = names.my_part(actor, ticket)
    return {
        "fades_on": ticket.details.fade_on,
        "helpers": helpers,
        "my_part": part,
        "answer_by": names.answer_by(actor, ticket),
        "no_phone": inside.nobody_to_call(actor, ticket),
        "parts": assignments.for_doer(actor, ticket),
        "waits_for": assignments.waits_for(ticket) if relations.in_charge(actor, ticket) else "",
    }


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
        "assignments": assignments.all_of(actor, ticket),
        "waits_for": assignments.waits_for(ticket),
        **_slips(ticket),
        "backstop": assignments.backstop(ticket),
        "cannot_do": ticket.cannot_do,
        "elsewhere": ticket.elsewhere,
        "merged_into": _merged_into(ticket),
        "appointments": _appointments(ticket),
        "calls": _count(CallBack, ticket),
        **told.clockwork(ticket),
    }


def _slips(ticket: Ticket) -> dict:
    kinds = [kind for kind in SlipKind if printable(ticket, kind)]
    slips = [{"action": kind.value, "label": kind.label} for kind in kinds]
    return {"slip_url": slip_address(ticket), "slips": slips}


def _appointments(ticket: Ticket) -> list[dict]:
    return [one for arranged in inside.appointments for one in arranged(ticket)]


ADDITIONS = {"party": _party, "doer": _doer, "staff": _staff}


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
