"""Who may see an occasion, and who may do what about it."""

from sqlalchemy import exists, false, or_, select

from schemas.occasions import SEATED as SEATS
from schemas.occasions import SessionState
from schemas.people_words import DESK, Role
from server.core.db import db
from server.occasions.models import Series, Session
from server.occasions.parts import Post, Signup
from server.people.actor import Actor, within

RUNS_IT = (*DESK, Role.ADMINISTRATOR)


# ---- who somebody is to it


def runs(actor: Actor | None, path: str) -> bool:
    """The desk of the area, or its administrator: they prepare, supervise and correct."""
    return actor is not None and actor.holds(*RUNS_IT, at=path)


def is_steward(actor: Actor, session: Session) -> bool:
    """Holds a duty of this session that lets them scan."""
    held = exists().where(
        Signup.post_id == Post.id,
        Post.steward,
        Signup.session_id == session.id,
        Signup.person_id.in_(actor.ids),
        Signup.state.in_(SEATS),
    )
    return db.session.scalar(select(held))


def volunteers(actor: Actor, path: str) -> bool:
    return actor.holds(Role.VOLUNTEER, Role.TEAM_LEADER, at=path)


def audience(actor: Actor | None, session: Session) -> str:
    return "staff" if runs(actor, session.area.path) else "public"


# ---- what there is for them


def visible_series(actor: Actor | None):
    if actor is None:
        return false()
    return within(Series.area_id, actor.paths(*RUNS_IT))


def visible_sessions(actor: Actor | None):
    """Everybody sees what is published; the desk also what is only planned."""
    public = Session.state.in_(SessionState.having("public"))
    if actor is None:
        return public
    return or_(public, within(Session.area_id, actor.paths(*RUNS_IT)))


# ---- the desk


def runs_somewhere(actor: Actor, *_) -> bool:
    return actor.holds(*RUNS_IT)


list_series = preview_series = runs_somewhere


def make_series(actor: Actor, form: dict) -> bool:
    """In which area is said in the form; the service looks whether it is theirs."""
    return runs_somewhere(actor)


def runs_series(actor: Actor, series: Series, form=None) -> bool:
    return runs(actor, series.area.path)


def runs_session(actor: Actor, session: Session, form=None) -> bool:
    return runs(actor, session.area.path)


publish_session = runs_session


# ---- everybody


def show_session(actor: Actor | None, session: Session) -> bool:
    return True  # visibility has said it


def signed_in(actor: Actor, *_) -> bool:
    return True


def scans_at(actor: Actor, session: Session, form=None) -> bool:
    return runs_session(actor, session) or is_steward(actor, session)
