"""The same need, said by several households: put together by the desk, or by saying 「我也是」."""

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, NotFound, Refusal
from server.people import service as people
from server.people.actor import Actor
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.numbers import is_number
from server.tickets.parts import Support
from server.tickets.service import telling
from server.tickets.service.closing import end


class NotMergeable(Refusal):
    code, title, detail = (
        "not_mergeable",
        "不能并单",
        "请核对编号：要并入的工单须在同一社区且还没有办结",
    )


def merge(ticket: Ticket, number: str, *, by: Actor) -> Ticket:
    """Into another one with the same need, whose supporter the wisher becomes."""
    target = _target(ticket, number, by)
    ticket.merged_into_id = target.id
    end(ticket, "merge", by=by, into=target.id)
    _carry_over(ticket, target)
    telling.merged(ticket, target)
    return ticket


def _target(ticket: Ticket, number: str, by: Actor) -> Ticket:
    """Locked to stay open: of two that are merged into each other at once, one attempt fails."""
    if not is_number(number):
        raise Malformed(into="编号是 8 位数字，请核对")
    query = select(Ticket).where(Ticket.number == number.replace(" ", ""))
    seen = query.where(relations.visible_tickets(by)).with_for_update(read=True, of=Ticket)
    target = db.session.scalar(seen.execution_options(populate_existing=True))
    if target is None:
        raise NotFound(into="没有这个编号")
    same = target.kind is ticket.kind and target.id != ticket.id and _neighbours(ticket, target)
    if not same or not target.state.has("open") or not relations.handles(by, target):
        raise NotMergeable
    return target


def _neighbours(ticket: Ticket, target: Ticket) -> bool:
    """Of one community: the same desk is the nearest of both."""
    return people.desk_of(ticket.area).id == people.desk_of(target.area).id


def _carry_over(ticket: Ticket, target: Ticket) -> None:
    """Who wished it, who supported it, and what was merged into it before."""
    if ticket.wisher_id != target.wisher_id:
        support(target, ticket.wisher_id)
    supporters = select(Support.person_id).where(Support.ticket_id == ticket.id)
    for person_id in db.session.scalars(supporters).all():
        support(target, person_id)
    merged = update(Ticket).where(Ticket.merged_into_id == ticket.id)
    db.session.execute(merged.values(merged_into_id=target.id))


def me_too(ticket: Ticket, *, by: Actor) -> Ticket:
    ticket.flow.after(ticket.state, "me_too")
    support(ticket, by.id)
    return ticket


def support(ticket: Ticket, person_id: int) -> None:
    """Once for each person, however often they say it."""
    row = insert(Support).values(ticket_id=ticket.id, person_id=person_id, since_at=clock.now())
    db.session.execute(row.on_conflict_do_nothing())
