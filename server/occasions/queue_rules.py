"""Who may see and do what with lines, numbers and head-counts."""

from sqlalchemy import false, or_, select

from schemas.occasions import SEATED
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Line, Post, QueueNumber, Signup
from server.occasions.rules import RUNS_IT, is_steward, runs, visible_sessions
from server.people.actor import Actor, within


def visible_lines(actor: Actor | None):
    return Line.session_id.in_(select(Session.id).where(visible_sessions(actor)))


def visible_numbers(actor: Actor | None):
    """One's own and those one waits for; the desk's; and those of the lines one works."""
    if actor is None:
        return false()
    here = select(Session.id).where(within(Session.area_id, actor.paths(*RUNS_IT)))
    mine = select(Signup.id).where(Signup.person_id.in_(actor.ids), Signup.state.in_(SEATED))
    door = mine.join(Post, Post.id == Signup.post_id).where(
        Post.steward, Signup.session_id == QueueNumber.session_id
    )
    crew = mine.join(Line, Line.post_id == Signup.post_id).where(Line.id == QueueNumber.line_id)
    return or_(own_numbers(actor), QueueNumber.session_id.in_(here), door.exists(), crew.exists())


def own_numbers(actor: Actor):
    return or_(QueueNumber.person_id.in_(actor.ids), QueueNumber.told_id.in_(actor.ids))


def is_own(actor: Actor, number: QueueNumber) -> bool:
    return number.person_id in actor.ids or number.told_id in actor.ids


def works_line(actor: Actor, line: Line, form=None) -> bool:
    """Whoever runs the session, stands at its door, or holds the post that works this line."""
    session = line.session
    return runs(actor, session.area.path) or is_steward(actor, session) or _crew(actor, line)


def _crew(actor: Actor, line: Line) -> bool:
    return line.post_id is not None and line.post_id in posts_held(actor, line.session)


def posts_held(actor: Actor, session: Session) -> set[int]:
    """Where they have a seat."""
    mine = Signup.person_id.in_(actor.ids), Signup.state.in_(SEATED)
    held = select(Signup.post_id).where(Signup.session_id == session.id, *mine)
    return set(db.session.scalars(held))


call_next = list_numbers = works_line


def take_number(actor: Actor, line: Line, form: dict) -> bool:
    """Anybody, for themselves or somebody they call by name; the desk for whom it knows."""
    return "person_id" not in form or runs(actor, line.session.area.path)


def works_number(actor: Actor, number: QueueNumber, form=None) -> bool:
    """Not one's own: whoever waits does not say that they were served."""
    return number.person_id not in actor.ids and works_line(actor, number.line)


call_number = call_again = serve_number = fail_number = works_number


def leave_line(actor: Actor, number: QueueNumber, form=None) -> bool:
    return is_own(actor, number) or works_line(actor, number.line)


show_number = leave_line


def counts_heads(actor: Actor, session: Session, form=None) -> bool:
    return runs(actor, session.area.path) or is_steward(actor, session)


add_headcount = list_headcounts = counts_heads
