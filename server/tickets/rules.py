"""Who may do what to a ticket. A rule takes what its view takes; the form is not needed to say
which buttons to show. Who is who, and who sees what, is in `relations`."""

from schemas.people_words import DESK, Level, Role
from schemas.ticket_words import Group, Kind
from server.people.actor import Actor
from server.people.tree import ancestor, top_area
from server.tickets.models import Ticket
from server.tickets.relations import (
    handles,
    has_accepted,
    in_charge,
    is_doer,
    is_party,
    is_proxy,
    is_wisher,
    offered_to,
    worked_on,
)

LENGTHENED_MAX = 2  # times by the community

# ---- the desk


def list_queue(actor: Actor, *_) -> bool:
    return actor.holds(*DESK, Role.ADMINISTRATOR)


count_queue = list_queue


def at_desk(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Desk work on a ticket: not on one's own."""
    return handles(actor, ticket) and not is_wisher(actor, ticket)


answer = dispatch = triage = merge = hand_over = open_contact = recall = at_desk
cannot_do = at_desk  # the desk writes why; a unit asks the desk by handing it back


def call_back(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Logged by a third person: not by whoever did the work."""
    return at_desk(actor, ticket) and not worked_on(actor, ticket)


def transfer(actor: Actor, ticket: Ticket, form=None) -> bool:
    """意见与投诉 is nobody's but the highest desk's."""
    return at_desk(actor, ticket) and ticket.kind is not Kind.FEEDBACK


# ---- whoever does it


def accept(actor: Actor, ticket: Ticket, form=None) -> bool:
    return offered_to(actor, ticket) and not is_wisher(actor, ticket)


bounce = accept


def finish(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Who has it in hand; or the desk, for a unit that reported on paper or by telephone."""
    by_desk = at_desk(actor, ticket) and any(a.unit_id for a in ticket.in_hand)
    return (in_charge(actor, ticket) or by_desk) and not is_wisher(actor, ticket)


def could_finish(actor: Actor, ticket: Ticket) -> bool:
    """A button only when no part of a joint slip is waited for."""
    return not ticket.open_parts and finish(actor, ticket)


def ask(actor: Actor, ticket: Ticket, form=None) -> bool:
    return in_charge(actor, ticket) or at_desk(actor, ticket)


def hand_back(actor: Actor, ticket: Ticket, form=None) -> bool:
    """For what was dispatched; a wish from the wall is released to the wall."""
    return in_charge(actor, ticket) and not ticket.on_show


def leads_desk(actor: Actor, ticket: Ticket) -> bool:
    """社工, 社区工作者 or whoever received it: above whoever has it, or a part of it, in hand."""
    first = ticket.receiver_id in actor.ids or ticket.kind is Kind.FEEDBACK
    leads = actor.holds(Role.SOCIAL_WORKER, Role.COMMUNITY_STAFF, at=ticket.area.path)
    return at_desk(actor, ticket) and (first or leads) and not has_accepted(actor, ticket)


def of_the_town(actor: Actor, ticket: Ticket) -> bool:
    """Or, where there is none above, of what stands highest."""
    town = ancestor(ticket.area, Level.TOWN) or top_area()
    return actor.holds(*DESK, at=town.path)


def ask_extension(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Who may say that it is done may say that it takes longer."""
    return finish(actor, ticket)


def approve_extension(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Never by whoever asked for it. Twice the community agrees; after that it is for the town."""
    may = leads_desk(actor, ticket) and ticket.longer_asked_by_id not in actor.ids
    return may and (ticket.lengthened < LENGTHENED_MAX or of_the_town(actor, ticket))


def decline_extension(actor: Actor, ticket: Ticket, form=None) -> bool:
    return leads_desk(actor, ticket) and ticket.longer_asked_by_id not in actor.ids


def list_longer(actor: Actor, ticket: Ticket, form=None) -> bool:
    return ask_extension(actor, ticket) or decline_extension(actor, ticket)


def asks_longer_now(actor: Actor, ticket: Ticket) -> bool:
    """A button only where no request waits."""
    return ticket.longer_asked_by_id is None and ask_extension(actor, ticket)


def answers_longer_now(actor: Actor, ticket: Ticket) -> bool:
    return ticket.longer_asked_by_id is not None and approve_extension(actor, ticket)


def declines_longer_now(actor: Actor, ticket: Ticket) -> bool:
    return ticket.longer_asked_by_id is not None and decline_extension(actor, ticket)


# ---- the resident


def reply(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Or the desk for them; not whoever asked, nor whoever has it: the clock stands still for the
    resident's sake, not for theirs."""
    by_desk = at_desk(actor, ticket) and not in_charge(actor, ticket)
    return (is_party(actor, ticket) or by_desk) and ticket.asked_by_id not in actor.ids


def confirm(actor: Actor, ticket: Ticket, form=None) -> bool:
    """The second key: the resident's, or a third person's who writes down the resident's word.
    Never by whoever did the work, for themselves or for anybody."""
    may = is_party(actor, ticket) or handles(actor, ticket)
    return may and not worked_on(actor, ticket)


reopen = rate = confirm


def contest(actor: Actor, ticket: Ticket, form=None) -> bool:
    return is_party(actor, ticket)


came_back = contest


def withdraw(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Who spoke for the wisher does not end what they themselves have to do."""
    spoke = is_proxy(actor, ticket) and not worked_on(actor, ticket)
    return is_wisher(actor, ticket) or spoke


def could_withdraw(actor: Actor, ticket: Ticket) -> bool:
    """No button once a matter of a reception day was answered: what was tried, and that it was not
    enough, is the residents' to read. It stays open until they say it is done."""
    answered = ticket.kind is Kind.RECEPTION and bool(ticket.reopens or ticket.outcome)
    return withdraw(actor, ticket) and not answered


def note(actor: Actor, ticket: Ticket, form=None) -> bool:
    """Whoever wished writes to everybody concerned; the others may write to the desk alone."""
    inside = is_doer(actor, ticket) or handles(actor, ticket)
    for_staff = form is not None and form["for_staff"]
    return inside or (is_party(actor, ticket) and not for_staff)


def me_too(actor: Actor, ticket: Ticket, form=None) -> bool:
    """For what concerns several doors; a single person's wish is theirs alone. Not by whoever does
    it, nor from behind the desk, whose people would count for their neighbours."""
    concerned = is_party(actor, ticket) or is_doer(actor, ticket) or handles(actor, ticket)
    return not concerned and ticket.group in (Group.MANY, Group.ANYBODY)


def signed_in(actor: Actor, *_) -> bool:
    return True


list_mine = list_tasks = submit_feedback = signed_in


def show_ticket(actor: Actor | None, ticket: Ticket) -> bool:
    return True  # visibility has said it


def print_receipt(actor: Actor, ticket: Ticket, form=None) -> bool:
    """It names the wisher: for them, for whoever wrote it down, and for the desk."""
    return is_party(actor, ticket) or handles(actor, ticket)
