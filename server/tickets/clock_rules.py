"""Who sets limits, makes return visits and keeps words, and what of these somebody sees."""

from sqlalchemy import false, or_, select

from schemas.people_words import DESK, Role
from server.core.db import db
from server.people.actor import Actor, within
from server.people.places import Area
from server.people.tree import ids_in, top_area
from server.tickets import relations
from server.tickets.kept import ReplyTemplate, ReturnVisit
from server.tickets.models import Ticket
from server.tickets.rules import at_desk

AT_DESKS = (*DESK, Role.ADMINISTRATOR)


def list_limits(actor: Actor, *_) -> bool:
    return actor.holds(*AT_DESKS)


list_return_visits = list_templates = list_limits


def set_limit(actor: Actor, form=None) -> bool:
    """Limits hold for the whole deployment."""
    return actor.holds(Role.ADMINISTRATOR, at=top_area().path)


def record_return_visit(actor: Actor, visit: ReturnVisit, form=None) -> bool:
    """By the desk; never by whoever did the work."""
    return at_desk(actor, visit.ticket) and not relations.worked_on(actor, visit.ticket)


def visible_visits(actor: Actor | None):
    """Of tickets on one's own desk."""
    return ReturnVisit.ticket_id.in_(select(Ticket.id).where(relations.on_my_desk(actor)))


def add_template(actor: Actor, form: dict) -> bool:
    area = db.session.get(Area, form["area_id"])
    return area is not None and actor.holds(*AT_DESKS, at=area.path)


def change_template(actor: Actor, row: ReplyTemplate, form=None) -> bool:
    """Words of an area above are for reading."""
    return actor.holds(*AT_DESKS, at=row.area.path)


end_template = change_template


def visible_templates(actor: Actor | None):
    """Those of one's own areas, of all below them and of all above."""
    if actor is None:
        return false()
    paths = actor.paths(*AT_DESKS)
    above = {area_id for path in paths for area_id in ids_in(path)}
    here = ReplyTemplate.area_id
    return ReplyTemplate.ended_at.is_(None) & or_(within(here, paths), here.in_(above))
