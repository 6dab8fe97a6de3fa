"""Who may see a ticket, and who may do what to it. A rule takes what its view takes; the form is
not needed to say which buttons to show."""

from sqlalchemy import and_, exists, false, or_
from sqlalchemy.orm import aliased

from schemas.people_words import DESK, Role
from schemas.ticket_words import Group, Kind
from schemas.tickets import AssignmentState, TicketState
from server.people.actor import Actor, within
from server.tickets.models import PublicCard, Ticket
from server.tickets.parts import Assignment

INVOLVED = [*AssignmentState.having("live"), AssignmentState.ASKED]


# ---- relations


def handles(actor: Actor | None, ticket: Ticket) -> bool:
    """The desk in whose area it is; 意见与投诉 goes to the administrators instead."""
    if actor is None:
        return False
    roles = (Role.ADMINISTRATOR,) if ticket.kind is Kind.FEEDBACK else DESK
    return actor.holds(*roles, at=ticket.area.path)


def is_party(actor: Actor | None, ticket: Ticket) -> bool:
    """The wisher, or whoever wrote it down for them."""
    return actor is not None and not {ticket.wisher_id, ticket.entered_by_id}.isdisjoint(actor.ids)


def is_wisher(actor: Actor | None, ticket: Ticket) -> bool:
    return actor is not None and ticket.wisher_id in actor.ids


def belongs_to(actor: Actor | None, assignment: Assignment) -> bool:
    return actor is not None and (
        assignment.person_id in actor.ids or assignment.unit_id in actor.units
    )


def is_doer(actor: Actor | None, ticket: Ticket) -> bool:
    """Has it in hand, or was asked to take it."""
    return any(a.state.has("live") and belongs_to(actor, a) for a in ticket.assignments)


def in_charge(actor: Actor | None, ticket: Ticket) -> bool:
    """Has accepted it, alone or first."""
    return any(a.role == "lead" and belongs_to(actor, a) for a in ticket.in_hand)


def offered_to(actor: Actor | None, ticket: Ticket) -> bool:
    offers = [a for a in ticket.assignments if a.state is AssignmentState.OFFERED]
    return any(belongs_to(actor, a) for a in offers)


def worked_on(actor: Actor, ticket: Ticket) -> bool:
    """Did it, led it or reported it, in this round or an earlier one."""
    did = any(a.state.has("did") and belongs_to(actor, a) for a in ticket.assignments)
    return did or not set(ticket.reporter_ids).isdisjoint(actor.ids)


# ---- visibility


def visible_tickets(actor: Actor | None):
    """Inside it a ticket may be read, by the view of one's audience; outside it there is none."""
    return or_(on_show(), mine(actor), in_my_hands(actor), on_my_desk(actor))


def on_show():
    """Everybody: an approved card, while it is on the wall, in hand or done."""
    public = TicketState.having("public")
    return and_(Ticket.state.in_(public), exists().where(PublicCard.ticket_id == Ticket.id))


def mine(actor: Actor | None):
    if actor is None:
        return false()
    return or_(Ticket.wisher_id.in_(actor.ids), Ticket.entered_by_id.in_(actor.ids))


def in_my_hands(actor: Actor | None):
    if actor is None:
        return false()
    involved = aliased(Assignment)
    me = or_(involved.person_id.in_(actor.ids), involved.unit_id.in_(actor.units))
    return exists().where(involved.ticket_id == Ticket.id, me, involved.state.in_(INVOLVED))


def on_my_desk(actor: Actor | None):
    if actor is None:
        return false()
    desk = and_(Ticket.kind != Kind.FEEDBACK, within(Ticket.area_id, actor.paths(*DESK)))
    office = within(Ticket.area_id, actor.paths(Role.ADMINISTRATOR))
    return or_(desk, and_(Ticket.kind == Kind.FEEDBACK, office))


def audience(actor: Actor | None, ticket: Ticket) -> str:
    """Which view. Who wished reads it as a wisher even from behind the desk."""
    if is_wisher(actor, ticket):
        return "party"
    if handles(actor, ticket):
        return "staff"
    if is_party(actor, ticket):
        return "party"
    return "doer" if is_doer(actor, ticket) else "public"


# ---- the desk


def list_queue(actor: Actor, *_) -> bool:
    return actor.holds(*DESK, Role.ADMINISTRATOR)


count_queue = list_queue


def at_desk(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Desk work on a ticket: not on one's own."""
    return handles(actor, ticket) and not is_wisher(actor, ticket)


answer = dispatch = triage = merge = hand_over = call_back = open_contact = at_desk
cannot_do = at_desk  # the desk writes why; a unit asks the desk by handing it back


# ---- whoever does it


def accept(actor: Actor, ticket: Ticket, form=None) -> bool:
    return offered_to(actor, ticket) and not is_wisher(actor, ticket)


bounce = accept


def finish(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Who has it in hand; or the desk, for a unit that reported on paper or by telephone."""
    by_desk = at_desk(actor, ticket) and any(a.unit_id for a in ticket.in_hand)
    return (in_charge(actor, ticket) or by_desk) and not is_wisher(actor, ticket)


def ask(actor: Actor, ticket: Ticket, form=None) -> bool:
    return in_charge(actor, ticket) or at_desk(actor, ticket)


def hand_back(actor: Actor, ticket: Ticket, form=None) -> bool:
    """For what was dispatched; a wish from the wall is released to the wall."""
    return in_charge(actor, ticket) and not ticket.card


# ---- the resident


def reply(actor: Actor, ticket: Ticket, form=None) -> bool:
    return is_party(actor, ticket) or at_desk(actor, ticket)


def confirm(actor: Actor, ticket: Ticket, form=None) -> bool:
    """The second key: the resident's, or a third person's who writes down the resident's word.
    Never by whoever did the work, for themselves or for anybody."""
    may = is_party(actor, ticket) or handles(actor, ticket)
    return may and not worked_on(actor, ticket)


reopen = rate = confirm


def withdraw(actor: Actor, ticket: Ticket, form=None) -> bool:
    return is_party(actor, ticket)


contest = withdraw


def note(actor: Actor, ticket: Ticket, form=None) -> bool:
    return is_party(actor, ticket) or is_doer(actor, ticket) or handles(actor, ticket)


def me_too(actor: Actor, ticket: Ticket, form=None) -> bool:
    """For what concerns several doors; a single person's wish is theirs alone."""
    return not is_party(actor, ticket) and ticket.group in (Group.MANY, Group.ANYBODY)


def signed_in(actor: Actor, *_) -> bool:
    return True


list_mine = list_tasks = submit_feedback = signed_in


def show_ticket(actor: Actor | None, ticket: Ticket) -> bool:
    return True  # visibility has said it


print_receipt = note
