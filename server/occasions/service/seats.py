"""The seats of a post: taken, freed, and offered to whoever waits longest.

Locks, always in this order: persons, one sign-up, its post, those who wait for it. The post is held
for as long as it takes to count, so fifty people at once fill ten places and queue in order."""

from datetime import timedelta

from sqlalchemy import Select, exists, func, select

from schemas.occasions import WAITING, SessionState
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound, Refusal
from server.core.jobs import defer
from server.core.moves import Job, move
from server.messages.service import tell
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.service.deriving import derive_seated
from server.occasions.service.involved import as_it_is_now
from server.occasions.service.wording import day_and_time

ANSWER_WITHIN = timedelta(hours=24)  # of an invitation


class TooLateToSignUp(Refusal):
    code, title = "too_late_to_sign_up", "这一场报不了名了"
    detail = "它还没有发布，或者已经结束、取消，看看别的场次吧"


def must_be_open(session: Session) -> None:
    if session.state is not SessionState.PUBLISHED or session.ends_at <= clock.now():
        raise TooLateToSignUp


def locked(post_id: int) -> Post:
    """As it is now, and nobody else's until this transaction ends; it may be gone."""
    query = select(Post).where(Post.id == post_id).with_for_update(key_share=True, of=Post)
    post = db.session.scalar(query.execution_options(populate_existing=True))
    if post is None:
        raise NotFound
    return post


def is_free(post: Post) -> bool:
    """A seat for whoever asks now. Once it has begun nobody who waits is asked any more, and yet
    nobody passes them from elsewhere."""
    waits = Signup.post_id == post.id, Signup.state == WAITING
    return post.taken < post.capacity and not db.session.scalar(select(exists().where(*waits)))


def seat(signup: Signup, post: Post, *, by) -> None:
    """The caller holds the post and knows that there is room. Who was scanned without network
    before, and served, has it counted from now on."""
    move(signup, "seat", by=by)
    post.taken += 1
    db.session.flush()
    derive_seated(signup.session_id, signup.person_id)


def free(post: Post) -> None:
    """One seat of this post, which the caller holds, is free again."""
    post.taken -= 1
    fill(post)


def fill(post: Post) -> None:
    """Whoever waits longest is asked, seat by seat. Nobody any more once it has begun: who then
    stands there is a walk-in."""
    db.session.flush()
    session = as_it_is_now(post.session_id)
    if session.state is not SessionState.PUBLISHED or session.starts_at <= clock.now():
        return
    while post.taken < post.capacity and (waiting := _first(post)):
        post.taken += 1
        invite(waiting, session)


def _first(post: Post) -> Signup | None:
    """Somebody who steps down at this moment is waited for, and passed over."""
    query = select(Signup).where(Signup.post_id == post.id, Signup.state == WAITING)
    lock = query.order_by(Signup.id).limit(1).with_for_update(key_share=True, of=Signup)
    return db.session.scalar(lock.execution_options(populate_existing=True))


def invite(signup: Signup, session: Session) -> None:
    """The seat is theirs until they answer, or a day has passed, or it begins."""
    move(signup, "invite", by=Job("invite"), channel="job")
    signup.confirm_by = min(clock.now() + ANSWER_WITHIN, session.starts_at)
    defer("occasions.lapse_invitation", at=signup.confirm_by, signup_id=signup.id)
    words = f"{session.title}有了空位，请在{day_and_time(signup.confirm_by)}前确认"
    words = f"{words}；不来也请说一声，好让给下一位。"
    tell_signup(signup, "有空位了，等您确认", words, event="invited")


def tell_signed_up(signup: Signup, post: Post, *, by) -> None:
    """By somebody else: they can still say no."""
    session = post.session
    words = f"{by.name}替您报了{session.title}的“{post.label}”（{signup.state.label}），"
    words = f"{words}{day_and_time(session.starts_at)}开始。不去请退出。"
    tell_signup(signup, "替您报了名", words, event="signed_up")


def tell_signup(signup: Signup, title: str, words: str, *, event: str) -> None:
    """Whoever signed up, or the guardian of a child; each event of a place once."""
    person_id = signup.guardian_id or signup.person_id
    reason = f"signup:{signup.id}:{event}:person:{person_id}"
    tell(person_id, title, words, reason=reason, link=("session", signup.session_id))


def ranks(signups: list[Signup]) -> dict[int, int]:
    """Of those who wait, by sign-up: the how-manieth in their post's list; one statement."""
    posts = {signup.post_id for signup in signups if signup.state is WAITING}
    if not posts:
        return {}
    place = func.row_number().over(partition_by=Signup.post_id, order_by=Signup.id)
    waiting: Select = select(Signup.id, place)
    waiting = waiting.where(Signup.post_id.in_(posts), Signup.state == WAITING)
    return dict(db.session.execute(waiting).all())
