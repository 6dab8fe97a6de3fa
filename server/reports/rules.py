"""Who reads figures: the desk, administrators and viewers, over what lies below them."""

from sqlalchemy import select

from schemas.people_words import DESK, Role
from schemas.ticket_words import Kind
from server.occasions.models import Session
from server.people.actor import Actor, within
from server.people.tree import area_path
from server.tickets.models import Ticket
from server.tickets.parts import Assignment

READERS = (*DESK, Role.ADMINISTRATOR, Role.VIEWER)


def show_market_month(actor: Actor, form: dict) -> bool:
    return actor.holds(*READERS, at=area_path(form["area_id"]))


def list_market_rows(actor: Actor, query, form: dict) -> bool:
    return show_market_month(actor, form)


def visible_rows(actor: Actor):
    return within(Session.area_id, actor.paths(*READERS))


def show_unit_slips(actor: Actor, form: dict) -> bool:
    return actor.holds(*READERS, at=area_path(form["area_id"]))


def list_unit_bounces(actor: Actor, query, form: dict) -> bool:
    return show_unit_slips(actor, form)


def visible_shares(actor: Actor):
    """Of tickets there; 意见与投诉 is nobody's but the highest desk's."""
    there = within(Ticket.area_id, actor.paths(*READERS))
    ours = select(Ticket.id).where(Ticket.kind != Kind.FEEDBACK, there)
    return Assignment.ticket_id.in_(ours)
