"""Places at posts: signing up, waiting for one, saying yes, stepping down."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import exists, func, select

from schemas.occasion_words import Capacity
from schemas.occasions import SEATED, SIGNED, SessionState
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.moves import Job, begin, move
from server.messages.service import tell
from server.occasions.parts import Post, Signup
from server.occasions.presence import Attendance
from server.occasions.rules import runs
from server.occasions.service import fitness, seats
from server.occasions.service.bearers import bearer, means
from server.occasions.service.involved import as_it_is_now
from server.occasions.service.walk_ins import walk_in
from server.occasions.service.whom import ids_of, must_not_work_here, whom
from server.people.actor import Actor
from server.people.models import Person
from server.people.service import here_now

__all__ = ["confirm", "is_seated", "lapse", "place", "sign_up", "walk_in", "who_came", "withdraw"]

DUTY = Attendance.capacity == Capacity.DUTY
LATE = timedelta(hours=24)  # before the beginning: stepping down is shown as late


class AlreadySignedUp(Refusal):
    code, title = "already_signed_up", "已经报过名了"
    detail = "一场只能报一个岗位；想换岗位请先退出"


class TooLateToWithdraw(Refusal):
    code, title = "too_late_to_withdraw", "这一场不用退了"
    detail = "它已经结束或取消"


class AlreadyThere(Refusal):
    code, title = "already_there", "已经签到了"
    detail = "要走的话请签退，已经服务的时间照样计"


def is_seated(session_id: int, person_ids: tuple[int, ...]) -> bool:
    mine = Signup.session_id == session_id, Signup.person_id.in_(person_ids)
    return db.session.scalar(select(exists().where(*mine, Signup.state.in_(SEATED))))


def sign_up(post: Post, form: dict, *, by: Actor) -> Signup:
    """A seat if there is one, else a place in the waiting list. The desk vouches for whomever it
    signs up; others must fit the post."""
    session = post.session
    seats.must_be_open(session)
    person = whom(session, form, by=by)
    known = {"team_id": form.get("team_id"), "child": form["child"]}
    if form["child"]:
        known |= {name: form[name] for name in ("guardian_name", "guardian_phone")}
        known["guardian_id"] = None if runs(by, session.area.path) else by.id
    signup = place(post, person, known, by=by, vouched=runs(by, session.area.path))
    if person.id not in by.ids and not form["child"]:
        seats.tell_signed_up(signup, post, by=by)
    return signup


def place(post: Post, person: Person, known: dict, *, by: Actor, vouched: bool) -> Signup:
    """The persons first, then the post: whoever closes their account at this moment waits for us,
    or we for them."""
    here_now(person.id)
    must_not_work_here(person, post.session)
    ids = ids_of(person)
    fitness.must_belong(known.get("team_id"), ids)
    if not vouched:
        fitness.must_fit(person, ids, post, child=known.get("child", False))
    post = seats.locked(post.id)
    fitness.may_stand_at_the_door(post, child=known.get("child", False), vouched=vouched)
    seats.must_be_open(as_it_is_now(post.session_id))
    live = Signup.session_id == post.session_id, Signup.person_id.in_(ids), Signup.is_live()
    if db.session.scalar(select(Signup.id).where(*live)):
        raise AlreadySignedUp
    free = seats.is_free(post)
    signup = Signup(session_id=post.session_id, post_id=post.id, person_id=person.id, **known)
    signup.entered_by_id = by.id
    begin(signup, "sign_up", by=by, on_behalf_of=None if person.id in by.ids else person)
    if free:
        seats.seat(signup, post, by=by)
        _scan_again(signup, ids)
    return signup


def _scan_again(signup: Signup, ids: tuple[int, ...]) -> None:
    """They are there as a visitor: hours begin with a scan that says they serve."""
    there = Attendance.session_id == signup.session_id, Attendance.person_id.in_(ids)
    inside = Attendance.in_at.is_not(None), Attendance.out_at.is_(None)
    if db.session.scalar(select(exists().where(*there, *inside, ~DUTY))):
        words = f"您刚才签的是来访。现在开始{signup.post.label}，请再扫一次签到码，时长从那时算起。"
        seats.tell_signup(signup, "请再签到一次", words, event="scan_again")


def withdraw(signup: Signup, *, by: Actor) -> Signup:
    """The seat goes to whoever waits longest, who is asked and has a day to say yes."""
    session = signup.session
    if session.state is not SessionState.PUBLISHED or session.ends_at <= clock.now():
        raise TooLateToWithdraw
    if has_come(signup):
        raise AlreadyThere
    step_down(signup, by=by)
    if by.id not in (signup.person_id, signup.guardian_id) and signup.person_id not in by.ids:
        words = f"{by.name}替您退出了{session.title}的“{signup.post.label}”。有疑问请问社区。"
        seats.tell_signup(signup, "替您退出了", words, event="withdrawn")
    return signup


def step_down(signup: Signup, *, by) -> None:
    """The caller holds the sign-up, which is live."""
    session, had_seat = signup.session, signup.state.has("seat")
    signup.late = signup.state is SIGNED and clock.now() > session.starts_at - LATE
    move(signup, "withdraw", by=by)
    if had_seat:
        seats.free(seats.locked(signup.post_id))
    if signup.late and session.lead_id:
        words = f"{signup.person.display_name}临时来不了{session.title}的“{signup.post.label}”。"
        reason = f"signup:{signup.id}:late:person:{session.lead_id}"
        tell(session.lead_id, "有人临时退出", words, reason=reason, link=("session", session.id))


def has_come(signup: Signup) -> bool:
    there = Attendance.session_id == signup.session_id, Attendance.in_at.is_not(None)
    mine = means(Attendance.person_id, bearer(signup.person_id))
    return db.session.scalar(select(exists().where(*there, mine, DUTY)))


def who_came(rows: Sequence[Signup]) -> set[int]:
    """Of these those who have checked in: their ids, in one statement."""
    came = Attendance.session_id == Signup.session_id, Attendance.in_at.is_not(None), DUTY
    same = means(Attendance.person_id, bearer(Signup.person_id))
    query = select(Signup.id).where(Signup.id.in_([row.id for row in rows]))
    return set(db.session.scalars(query.where(exists().where(*came, same))))


def confirm(signup: Signup, *, by: Actor) -> Signup:
    """As long as the seat is kept for them, even a little after the hour that was named."""
    seats.must_be_open(signup.session)
    move(signup, "confirm", by=by)
    return signup


def lapse(signup: Signup) -> None:
    """Nobody answered in time: the next one is asked. Whoever came instead of answering has said
    yes by that."""
    job = Job("lapse_invitation")
    if has_come(signup):
        move(signup, "confirm", by=job, channel="job")
        return
    move(signup, "lapse", by=job, channel="job")
    seats.free(seats.locked(signup.post_id))
    if signup.session.state is not SessionState.PUBLISHED:
        return
    words = f"{signup.session.title}的空位没有等到您确认，让给下一位了。想去可以再报名排队。"
    seats.tell_signup(signup, "空位让给下一位了", words, event="lapsed")


def late_withdrawals(person_ids: tuple[int, ...]) -> int:
    """How often somebody stepped down within a day of the beginning: in their own record."""
    late = Signup.person_id.in_(person_ids), Signup.late
    return db.session.scalar(select(func.count()).where(*late))
