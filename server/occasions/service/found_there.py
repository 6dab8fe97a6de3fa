"""What one finds at a session: its lines, and what comes besides. The desk of a kind of session
knows what comes: it passes a query in when it is imported."""

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import Select, literal, select, union_all

from server.core.db import db
from server.occasions.parts import Line

# For so many sessions: (its id, what comes, in words), as a part of one statement.
comers: list[Callable[[list[int]], Select]] = []


def found_there(ids: list[int]) -> dict[int, tuple[list[str], list[str]]]:
    """By the id of each: its lines, and what comes besides."""
    lines = select(Line.session_id, literal(0).label("part"), Line.id, Line.label)
    parts = [lines.where(Line.session_id.in_(ids)), *(ask(ids) for ask in comers)]
    found = defaultdict(lambda: ([], []))
    for session_id, part, _, words in db.session.execute(union_all(*parts).order_by("part", "id")):
        found[session_id][part].append(words)
    return found
