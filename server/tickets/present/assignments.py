"""Who was asked and who has it: all of it for the desk, their own parts for whoever does it."""

from sqlalchemy import func, select

from schemas.ticket_words import PartAct
from schemas.tickets import ASSIGNMENT_FLOW, TICKET_FLOW, AssignmentState
from server.core import clock
from server.core.db import db
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.people.offices import mobile_of
from server.tickets import part_rules
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present import names
from server.tickets.relations import in_charge, is_wisher, parts_of
from server.tickets.service import slips
from server.tickets.service.ladder import due_of_share
from server.tickets.service.share_alarms import is_late

BOUNCES = 2  # of the same ticket, and the desk is told of the 兜底 office
ENDS = {"drop", "release", "set_aside"}  # of a part, by which the desk takes it back


def all_of(actor: Actor, ticket: Ticket) -> list[dict]:
    """In the order in which they came; one statement more where somebody waits for consent."""
    asked = [a.person_id for a in ticket.assignments if a.state is AssignmentState.ASKED]
    done = _done_by(asked) if asked else {}
    return [_assignment(actor, ticket, assignment, done) for assignment in ticket.assignments]


def for_doer(actor: Actor, ticket: Ticket) -> list[dict]:
    """Their parts; whoever leads reads all, for they wait for them."""
    parts = ticket.parts if in_charge(actor, ticket) else parts_of(actor, ticket)
    return [part(actor, ticket, one) for one in parts]


def for_party(ticket: Ticket) -> list[dict]:
    """Of a joint slip who has which share, the lead first; why somebody bounced theirs is between
    them and the desk."""
    shares = slips.shares_of(ticket) if ticket.parts else []
    same = ("part", "state", "outcome", "done_at")
    return [
        {name: getattr(share, name) for name in same}
        | {
            "name": names.doer(share),
            "leads": not share.is_part,
            "state_label": share.state.label,
            "due_at": due_of_share(share),
        }
        for share in shares
    ]


def waits_for(ticket: Ticket) -> str:
    return "、".join(names.doer(part) for part in ticket.open_parts)


def backstop(ticket: Ticket) -> dict | None:
    """兜底, named as soon as two have said no."""
    bounced = [a for a in ticket.assignments if a.state is AssignmentState.BOUNCED]
    bounces = sum(not a.is_part for a in bounced)
    if bounces < BOUNCES or not ticket.state.has("open"):
        return None
    unit = people.backstop_of(ticket.area)
    return unit and {"unit_id": unit.id, "name": unit.name, "bounces": bounces}


def _done_by(person_ids: list[int]) -> dict[int, int]:
    """How many wishes each has finished."""
    did = Assignment.person_id.in_(person_ids), Assignment.state == AssignmentState.DONE
    query = select(Assignment.person_id, func.count()).where(*did).group_by(Assignment.person_id)
    return dict(db.session.execute(query).all())


def part(actor: Actor, ticket: Ticket, assignment: Assignment) -> dict:
    waits = assignment.state is AssignmentState.OFFERED
    return {
        "id": assignment.id,
        "role": assignment.role,
        "part": assignment.part,
        "name": names.doer(assignment),
        "state": assignment.state,
        "state_label": assignment.state.label,
        "due_at": due_of_share(assignment),
        "answer_by": assignment.answer_by if waits else None,
        "phone": assignment.unit and assignment.unit.phone,
        "late": _late(assignment) or _silent(assignment),
        "outcome": assignment.outcome,
        "accepted_at": assignment.accepted_at,
        "done_at": assignment.done_at,
        "actions": _actions(actor, ticket, assignment),
    }


def _assignment(actor: Actor, ticket: Ticket, assignment: Assignment, done: dict) -> dict:
    asks = assignment.state is AssignmentState.ASKED
    return part(actor, ticket, assignment) | {
        "phone": (assignment.unit or assignment.person).phone,
        "about": _about(assignment.person, done) if asks else "",
        "reason": assignment.reason,
        "changed_at": assignment.changed_at,
        "paper_acts": _paper_acts(actor, ticket, assignment),
        "by_code": bool(assignment.unit and mobile_of(assignment.unit)),
    }


def _silent(assignment: Assignment) -> bool:
    """It has not said in time whether it takes its share."""
    waits = assignment.state is AssignmentState.OFFERED and assignment.answer_by is not None
    return waits and assignment.answer_by < clock.now()


def _late(assignment: Assignment) -> bool:
    """Done late, or late as it stands."""
    if not assignment.state.has("live"):
        return False
    return assignment.late if assignment.done_at else is_late(assignment)


# ---- what may be done to it now


def _actions(actor: Actor, ticket: Ticket, assignment: Assignment) -> list[dict]:
    if not assignment.is_part:
        return []
    flow = set(ASSIGNMENT_FLOW.actions(assignment.state))
    theirs = assignment in parts_of(actor, ticket) and not is_wisher(actor, ticket)
    steps = [f"{act}_part" for act in PartAct if theirs and act in flow]
    if flow & ENDS and part_rules.drop_part(actor, ticket):
        steps.append("drop_part")
    now = TICKET_FLOW.actions(ticket.state)
    return [{"action": s, "label": TICKET_FLOW.label(s)} for s in steps if s in now]


def _paper_acts(actor: Actor, ticket: Ticket, assignment: Assignment) -> list[dict]:
    if not part_rules.for_unit(actor, ticket, assignment):
        return []
    return acts(ticket, assignment)


def acts(ticket: Ticket, assignment: Assignment) -> list[dict]:
    """What whoever has it may say now, whichever way they say it."""
    suffix = "_part" if assignment.is_part else ""
    flow, now = ASSIGNMENT_FLOW.actions(assignment.state), TICKET_FLOW.actions(ticket.state)
    waits = bool(ticket.open_parts) and not assignment.is_part
    possible = [act for act in PartAct if act in flow and f"{act}{suffix}" in now]
    return [
        {"action": act.value, "label": act.label}
        for act in possible
        if not (waits and act is PartAct.FINISH)
    ]


def _about(person: Person, done: dict[int, int]) -> str:
    """What the desk asks before it agrees."""
    home = f"住{person.estate.name}" if person.estate else ""
    times = done.get(person.id)
    return " · ".join(filter(None, (home, f"办好过 {times} 件" if times else "还没办过")))
