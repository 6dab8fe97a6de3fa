"""兜底: what nobody has taken in the end goes to the office that an administrator has named."""

from schemas.tickets import AssignmentState
from server.core import clock
from server.core.db import db
from server.core.moves import move
from server.people import service as people
from server.people.places import Unit
from server.tickets.models import Ticket
from server.tickets.service.assigning import assign
from server.tickets.service.hands import let_go, off_the_wall, take
from server.tickets.service.telling import backstopped

PART = "兜底办理"


def to_backstop(ticket: Ticket, *, by) -> bool:
    """Offered and accepted at once. False: no office is named, it has it already, or the ticket is
    over or waits for the resident. The caller holds the ticket; `by` may be a job."""
    unit = people.backstop_of(ticket.area)
    possible = "to_backstop" in ticket.flow.actions(ticket.state)
    if unit is None or not possible or _has_it(ticket, unit):
        return False
    let_go(ticket, by=by)
    db.session.flush()  # two leads are refused by the index, even for a moment
    channel = "job" if by.kind == "job" else "app"
    move(ticket, "to_backstop", by=by, channel=channel, unit_id=unit.id)
    off_the_wall(ticket)
    ticket.sent_at = ticket.sent_at or clock.now()
    share = assign(ticket, "lead", AssignmentState.ACCEPTED, by=by, unit_id=unit.id, part=PART)
    take(ticket, share, by=by)
    backstopped(ticket, share)
    return True


def _has_it(ticket: Ticket, unit: Unit) -> bool:
    return any(a.unit_id == unit.id and a.role == "lead" for a in ticket.in_hand)
