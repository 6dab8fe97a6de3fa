"""Who somebody is to a ticket, and hence who sees it and by which view."""

from sqlalchemy import and_, exists, false, or_, select
from sqlalchemy.orm import aliased

from schemas.people_words import DESK, Role
from schemas.ticket_words import Channel, Kind, ProxyRelation
from schemas.tickets import AssignmentState, TicketState
from server.people.actor import Actor, within
from server.people.models import Person
from server.people.places import Area, Unit
from server.people.service import HELPERS, holds
from server.tickets.models import PublicCard, Ticket
from server.tickets.parts import Assignment

INVOLVED = [*AssignmentState.having("live"), AssignmentState.ASKED]


# ---- who somebody is to it


def handles(actor: Actor | None, ticket: Ticket) -> bool:
    """The desk in whose area it is. 意见与投诉 is for the administrators of the highest desk, for
    it may be about any below."""
    if actor is None:
        return False
    if ticket.kind is Kind.FEEDBACK:
        desk = ticket.receiver_unit
        return desk is not None and actor.holds(Role.ADMINISTRATOR, at=desk.area.path)
    return actor.works_at(ticket.area.path)


def is_wisher(actor: Actor | None, ticket: Ticket) -> bool:
    return actor is not None and ticket.wisher_id in actor.ids


def is_proxy(actor: Actor | None, ticket: Ticket) -> bool:
    """Wrote it down for them, as a neighbour does, or came to a reception day in their stead. A
    worker at a desk or a door does it for the desk, and has no more to do with it than the desk."""
    return actor is not None and ticket.entered_by_id in actor.ids and has_proxy(ticket)


def has_proxy(ticket: Ticket) -> bool:
    named = ticket.proxy not in (None, ProxyRelation.WORKER)
    spoke = named if ticket.channel is Channel.RECEPTION_DAY else ticket.channel is Channel.APP
    by_a_worker = not spoke or ticket.proxy is ProxyRelation.WORKER
    return ticket.entered_by_id != ticket.wisher_id and not by_a_worker


def is_party(actor: Actor | None, ticket: Ticket) -> bool:
    """The wisher, or a neighbour or relative who speaks for them."""
    return is_wisher(actor, ticket) or is_proxy(actor, ticket)


def belongs_to(actor: Actor | None, assignment: Assignment) -> bool:
    return actor is not None and (
        assignment.person_id in actor.ids or assignment.unit_id in actor.units
    )


def is_doer(actor: Actor | None, ticket: Ticket) -> bool:
    """Has it in hand, or was asked to take it, and still holds the role for which they were."""
    return any(_mine_to_do(actor, ticket, a) for a in ticket.assignments if a.state.has("live"))


def _mine_to_do(actor: Actor | None, ticket: Ticket, assignment: Assignment) -> bool:
    if not belongs_to(actor, assignment):
        return False
    helps = actor.holds(*HELPERS, at=ticket.area.path)
    return assignment.unit_id in actor.units or helps or handles(actor, ticket)


def has_accepted(actor: Actor | None, ticket: Ticket) -> bool:
    """Of doers: who said yes, and may therefore read where to go and whom to call."""
    return any(_mine_to_do(actor, ticket, a) for a in ticket.hands)


def asked_as_unit(actor: Actor | None, ticket: Ticket) -> bool:
    """A unit answers for what it takes: it reads what is wanted before it says yes."""
    offers = [a for a in ticket.assignments if a.state is AssignmentState.OFFERED]
    return actor is not None and any(a.unit_id in actor.units for a in offers)


def in_charge(actor: Actor | None, ticket: Ticket) -> bool:
    """Has accepted it, alone or first."""
    return any(a.role == "lead" and _mine_to_do(actor, ticket, a) for a in ticket.in_hand)


def offered_to(actor: Actor | None, ticket: Ticket) -> bool:
    """The whole of it; parts are answered apart."""
    offers = [a for a in ticket.assignments if a.state is AssignmentState.OFFERED]
    return any(_mine_to_do(actor, ticket, a) for a in offers if not a.is_part)


def parts_of(actor: Actor | None, ticket: Ticket) -> list[Assignment]:
    """Parts of a joint slip that are theirs."""
    return [part for part in ticket.parts if _mine_to_do(actor, ticket, part)]


