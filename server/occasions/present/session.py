"""One session, as whoever asks may read it."""

from sqlalchemy import func, select

from schemas.occasion_words import Capacity
from schemas.occasions import SESSION_FLOW, SessionState
from server.core import clock
from server.core.db import db
from server.core.paging import Page
from server.occasions import presence_rules, rules
from server.occasions.models import Session
from server.occasions.presence import Attendance
from server.occasions.present import duties, queues
from server.occasions.present.calendar import cards
from server.occasions.present.rewards import reward
from server.occasions.service import crew, feeds, named, repairs, rewards
from server.occasions.service import words as said
from server.occasions.service.places import OPENS, closes_at
from server.occasions.session_rules import may_step
from server.people.actor import Actor


def session(actor: Actor | None, row: Session) -> dict:
    (shown,) = cards(actor, Page([row], None)).items
    lack = repairs.lacks(row, by=actor) if actor else repairs.Lack()
    shown |= {
        "audience": rules.audience(actor, row),
        "token": row.token,
        "incentive": row.incentive,
        "pays": rewards.in_words(row),
        "changed_words": row.changed_words,
        "share_text": said.share_text(row, shown["lines"] + shown["coming"]),
        "latitude": _either(row.latitude, row.area.latitude),
        "longitude": _either(row.longitude, row.area.longitude),
        "calendar_path": feeds.address(row.area),
        **_duties(actor, row),
        "queues": queues.queues(actor, row),
        "my_numbers": queues.mine(actor, row),
        "my_presence": _my_presence(actor, row),
        "announces": _announces(actor, row),
        "checks_until": closes_at(row),
        "can_repair": lack.may_ask,
        "repair_waits": lack.waits,
        "checked_in": _checked_in(row),
        "actions": allowed(actor, row),
    }
    return shown | (_inside(row) if shown["audience"] == "staff" else {})


def _duties(actor: Actor | None, row: Session) -> dict:
    """The posts, one's own place there, and those of one's children."""
    mine = duties.mine(actor, row)
    own = next((one for one in mine if one["person_id"] in actor.ids), None) if mine else None
    return {
        "posts": duties.posts(actor, row, has_place=own is not None),
        "my_signup": own,
        "my_children": [one for one in mine if one is not own],
    }


def _either(own: float | None, of_area: float | None) -> float | None:
    return of_area if own is None else own


def allowed(actor: Actor | None, row: Session) -> list[dict]:
    """What the state allows and whoever asks may do; and what makes sense by the clock."""
    if not may_step(actor, row):
        return []
    now, hidden = clock.now(), set()
    if now < row.starts_at - OPENS:  # a crew may be there an hour before
        hidden |= {"end"}
    if now >= row.starts_at and row.state.has("public"):
        hidden |= {"change"}
    if now >= row.ends_at:
        hidden |= {"publish", "change"}
    steps = [step for step in SESSION_FLOW.actions(row.state) if step not in hidden]
    return [{"action": step, "label": SESSION_FLOW.label(step)} for step in steps]


def _announces(actor: Actor | None, row: Session) -> bool:
    """Asked of others, the page would be refused."""
    ended = actor is not None and row.state is SessionState.ENDED
    return ended and presence_rules.list_announced(actor, row)


def _inside(row: Session) -> dict:
    return {
        "version": row.version,
        "lead_id": row.lead_id,
        "lead_name": row.lead and row.lead.display_name,
        "series_id": row.series_id,
        "put_right_until": named.put_right_until(row),
        "end_needs_reason": clock.now() < row.ends_at,
        "reward": reward(row),
        "warnings": crew.warnings(row),
    }


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
