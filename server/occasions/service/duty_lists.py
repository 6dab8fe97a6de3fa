"""Lists of places at posts: of a session, and one's own."""

from sqlalchemy import Select, not_, or_, select
from sqlalchemy.orm import joinedload

from schemas.occasions import SessionState
from server.core import clock
from server.core.paging import Key, Page, page
from server.occasions.duty_rules import own_signups
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.people.actor import Actor


def list_signups(session: Session, form: dict) -> Page:
    """In the order of arrival."""
    query = _whole().where(Signup.session_id == session.id)
    if form["live"]:
        query = query.where(Signup.is_live())
    return page(query, form, order=(Signup.id,))


def list_my_signups(form: dict, *, by: Actor) -> Page:
    """One's own and one's children's: what is to come by its day, what is past the latest first."""
    query = _whole().join(Session, Session.id == Signup.session_id).where(own_signups(by))
    now = clock.now()
    starts = Key(Session.starts_at.expression, lambda row: row.session.starts_at)
    over = or_(Session.ends_at <= now, Session.state == SessionState.ENDED)
    if form["past"]:
        return page(query.where(over), form, order=(Signup.id.desc(),))
    coming = query.where(not_(over), Signup.is_live())
    return page(coming, form, order=(starts, Signup.id))


def _whole() -> Select:
    parts = (Signup.post, Signup.person, Signup.team)
    session = joinedload(Signup.session).joinedload(Session.area)
    return select(Signup).options(session, *map(joinedload, parts))
