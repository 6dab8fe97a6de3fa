"""Posts of a session: added, changed, removed, as long as it is not over."""

from sqlalchemy import exists, or_, select, update
from sqlalchemy.exc import IntegrityError

from schemas.occasions import SIGNED
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.occasions.models import Session
from server.occasions.parts import Line, Post, Signup
from server.occasions.service import rewards, seats
from server.occasions.service.gates import still_ready


class SessionOver(Refusal):
    code, title = "session_over", "这一场已经结束或取消"
    detail = "岗位不能再改了"


class PostTaken(Refusal):
    code, title = "post_taken", "有人报过名了"

    def __init__(self, detail: str, **problems: str):
        super().__init__(detail, **problems)


class NoDoor(Refusal):
    """Whoever would scan others has not been chosen for it."""

    code, title = "no_door", "这个岗位不能改成签到的岗位"
    detail = "里面有孩子，或有人在候补。请另加一个签到岗位，再替人报名"


class PostInUse(Refusal):
    code, title = "post_in_use", "摊位还用着这个岗位"
    detail = "请先在摊位里换掉这个岗位，再删除"


def _must_not_be_over(session: Session) -> None:
    if session.state.has("over") or session.ends_at <= clock.now():
        raise SessionOver


def add_post(session: Session, form: dict) -> Post:
    _must_not_be_over(session)
    post = Post(session_id=session.id, **form)
    db.session.add(post)
    db.session.flush()
    rewards.plan_again(session)
    return post


def change_post(post: Post, form: dict) -> Post:
    """The road holds the post. New seats go to whoever waits longest; a seat that somebody has is
    not taken away."""
    _must_not_be_over(post.session)
    if form["capacity"] < post.taken:
        words = f"已经有 {post.taken} 人，不能少于这个数；请先和他们商量退出"
        raise PostTaken(words, capacity=f"不能少于 {post.taken} 人")
    if form["steward"] and not post.steward:
        _must_be_chosen(post)
    for name, value in form.items():
        setattr(post, name, value)
    db.session.flush()
    rewards.plan_again(post.session)
    seats.fill(post)
    return post


def _must_be_chosen(post: Post) -> None:
    """The desk sees whom it turns into stewards: grown-ups who have a place, nobody who waits."""
    here = Signup.post_id == post.id, Signup.is_live()
    others = or_(Signup.child, Signup.state != SIGNED)
    if db.session.scalar(select(exists().where(*here, others))):
        raise NoDoor


def remove_post(post: Post) -> Post:
    """Only if nobody ever signed up: a place that somebody left is a record."""
    _must_not_be_over(post.session)
    if db.session.scalar(select(exists().where(Signup.post_id == post.id))):
        raise PostTaken("有人报过名的岗位不能删除；不要人了可以把人数改小")
    db.session.execute(update(Line).where(Line.post_id == post.id).values(post_id=None))
    try:
        with still_ready(post.session), db.session.begin_nested():
            db.session.delete(post)
    except IntegrityError as error:
        raise PostInUse from error
    rewards.plan_again(post.session)
    return post
