"""The gate of a kind of session: what it still lacks before everybody may see it, and that nothing
of this is taken away again once they have. Each desk passes its own in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from schemas.occasion_words import OccasionKind
from schemas.occasions import PUBLISHED
from server.core.db import db
from server.core.errors import Refusal
from server.occasions.models import Session
from server.occasions.service import words as said

# In words, by the id of each; all of a page at once.
gates: dict[OccasionKind, Callable[[list[Session]], dict[int, list[str]]]] = {}


class TakenAway(Refusal):
    code, title = "taken_away", "已经发布，不能没有它"

    def __init__(self, session: Session, gone: list[str]):
        super().__init__(
            f"{said.when(session)}那一场会缺：{'、'.join(gone)}。请先换上另一个，或取消这一场"
        )


def lacking(sessions: list[Session]) -> dict[int, list[str]]:
    """By the id of each: what the gate of its kind misses; nothing where there is no gate."""
    found = {session.id: [] for session in sessions}
    for kind, gate in gates.items():
        if asked := [session for session in sessions if session.kind is kind]:
            found |= gate(asked)
    return found


@contextmanager
def still_ready(*sessions: Session) -> Iterator[None]:
    """Refused if one that is published lacks afterwards what it had. What it has lacked already is
    nobody's fault now."""
    shown = [session for session in sessions if session.state is PUBLISHED]
    before = lacking(shown)
    yield
    db.session.flush()
    shown = [session for session in shown if session.state is PUBLISHED]
    after = lacking(shown)
    for session in shown:
        if gone := [name for name in after[session.id] if name not in before[session.id]]:
            raise TakenAway(session, gone)
