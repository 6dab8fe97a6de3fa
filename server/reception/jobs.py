"""What falls due at reception days. Each looks again whether it is time."""

from sqlalchemy import select

from schemas.occasions import ENDED
from server.core import clock
from server.core.db import db
from server.core.jobs import job
from server.occasions.models import Session
from server.reception.service import agenda, booking, seats
from server.reception.service.hooks import FORGETS


@job
def fill_agenda(session_id: int) -> None:
    """Holding the session: it is not called off meanwhile."""
    agenda.fill(_held(session_id))


@job
def forget_topics(session_id: int) -> None:
    session = _held(session_id)
    if session.ends_at + FORGETS <= clock.now():
        booking.forget_topics(session)


@job
def say_who_keeps_missing(session_id: int) -> None:
    """A day later, too: parties may be marked until then."""
    session = _held(session_id)
    if session.state is ENDED:
        seats.say_who_keeps_missing(session)


def _held(session_id: int) -> Session:
    query = select(Session).where(Session.id == session_id)
    return db.session.scalars(query.with_for_update(key_share=True, of=Session)).one()