def waits_for(actor: Actor | None, ticket: Ticket) -> bool:
    """For their yes or no, to the whole or to a part."""
    parts = parts_of(actor, ticket)
    asked = any(part.state is AssignmentState.OFFERED for part in parts)
    return asked or offered_to(actor, ticket)


def worked_on(actor: Actor, ticket: Ticket) -> bool:
    """Did it, led it or reported it, in this round or an earlier one; for a unit, too, in which
    they no longer are."""
    did = any(a.state.has("did") and belongs_to(actor, a) for a in ticket.assignments)
    return did or not set(ticket.worker_ids).isdisjoint(actor.ids)


def did_it(actor: Actor):
    """As a clause: `worked_on`."""
    mine = or_(Assignment.person_id.in_(actor.ids), Assignment.unit_id.in_(actor.units))
    did = Assignment.state.in_(AssignmentState.having("did"))
    share = exists().where(Assignment.ticket_id == Ticket.id, did, mine)
    return or_(share, Ticket.worker_ids.overlap(list(actor.ids)))


def may_have(person: Person, ticket: Ticket) -> bool:
    """Whether it may be in their hands: a helper's there; 意见与投诉 also an administrator's."""
    if holds(person, HELPERS, ticket.area):
        return True
    desk = ticket.receiver_unit if ticket.kind is Kind.FEEDBACK else None
    return desk is not None and holds(person, (Role.ADMINISTRATOR,), desk.area)


def audience(actor: Actor | None, ticket: Ticket) -> str:
    """Which view. Who wished reads it as a wisher even from behind the desk."""
    if is_wisher(actor, ticket):
        return "party"
    if handles(actor, ticket):
        return "staff"
    if is_proxy(actor, ticket):
        return "party"
    return "doer" if is_doer(actor, ticket) else "public"


# ---- who sees it


def visible_tickets(actor: Actor | None):
    """Inside it a ticket may be read, by the view of one's audience; outside it there is none."""
    return or_(on_show(), mine(actor), in_my_hands(actor), on_my_desk(actor))


def on_show():
    """Everybody: an approved card, while it is on the wall, in hand or done."""
    card = exists().where(PublicCard.ticket_id == Ticket.id, PublicCard.shown)
    return and_(Ticket.state.in_(TicketState.having("public")), card)


def mine(actor: Actor | None):
    """Their own, and those they made for others other than at work."""
    if actor is None:
        return false()
    at_the_table = and_(Ticket.channel == Channel.RECEPTION_DAY, Ticket.proxy.is_not(None))
    spoke_for = and_(
        Ticket.entered_by_id.in_(actor.ids),
        or_(Ticket.channel == Channel.APP, at_the_table),
        Ticket.proxy.is_distinct_from(ProxyRelation.WORKER),
    )
    return or_(Ticket.wisher_id.in_(actor.ids), spoke_for)


def in_my_hands(actor: Actor | None):
    """What they took on or were asked to, as long as they hold the role that lets them."""
    if actor is None:
        return false()
    return _assigned(actor, INVOLVED)


def waiting_for_me(actor: Actor):
    """Asked of them and not answered: the whole, or a part."""
    return _assigned(actor, [AssignmentState.OFFERED])


def _assigned(actor: Actor, states: list[AssignmentState]):
    involved = aliased(Assignment)
    may_help = or_(within(Ticket.area_id, actor.paths(*HELPERS)), on_my_desk(actor))
    mine = and_(involved.person_id.in_(actor.ids), may_help)
    me = or_(mine, involved.unit_id.in_(actor.units))
    return exists().where(involved.ticket_id == Ticket.id, me, involved.state.in_(states))


def on_my_desk(actor: Actor | None):
    if actor is None:
        return false()
    desk = and_(Ticket.kind != Kind.FEEDBACK, within(Ticket.area_id, actor.paths(*DESK)))
    return or_(desk, and_(Ticket.kind == Kind.FEEDBACK, _received_at(actor)))


def _received_at(actor: Actor):
    """Whose first receiver is a desk over which they are an administrator."""
    desks = select(Unit.id).join(Area, Area.id == Unit.area_id)
    ours = desks.where(within(Unit.area_id, actor.paths(Role.ADMINISTRATOR)))
    return Ticket.receiver_unit_id.in_(ours)
