"""What happens at a reception day when it is planned, published or moved, and over."""

from datetime import timedelta

from schemas.occasion_words import OccasionKind
from server.core.jobs import defer
from server.occasions.models import Series, Session
from server.occasions.service import ending, sessions
from server.reception.service import agenda, plans, seats

FORGETS = timedelta(days=1)  # after its end


def planned(series: Series, session_ids: list[int]) -> None:
    plans.lay_planned(series, session_ids)
    agenda.carry(series.area_id)


def timed(session: Session) -> None:
    """Published, or moved: jobs of the older time find that it is not time yet."""
    agenda.when_to_fill(session)
    defer("reception.forget_topics", at=session.ends_at + FORGETS, session_id=session.id)
    defer("reception.say_who_keeps_missing", at=session.ends_at + FORGETS, session_id=session.id)


def ended(session: Session) -> None:
    agenda.roll(session)
    seats.say_who_keeps_missing(session)


sessions.when_planned[OccasionKind.RECEPTION] = planned
ending.when_timed[OccasionKind.RECEPTION] = timed
ending.when_ended[OccasionKind.RECEPTION] = ended
ending.when_called_off.append(agenda.roll_of_off)
