"""Who stands where above a ticket: whoever has it, who received it, the community, the town."""

from sqlalchemy import func, select

from schemas.clock_words import AlarmLevel
from schemas.people_words import DESK, Level, PersonState, Role
from schemas.ticket_words import Kind
from server.core import clock
from server.core.db import db
from server.people import service as people
from server.people.models import Person, RoleGrant
from server.people.places import Area
from server.people.service import ends_after_today
from server.people.tree import ancestor, ids_in
from server.tickets.models import Ticket
from server.tickets.service import telling

LEADS = (Role.SOCIAL_WORKER, Role.COMMUNITY_STAFF)


def whom(ticket: Ticket, level: AlarmLevel) -> list[int]:
    """Of 意见与投诉 always the administrators of the desk that has it: it is for nobody else."""
    if ticket.kind is Kind.FEEDBACK:
        return at_area(ticket.receiver_unit.area, (Role.ADMINISTRATOR,))
    return RANKS[level](ticket)


def holders(ticket: Ticket) -> list[int]:
    """Whoever has it in hand; else who was asked to take it; else who received it."""
    leads = [a for a in ticket.in_hand if a.role == "lead"]
    asked = [a for a in ticket.assignments if a.state.has("live")]
    return telling.doers(leads or asked) or receivers(ticket)


def receivers(ticket: Ticket) -> list[int]:
    """首接: the person, or who leads the desk."""
    if ticket.receiver and people.holds(ticket.receiver, DESK, ticket.area):
        return [ticket.receiver_id]
    here = people.desk_of(ticket.area).area
    return _first(here, (Role.SOCIAL_WORKER,), LEADS, DESK)


def community(ticket: Ticket) -> list[int]:
    here = ancestor(ticket.area, Level.COMMUNITY)
    return _first(here, (Role.COMMUNITY_STAFF,), DESK)


def town(ticket: Ticket) -> list[int]:
    here = ancestor(ticket.area, Level.TOWN)
    return _first(here, DESK, (Role.ADMINISTRATOR, Role.VIEWER))


RANKS = {
    AlarmLevel.REMIND: holders,
    AlarmLevel.HOLDER: holders,
    AlarmLevel.LEAD: receivers,
    AlarmLevel.COMMUNITY: community,
    AlarmLevel.TOWN: town,
    AlarmLevel.BACKSTOP: receivers,
    AlarmLevel.UNANSWERED: receivers,
    AlarmLevel.WAITING: receivers,
}


def administrators(area: Area) -> list[int]:
    """Of the area, or of the nearest one above it that has some."""
    above = select(Area).where(Area.id.in_(ids_in(area.path)))
    upwards = db.session.scalars(above.order_by(func.length(Area.path).desc()))
    every = (at_area(one, (Role.ADMINISTRATOR,)) for one in upwards.all())
    return next((found for found in every if found), [])


def _first(area: Area | None, *of) -> list[int]:
    """Of the roles that are named, the first that somebody holds there."""
    if area is None:
        return []
    return next((found for roles in of if (found := at_area(area, roles))), [])


def at_area(area: Area, roles) -> list[int]:
    """Active persons who hold one of the roles for this very area."""
    live = RoleGrant.since <= clock.today(), ends_after_today()
    here = RoleGrant.area_id == area.id, RoleGrant.role.in_(roles)
    query = select(Person.id).join(RoleGrant, RoleGrant.person_id == Person.id)
    query = query.where(*here, *live, Person.state == PersonState.ACTIVE)
    return list(db.session.scalars(query.distinct().order_by(Person.id)))
