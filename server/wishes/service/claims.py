"""Claims that wait for the desk: agreed to, declined, taken back."""

from schemas.tickets import AssignmentState
from server.core.errors import Malformed
from server.core.moves import move
from server.people import service as people
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.relations import belongs_to
from server.tickets.service import telling
from server.wishes.service.wall import AlreadyClaimed, give


def unask(ticket: Ticket, *, by: Actor) -> Ticket:
    move(ticket, "unask", by=by)
    for asked in ticket.assignments:
        if asked.state is AssignmentState.ASKED and belongs_to(by, asked):
            move(asked, "unask", by=by)
    return ticket


def confirm_claim(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    asked = _asked(ticket, form["assignment_id"])
    if len(ticket.in_hand) >= ticket.helpers_needed:
        raise AlreadyClaimed
    if not people.can_help(asked.person, ticket.area):
        raise Malformed(assignment_id="这位志愿者已经停下服务，请选别人")
    give(ticket, asked, by=by)
    telling.claim_answered(ticket, asked.person_id, "社区同意您认领了，请和居民联系。")
    return ticket


def decline_claim(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    asked = _asked(ticket, form["assignment_id"])
    move(ticket, "decline_claim", by=by)
    asked.reason = form["words"]
    move(asked, "decline", by=by)
    words = form["words"] or "这次请别的志愿者来办，谢谢您。"
    telling.claim_answered(ticket, asked.person_id, words)
    return ticket


def _asked(ticket: Ticket, assignment_id: int) -> Assignment:
    for assignment in ticket.assignments:
        if assignment.id == assignment_id and assignment.state is AssignmentState.ASKED:
            return assignment
    raise Malformed(assignment_id="这位志愿者已经不在等了，请刷新")
