"""One session, as whoever asks may read it."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from schemas.occasion_words import Capacity
from schemas.occasions import SESSION_FLOW, SIGNUP_FLOW, WAITING, NumberState
from server.core.db import db
from server.core.paging import Page
from server.occasions import rules
from server.occasions.models import Session
from server.occasions.parts import Line, Post, QueueNumber, Signup
from server.occasions.presence import Attendance
from server.occasions.present.calendar import cards
from server.occasions.service import sessions
from server.people.actor import Actor


def session(actor: Actor | None, row: Session) -> dict:
    (shown,) = cards(actor, Page([row], None)).items
    shown |= {
        "audience": rules.audience(actor, row),
        "token": row.token,
        "incentive": row.incentive,
        "changed_words": row.changed_words,
        "posts": posts(row.id),
        "queues": queues(row.id),
        "my_signup": _my_signup(actor, row),
        "my_presence": _my_presence(actor, row),
        "checked_in": _checked_in(row),
        "actions": allowed(actor, row),
    }
    return shown | (_inside(row) if shown["audience"] == "staff" else {})


def allowed(actor: Actor | None, row: Session) -> list[dict]:
    if not rules.runs(actor, row.area.path):
        return []
    steps = [step for step in SESSION_FLOW.actions(row.state) if step in BUTTONS]
    return [{"action": step, "label": SESSION_FLOW.label(step)} for step in steps]


BUTTONS = ("publish",)


def _inside(row: Session) -> dict:
    return {
        "version": row.version,
        "lead_id": row.lead_id,
        "lead_name": row.lead and row.lead.display_name,
        "series_id": row.series_id,
        "missing": sessions.missing(row) if row.state.has("planned") else [],
    }


def posts(session_id: int) -> list[Post]:
    query = select(Post).where(Post.session_id == session_id).order_by(Post.id)
    return list(db.session.scalars(query))


def queues(session_id: int) -> list[dict]:
    waits = select(func.count()).where(
        QueueNumber.line_id == Line.id, QueueNumber.state.in_(NumberState.having("live"))
    )
    query = select(Line, waits.scalar_subquery()).where(Line.session_id == session_id)
    names = ("id", "label", "capacity", "slot_minutes", "last")
    return [
        {name: getattr(line, name) for name in names} | {"waiting": waiting}
        for line, waiting in db.session.execute(query.order_by(Line.id))
    ]


def signup(actor: Actor | None, row: Signup) -> dict:
    return {
        "id": row.id,
        "session_id": row.session_id,
        "post_id": row.post_id,
        "post_label": row.post.label,
        "person_id": row.person_id,
        "person_name": row.person.display_name,
        "state": row.state,
        "state_label": row.state.label,
        "rank": _rank(row) if row.state is WAITING else None,
        "walk_in": row.walk_in,
        "late": row.late,
        "confirm_by": row.confirm_by,
        "actions": _signup_actions(actor, row),
    }


def _signup_actions(actor: Actor | None, row: Signup) -> list[dict]:
    steps = [step for step in SIGNUP_FLOW.actions(row.state) if step in ("confirm", "withdraw")]
    return [{"action": step, "label": SIGNUP_FLOW.label(step)} for step in steps]


def _my_signup(actor: Actor | None, row: Session) -> dict | None:
    if actor is None:
        return None
    query = select(Signup).options(joinedload(Signup.post), joinedload(Signup.person))
    mine = Signup.session_id == row.id, Signup.person_id.in_(actor.ids), Signup.is_live()
    found = db.session.scalar(query.where(*mine))
    return found and signup(actor, found)


def _rank(row: Signup) -> int:
    before = select(func.count()).where(
        Signup.post_id == row.post_id, Signup.state == WAITING, Signup.id <= row.id
    )
    return db.session.scalar(before)


def _my_presence(actor: Actor | None, row: Session) -> list[dict]:
    if actor is None:
        return []
    mine = Attendance.session_id == row.id, Attendance.person_id.in_(actor.ids)
    return [
        {
            "capacity_label": there.capacity.label,
            "in_at": there.in_at,
            "out_at": there.out_at,
            "minutes": there.minutes_actual + there.minutes_added,
        }
        for there in db.session.scalars(select(Attendance).where(*mine).order_by(Attendance.id))
    ]


def _checked_in(row: Session) -> int:
    there = select(func.count()).where(
        Attendance.session_id == row.id,
        Attendance.capacity == Capacity.DUTY,
        Attendance.in_at.is_not(None),
    )
    return db.session.scalar(there)
