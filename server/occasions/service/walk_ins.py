"""Somebody who came to serve without having signed up, or while they still waited for a place."""

from sqlalchemy import func, or_, select

from schemas.occasions import WAITING
from schemas.scan_words import Refused
from server.core.db import db
from server.core.moves import begin
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.rules import RUNS_IT
from server.occasions.service import fitness, seats
from server.occasions.service.people import Known
from server.occasions.service.places import Place
from server.occasions.service.whom import VOLUNTEERS
from server.people.actor import Actor
from server.people.models import Person


def walk_in(spot: Place, known: Known, *, by: Actor) -> Refused | None:
    """A seat marked so, if a post has room; else why not. Never the door, which lets one scan
    others, nor a post whose skill they lack: for those the desk signs them up."""
    person = db.session.get_one(Person, known.id)
    roles = {g.role for g in person.live_grants if spot.path.startswith(g.area.path)}
    if roles & set(RUNS_IT):
        return Refused.OFFICIAL
    if not roles & set(VOLUNTEERS):
        return Refused.NOT_VOLUNTEER
    signup = _waiting(spot.id, known.ids)
    post = _room(spot.id, known.ids)
    if post is None:
        return Refused.NO_ROOM
    if signup is None:
        signup = Signup(session_id=spot.id, person_id=known.id, entered_by_id=by.id)
        signup.post_id, signup.walk_in = post.id, True
        begin(signup, "walk_in", by=by)
    signup.post_id, signup.walk_in = post.id, True
    seats.seat(signup, post, by=by)
    return None


def _waiting(session_id: int, person_ids: tuple[int, ...]) -> Signup | None:
    """They stand in the waiting list of this session: that place becomes the seat."""
    mine = Signup.session_id == session_id, Signup.person_id.in_(person_ids)
    query = select(Signup).where(*mine, Signup.state == WAITING)
    lock = query.with_for_update(key_share=True, of=Signup)
    return db.session.scalar(lock.execution_options(populate_existing=True))


def _room(session_id: int, person_ids: tuple[int, ...]) -> Post | None:
    can = or_(Post.skill == "", Post.skill.in_(fitness.skills(person_ids)))
    free = Post.session_id == session_id, Post.taken < Post.capacity, ~Post.steward, can
    query = select(Post).join(Session).where(*free).order_by(func.length(Post.skill), Post.id)
    lock = query.limit(1).with_for_update(key_share=True, of=Post)
    return db.session.scalar(lock.execution_options(populate_existing=True))
