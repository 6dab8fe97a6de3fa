"""What falls due on occasions. Each looks again before it does anything."""

from sqlalchemy import select

from schemas.occasions import INVITED
from server.core.db import db
from server.core.jobs import every, job
from server.occasions.parts import Signup
from server.occasions.service import sessions, signups


@every("15 18 * * *")
def generate_sessions() -> None:
    """Two months ahead, once a night (02:15 in Shanghai)."""
    sessions.generate_all()


@job
def lapse_invitation(signup_id: int) -> None:
    query = select(Signup).where(Signup.id == signup_id)
    signup = db.session.scalars(query.with_for_update(key_share=True, of=Signup)).one()
    if signup.state is INVITED:
        signups.lapse(signup)
