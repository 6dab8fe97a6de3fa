"""Slips per unit: sent, accepted, bounced, done, done late; one definition each, side by side."""

from datetime import datetime, time, timedelta

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import joinedload

from schemas.ticket_words import Kind
from schemas.tickets import AssignmentState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, NotFound
from server.core.paging import Page, page
from server.people.actor import within
from server.people.places import Area, Unit
from server.tickets.models import Ticket
from server.tickets.parts import Assignment

LONGEST = timedelta(days=366)
BACK = (AssignmentState.DECLINED, AssignmentState.DROPPED)
TAKEN = Assignment.accepted_at.is_not(None)
DONE = Assignment.done_at.is_not(None)

# name: (label, of what, definition, condition)
FIGURES = {
    "offered": ("派出", None, "期间内派给单位的单子，主办、协办各算一份；退回后再派另算一份；"
                "不含意见与投诉", Assignment.id.is_not(None)),
    "accepted": ("接单", "派出", "其中接了的，后来交回或收回的也在内", TAKEN),
    "bounced": ("退回", "派出", "其中写明原因退回的", Assignment.state == AssignmentState.BOUNCED),
    "waiting": ("还没答复", "派出", "其中还没有接也没有退的",
                Assignment.state == AssignmentState.OFFERED),
    "taken_back": ("社区撤回", "派出", "单位答复以前，社区撤回或随主办退回一起结束的，不算单位退回",
                   and_(~TAKEN, Assignment.state.in_(BACK))),
    "done": ("说办好", "接单", "办的单位说办好了；居民有没有确认另外统计", DONE),
    "done_late": ("超期办好", "说办好", "说办好的时候已经过了这一份当时的期限；居民说没办好再办的，"
                  "有一次超期就算", and_(DONE, Assignment.late)),
}  # fmt: skip


def unit_slips(form: dict) -> dict:
    area = _area(form)
    counts = [func.count().filter(known[3]).label(name) for name, known in FIGURES.items()]
    query = select(Unit.id, Unit.name, Unit.kind, *counts).select_from(Assignment)
    query = query.join(Unit, Unit.id == Assignment.unit_id)
    query = query.join(Ticket, Ticket.id == Assignment.ticket_id)
    query = query.where(sent(form), Ticket.kind != Kind.FEEDBACK)
    query = query.where(within(Ticket.area_id, [area.path])).group_by(Unit.id)
    rows = db.session.execute(query.order_by(Unit.name, Unit.id)).all()
    return {"area": area, "form": form, "rows": rows}


def unit_bounces(query: Select, form: dict) -> Page:
    """The latest first."""
    area = _area(form)
    query = query.join(Assignment.ticket).where(within(Ticket.area_id, [area.path]), sent(form))
    query = query.where(Assignment.state == AssignmentState.BOUNCED)
    query = query.where(Assignment.unit_id.is_not(None))
    if "unit_id" in form:
        query = query.where(Assignment.unit_id == form["unit_id"])
    ticket = joinedload(Assignment.ticket)
    query = query.options(
        ticket.joinedload(Ticket.area), ticket.joinedload(Ticket.category),
        joinedload(Assignment.unit),
    )  # fmt: skip
    return page(query, form, order=(Assignment.id.desc(),))


def sent(form: dict):
    """Within the days of the form, on the clock of the street office."""
    first = datetime.combine(form["since"], time.min, clock.SHANGHAI)
    end = datetime.combine(form["until"] + timedelta(days=1), time.min, clock.SHANGHAI)
    return and_(Assignment.made_at >= first, Assignment.made_at < end)


def _area(form: dict) -> Area:
    if not timedelta() <= form["until"] - form["since"] <= LONGEST:
        raise Malformed(until="请选择一年以内的一段日子")
    area = db.session.get(Area, form["area_id"])
    if area is None:
        raise NotFound
    return area
