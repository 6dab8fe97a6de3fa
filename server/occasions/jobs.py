"""What falls due on occasions. Each looks again before it does anything."""

from sqlalchemy import select

from schemas.occasions import INVITED
from server.core.db import db
from server.core.jobs import every, job
from server.occasions.models import Series, Session
from server.occasions.parts import Signup
from server.occasions.service import crew, ending, presence, regrouping, rewards, sessions, signups


@every("15 18 * * *")
def generate_sessions() -> None:
    """Two months ahead, once a night (02:15 in Shanghai): a job for each series."""
    sessions.generate_all()


@every("45 17 * * *")
def announce_left_out() -> None:
    """Once a night (01:45 in Shanghai): 公示 of what came in while a session was being ended."""
    presence.announce_left_out()


@job
def generate_series(series_id: int) -> None:
    """Holding the series: somebody who changes its rule waits, or is waited for."""
    sessions.generate(_held(Series, series_id))


@job
def end_session(session_id: int) -> None:
    ending.end_by_itself(_held(Session, session_id))


@job
def forget_secret(session_id: int) -> None:
    ending.forget_secret(_held(Session, session_id))


@job
def close_lines(session_id: int) -> None:
    ending.close_lines(_held(Session, session_id))


@job
def warn_of_crew(session_id: int) -> None:
    crew.warn_of_crew(db.session.get_one(Session, session_id))


def _held(model, row_id: int):
    query = select(model).where(model.id == row_id)
    return db.session.scalars(query.with_for_update(key_share=True, of=model)).one()


@job
def lapse_invitation(signup_id: int) -> None:
    query = select(Signup).where(Signup.id == signup_id)
    signup = db.session.scalars(query.with_for_update(key_share=True, of=Signup)).one()
    if signup.state is INVITED:
        signups.lapse(signup)


@job
def regroup(person_id: int, keeper_id: int) -> None:
    regrouping.regroup(person_id, keeper_id)


@job
def settle_points(session_id: int, person_id: int) -> None:
    rewards.settle(session_id, person_id)
