"""Who may see and do what with posts and places at them."""

from sqlalchemy import exists, false, or_, select

from server.core import clock
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.rules import (
    AFTER,
    RUNS_IT,
    is_steward,
    runs,
    visible_sessions,
    volunteers,
)
from server.occasions.teams import Team
from server.people.actor import Actor, within


def visible_posts(actor: Actor | None):
    return Post.session_id.in_(select(Session.id).where(visible_sessions(actor)))


def visible_signups(actor: Actor | None):
    """One's own, one's children's, and the desk's."""
    if actor is None:
        return false()
    here = select(Session.id).where(within(Session.area_id, actor.paths(*RUNS_IT)))
    return or_(own_signups(actor), Signup.session_id.in_(here))


def own_signups(actor: Actor):
    return or_(Signup.person_id.in_(actor.ids), Signup.guardian_id.in_(actor.ids))


def is_own(actor: Actor, signup: Signup) -> bool:
    return signup.person_id in actor.ids or signup.guardian_id in actor.ids


def change_post(actor: Actor, post: Post, form=None) -> bool:
    return runs(actor, post.session.area.path)


remove_post = change_post


def sign_up(actor: Actor, post: Post, form: dict) -> bool:
    """A volunteer there, for themselves or a child of theirs; whoever runs it, for others and never
    for themselves. Which child, which other: the service knows the rows."""
    path = post.session.area.path
    if runs(actor, path):
        return form.get("child", False) or form.get("person_id", actor.id) not in actor.ids
    return volunteers(actor, path) and (form.get("child", False) or "person_id" not in form)


def sign_up_team(actor: Actor, post: Post, form: dict) -> bool:
    return runs(actor, post.session.area.path) or leads(actor, form["team_id"])


def leads(actor: Actor, team_id: int) -> bool:
    mine = exists().where(
        Team.id == team_id, Team.leader_id.in_(actor.ids), Team.closed_at.is_(None)
    )
    return db.session.scalar(select(mine))


def withdraw_signup(actor: Actor, signup: Signup, form=None) -> bool:
    return is_own(actor, signup) or runs(actor, signup.session.area.path)


confirm_signup = show_signup = withdraw_signup


def list_signups(actor: Actor, session: Session, form=None) -> bool:
    """Whoever runs it, leads it, or stands at the door. Full names close with it."""
    leads_it = session.lead_id in actor.ids and clock.now() <= session.ends_at + AFTER
    return leads_it or runs(actor, session.area.path) or is_steward(actor, session)
