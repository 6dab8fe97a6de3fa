"""Since when, and until when, somebody had a place at a session: what is scanned without network
comes in late, and is judged as of its own moment."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from schemas.occasions import SignupState
from server.core.db import db
from server.core.moves import Move
from server.occasions.parts import Signup

Spell = tuple[datetime, datetime | None]  # until: None, still


def was_seated(session_id: int, ids: tuple[int, ...], moments: Iterable[datetime]) -> bool:
    """At one of these moments they held a place that was given up or lapsed since."""
    return _any("seat", session_id, ids, list(moments))


def had_signed_up(session_id: int, ids: tuple[int, ...], at: datetime) -> bool:
    """For a place, or for their turn to get one; those who still do have always done."""
    return _any("live", session_id, ids, [at])


def _any(trait: str, session_id, ids, moments: list[datetime]) -> bool:
    found = list(_spells(trait, session_id, ids))
    return any(not until or since <= at < until for since, until in found for at in moments)


def _spells(trait: str, session_id: int, ids: tuple[int, ...]) -> Iterable[Spell]:
    """By the record of moves, of each sign-up the last one that has the trait."""
    mine = Signup.session_id == session_id, Signup.person_id.in_(ids)
    of_it = (Move.subject_kind == "signups") & (Move.subject_id == Signup.id)
    query = select(Signup.id, Signup.made_at, Signup.state, Move.before, Move.after, Move.moved_at)
    query = query.outerjoin(Move, of_it).where(*mine).order_by(Signup.id, Move.id)
    spells: dict[int, Spell] = {}
    for id, made_at, state, before, after, moved_at in db.session.execute(query):
        was, now = _has(before, trait), _has(after, trait)
        if now and not was:
            spells[id] = moved_at, None
        elif was and not now:
            spells[id] = spells.get(id, (made_at, None))[0], moved_at
        elif state.has(trait):
            spells.setdefault(id, (made_at, None))
    return spells.values()


def _has(state: str | None, trait: str) -> bool:
    return state is not None and SignupState(state).has(trait)
