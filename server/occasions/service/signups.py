"""Places at posts: signing up, waiting for one, stepping down. The post row is locked for as long
as it takes to count: fifty people at once fill ten places and queue in order."""

from datetime import timedelta

from sqlalchemy import exists, select

from schemas.occasions import SEATED, WAITING, SessionState
from schemas.people_words import Role
from schemas.scan_words import Refused
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.jobs import defer
from server.core.moves import Job, begin, move
from server.messages.service import tell
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.rules import RUNS_IT
from server.occasions.service.people import Known
from server.occasions.service.places import Place
from server.people.actor import Actor
from server.people.models import Person
from server.people.service import here_now

VOLUNTEERS = (Role.VOLUNTEER, Role.TEAM_LEADER)
ANSWER_WITHIN = timedelta(hours=24)  # of an invitation
LATE = timedelta(hours=24)  # before the beginning: stepping down is shown as late


class AlreadySignedUp(Refusal):
    code, title = "already_signed_up", "您已经报过名了"
    detail = "一场只能报一个岗位；想换岗位请先退出"


class TooLateToSignUp(Refusal):
    code, title = "too_late_to_sign_up", "这一场报不了名了"
    detail = "它已经结束或取消，看看别的场次吧"


def is_seated(session_id: int, person_ids: tuple[int, ...]) -> bool:
    mine = Signup.session_id == session_id, Signup.person_id.in_(person_ids)
    return db.session.scalar(select(exists().where(*mine, Signup.state.in_(SEATED))))


def add_post(session: Session, form: dict) -> Post:
    post = Post(session_id=session.id, **form)
    db.session.add(post)
    db.session.flush()
    return post


def sign_up(post: Post, person_id: int, form: dict, *, by: Actor) -> Signup:
    """A seat if there is one, else a place in the waiting list. The road holds the post."""
    session = db.session.get_one(Session, post.session_id)
    if session.state is not SessionState.PUBLISHED or session.ends_at <= clock.now():
        raise TooLateToSignUp
    here_now(person_id)
    live = Signup.session_id == session.id, Signup.person_id == person_id, Signup.is_live()
    if db.session.scalar(select(Signup.id).where(*live)):
        raise AlreadySignedUp
    signup = Signup(session_id=session.id, post_id=post.id, person_id=person_id)
    signup.entered_by_id, signup.team_id = by.id, form.get("team_id")
    signup.state = WAITING
    begin(signup, "sign_up", by=by)
    if post.taken < post.capacity:
        _seat(signup, post, by=by)
    return signup


def withdraw(signup: Signup, *, by: Actor) -> Signup:
    """The seat goes to whoever waits longest, who is asked and has a day to say yes."""
    had_seat = signup.state.has("seat")
    session = db.session.get_one(Session, signup.session_id)
    signup.late = had_seat and clock.now() > session.starts_at - LATE
    move(signup, "withdraw", by=by)
    if had_seat:
        free(_locked(signup.post_id), session)
    return signup


def free(post: Post, session: Session) -> None:
    """A seat of this post, which the caller has locked, is free again."""
    first = select(Signup).where(Signup.post_id == post.id, Signup.state == WAITING)
    lock = first.order_by(Signup.id).limit(1).with_for_update(skip_locked=True, of=Signup)
    waiting = db.session.scalar(lock)
    if waiting is None or session.starts_at <= clock.now():
        post.taken -= 1
        return
    invite(waiting, session)


def invite(signup: Signup, session: Session) -> None:
    move(signup, "invite", by=Job("invite"), channel="job")
    signup.confirm_by = min(clock.now() + ANSWER_WITHIN, session.starts_at)
    defer("occasions.lapse_invitation", at=signup.confirm_by, signup_id=signup.id)
    when = f"{clock.local(signup.confirm_by):%m月%d日 %H:%M}"
    words = f"{session.title}有了空位，请在{when}前确认；不来也请说一声，好让给下一位"
    reason = f"signup:{signup.id}:invited:person:{signup.person_id}"
    tell(signup.person_id, "轮到您了", words, reason=reason, link=("session", session.id))


def confirm(signup: Signup, *, by: Actor) -> Signup:
    move(signup, "confirm", by=by)
    return signup


def lapse(signup: Signup) -> None:
    move(signup, "lapse", by=Job("lapse_invitation"), channel="job")
    free(_locked(signup.post_id), db.session.get_one(Session, signup.session_id))


def walk_in(spot: Place, known: Known, *, by: Actor) -> Refused | None:
    """Somebody who came without signing up: a seat marked so, if a post has room; else why not."""
    person = db.session.get_one(Person, known.id)
    roles = {g.role for g in person.live_grants if spot.path.startswith(g.area.path)}
    if roles & set(RUNS_IT):
        return Refused.OFFICIAL
    if not roles & set(VOLUNTEERS):
        return Refused.NOT_VOLUNTEER
    room = select(Post).where(Post.session_id == spot.id, Post.taken < Post.capacity)
    lock = room.order_by(Post.steward, Post.id).limit(1).with_for_update(key_share=True)
    post = db.session.scalar(lock)
    if post is None:
        return Refused.NO_ROOM
    signup = Signup(session_id=spot.id, post_id=post.id, person_id=known.id, walk_in=True)
    signup.entered_by_id, signup.state = by.id, WAITING
    begin(signup, "walk_in", by=by)
    _seat(signup, post, by=by)
    return None


def _seat(signup: Signup, post: Post, *, by) -> None:
    move(signup, "seat", by=by)
    post.taken += 1


def _locked(post_id: int) -> Post:
    query = select(Post).where(Post.id == post_id).with_for_update(key_share=True)
    return db.session.scalars(query.execution_options(populate_existing=True)).one()
