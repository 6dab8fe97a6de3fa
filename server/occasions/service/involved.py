"""Who has to do with a session before it is held: whom a change must not pass over in silence."""

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import func, select

from schemas.occasions import NumberState
from server.core.db import db
from server.messages.service import tell_many
from server.occasions.models import Session
from server.occasions.parts import Line, Post, QueueNumber, Signup
from server.occasions.presence import Attendance


class Involved(NamedTuple):
    """How many: volunteers signed up or waiting, visitors with a number, who has checked in."""

    signed_up: int = 0
    numbers: int = 0
    there: int = 0


def involved(session_ids: list[int]) -> dict[int, Involved]:
    """Of each session; zeros of those nobody has to do with."""
    counted = (
        ("signed_up", Signup, Signup.is_live()),
        ("numbers", QueueNumber, waits()),
        ("there", Attendance, Attendance.in_at.is_not(None)),
    )
    found = defaultdict(Involved)
    for name, model, live in counted:
        rows = select(model.session_id, func.count()).where(model.session_id.in_(session_ids), live)
        for session_id, many in db.session.execute(rows.group_by(model.session_id)):
            found[session_id] = found[session_id]._replace(**{name: many})
    return found


def waits():
    return QueueNumber.state.in_(NumberState.having("live"))


def hold_still(session_ids: list[int]) -> None:
    """Nobody signs up or takes a number until this transaction ends: whoever does so holds the post
    or the line, and looks at the session afterwards."""
    for model in (Post, Line):
        rows = select(model.id).where(model.session_id.in_(session_ids)).order_by(model.id)
        db.session.execute(rows.with_for_update(key_share=True)).all()


def as_it_is_now(session_id: int) -> Session:
    """For whoever holds a post or a line, and so has waited for a session that was called off."""
    return db.session.get_one(Session, session_id, populate_existing=True)


def tell_everybody(session: Session, title: str, words: str, *, event: str) -> None:
    """Whoever signed up or has a number, and the guardian who said yes for a child; once for each
    event. So is whose telephone was given for a number."""
    reason = f"session:{session.id}:{event}"
    tell_many(
        whom(session.id),
        title,
        words,
        reason=lambda person_id: f"{reason}:person:{person_id}",
        link=("session", session.id),
    )


def whom(session_id: int) -> set[int]:
    signups = select(Signup.person_id, Signup.guardian_id)
    signups = signups.where(Signup.session_id == session_id, Signup.is_live())
    numbers = select(QueueNumber.person_id, QueueNumber.told_id)
    numbers = numbers.where(QueueNumber.session_id == session_id, waits())
    rows = [*db.session.execute(signups), *db.session.execute(numbers)]
    return {person_id for row in rows for person_id in row if person_id}
