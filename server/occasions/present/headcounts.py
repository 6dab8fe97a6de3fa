"""What was counted by eye, with the button for a slip of the pen."""

from server.occasions import queue_rules
from server.occasions.models import Session
from server.occasions.parts import Headcount
from server.occasions.service import headcounts as service
from server.people.actor import Actor

COUNT = ("id", "count", "counted_at", "struck_at")
STRIKE = {"action": "strike", "label": "划掉"}


def headcounts(actor: Actor, found: tuple[Session, list[Headcount]]) -> dict:
    session, rows = found
    return {
        "items": [headcount(actor, row) for row in rows],
        "largest": service.largest(session.id),
        "definition": service.DEFINITION,
    }


def headcount(actor: Actor, row: Headcount) -> dict:
    may = row.struck_at is None and queue_rules.strike_headcount(actor, row)
    return {name: getattr(row, name) for name in COUNT} | {
        "counted_by_name": row.counted_by.display_name,
        "actions": [STRIKE] if may else [],
    }
