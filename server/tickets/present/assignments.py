"""Who was asked and who has it, for the desk."""

from sqlalchemy import func, select

from schemas.tickets import AssignmentState
from server.core.db import db
from server.people.models import Person
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present import names


def all_of(ticket: Ticket) -> list[dict]:
    """In the order in which they came; one statement more where somebody waits for consent."""
    asked = [a.person_id for a in ticket.assignments if a.state is AssignmentState.ASKED]
    done = _done_by(asked) if asked else {}
    return [_assignment(assignment, done) for assignment in ticket.assignments]


def _done_by(person_ids: list[int]) -> dict[int, int]:
    """How many wishes each has finished."""
    did = Assignment.person_id.in_(person_ids), Assignment.state == AssignmentState.DONE
    query = select(Assignment.person_id, func.count()).where(*did).group_by(Assignment.person_id)
    return dict(db.session.execute(query).all())


def _assignment(assignment: Assignment, done: dict[int, int]) -> dict:
    waits = assignment.state is AssignmentState.ASKED
    return {
        "id": assignment.id,
        "role": assignment.role,
        "part": assignment.part,
        "name": names.doer(assignment),
        "phone": (assignment.unit or assignment.person).phone,
        "about": _about(assignment.person, done) if waits else "",
        "state": assignment.state,
        "state_label": assignment.state.label,
        "reason": assignment.reason,
        "due_at": assignment.due_at,
        "changed_at": assignment.changed_at,
    }


def _about(person: Person, done: dict[int, int]) -> str:
    """What the desk asks before it agrees."""
    home = f"住{person.estate.name}" if person.estate else ""
    times = done.get(person.id)
    return " · ".join(filter(None, (home, f"办好过 {times} 件" if times else "还没办过")))
