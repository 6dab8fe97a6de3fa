"""Who may see an occasion, and who may do what about it."""

from datetime import timedelta

from sqlalchemy import and_, exists, false, or_, select

from schemas.occasions import SIGNED, SessionState
from schemas.people_words import DESK, Role
from server.core import clock
from server.core.db import db
from server.occasions.models import Series, Session
from server.occasions.parts import Post, Signup
from server.people.actor import Actor, within

RUNS_IT = (*DESK, Role.ADMINISTRATOR)
BEFORE, AFTER = timedelta(hours=1), timedelta(hours=24)  # so late what was scanned offline comes in


# ---- who somebody is to it


def runs(actor: Actor | None, path: str) -> bool:
    """The desk of the area, or its administrator: they prepare, supervise and correct."""
    return actor is not None and actor.holds(*RUNS_IT, at=path)


def at_work(session: Session) -> bool:
    """What a duty lets somebody do and read there ends with it."""
    return session.starts_at - BEFORE <= clock.now() <= session.ends_at + AFTER


def are_at_work() -> tuple:
    """The same as WHERE clauses."""
    now = clock.now()
    return Session.starts_at <= now + BEFORE, Session.ends_at >= now - AFTER


def is_steward(actor: Actor, session: Session) -> bool:
    """Holds a duty of this session that lets them scan, given by the desk, and it is time."""
    return at_work(session) and db.session.scalar(select(_stands_at(actor, session.id)))


def _stands_at(actor: Actor, session_id):
    return exists().where(
        Signup.post_id == Post.id,
        Post.steward,
        Signup.session_id == session_id,
        Signup.person_id.in_(actor.ids),
        Signup.state == SIGNED,
    )


def scanned_by(actor: Actor | None):
    """As `scans_at`, of many: sessions where they may scan others."""
    if actor is None:
        return false()
    steward = and_(_stands_at(actor, Session.id), *are_at_work())
    return or_(within(Session.area_id, actor.paths(*RUNS_IT)), steward)


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
