"""到会记录: each party is marked, never a person; one that is absent three times running is said to
the desk of the estate, and to nobody above it."""

from datetime import timedelta

from sqlalchemy import and_, select

from schemas.occasion_words import OccasionKind
from schemas.occasions import ENDED
from schemas.reception_words import UNRECORDED, SeatState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.messages.service import tell_many
from server.occasions.models import Session
from server.occasions.rules import BEFORE
from server.occasions.service import words as said
from server.occasions.service.crew import desk_staff
from server.people import service as people
from server.people.actor import Actor
from server.reception.models import Seat
from server.reception.service.plans import seats_of

RUNNING = 3  # so many times, and somebody should ask
MARKED_UNTIL = timedelta(days=1)  # after its end


class NotMarkedNow(Refusal):
    code, title = "not_marked_now", "现在不能记到会"
    detail = "开始前一小时到结束后一天可以记"


def mark_seat(seat: Seat, form: dict, *, by: Actor) -> Seat:
    session, now = seat.session, clock.now()
    held = session.state.has("public") and not session.state.has("off")
    if not (held and session.starts_at - BEFORE <= now <= session.ends_at + MARKED_UNTIL):
        raise NotMarkedNow
    seat.state, seat.deputy = form["state"], form["deputy"]
    seat.marked_by_id, seat.marked_at = by.id, now
    return seat


def say_who_keeps_missing(session: Session) -> None:
    """When it has ended; told once for each session and party."""
    desk = people.desk_of(session.area).area
    for name in missed(session):
        words = f"{said.when(session)}：{name}连续 {RUNNING} 次没有到，请问一问。"
        reason = f"session:{session.id}:missed:{name}"
        tell_many(
            desk_staff(session.area, desk),
            f"{name}连续没有到",
            words,
            reason=lambda person_id, reason=reason: f"{reason}:person:{person_id}",
            link=("session", session.id),
        )


def missed(session: Session) -> list[str]:
    """Parties that are absent here and were at the two sessions of this host before. Two
    statements more."""
    absent = [seat for seat in seats_of(session.id) if seat.state is SeatState.ABSENT]
    if not absent:
        return []
    before = _before(session)
    if len(before) < RUNNING - 1:
        return []
    known = db.session.scalars(select(Seat).where(Seat.session_id.in_(before))).all()
    gone = {(row.session_id, *_who(row)) for row in known if row.state is SeatState.ABSENT}
    return [s.name for s in absent if all((day, *_who(s)) in gone for day in before)]


def _who(seat: Seat) -> tuple:
    return seat.party, seat.unit_id, "" if seat.unit_id else seat.words


def _before(session: Session) -> list[int]:
    """The sessions of this host that were held just before."""
    here = and_(Session.area_id == session.area_id, Session.kind == OccasionKind.RECEPTION)
    query = select(Session.id).where(here, Session.state == ENDED)
    query = query.where(Session.starts_at < session.starts_at).order_by(Session.starts_at.desc())
    return list(db.session.scalars(query.limit(RUNNING - 1)))


def label_of(seat: Seat) -> str:
    """Nobody has written down whether they came, and it is over."""
    open_still = seat.state is SeatState.EXPECTED and seat.session.state is ENDED
    return UNRECORDED if open_still else seat.state.label
