"""Who may see and do what with lines, numbers and head-counts."""

from sqlalchemy import false, or_, select

from schemas.occasion_words import OccasionKind
from schemas.occasions import SIGNED
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Headcount, Line, Post, QueueNumber, Signup
from server.occasions.rules import (
    RUNS_IT,
    are_at_work,
    at_work,
    is_steward,
    runs,
    visible_sessions,
)
from server.people.actor import Actor, within


def visible_lines(actor: Actor | None):
    return Line.session_id.in_(select(Session.id).where(visible_sessions(actor)))


def visible_numbers(actor: Actor | None):
    """One's own and those one waits for; the desk's; and those of the lines one works."""
    if actor is None:
        return false()
    here = select(Session.id).where(within(Session.area_id, actor.paths(*RUNS_IT)))
    mine = select(Signup.id).where(Signup.person_id.in_(actor.ids), Signup.state == SIGNED)
    mine = mine.join(Session, Session.id == Signup.session_id).where(*are_at_work())
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
    return bool(lines_worked(actor, [line]))


def lines_worked(actor: Actor, lines: list[Line]) -> set[int]:
    """Of these the ids of those they work: they run the session, or it is on and they stand at its
    door or hold the post that works the line. One statement, however many lines there are."""
    run = {line.id for line in lines if runs(actor, line.session.area.path)}
    others = [line for line in lines if line.id not in run and at_work(line.session)]
    if not others:
        return run
    mine = Signup.person_id.in_(actor.ids), Signup.state == SIGNED
    held = select(Signup.session_id, Signup.post_id, Post.steward).join(Post)
    there = Signup.session_id.in_({line.session_id for line in others})
    seats = db.session.execute(held.where(*mine, there)).all()
    doors = {session_id for session_id, _, steward in seats if steward}
    posts = {post_id for _, post_id, _ in seats}
    return run | {n.id for n in others if n.session_id in doors or n.post_id in posts}


call_next = list_numbers = works_line


def take_number(actor: Actor, line: Line, form: dict) -> bool:
    """Anybody, for themselves or somebody they call by name; the desk for whom it knows."""
    return "person_id" not in form or runs(actor, line.session.area.path)


def works_number(actor: Actor, number: QueueNumber, form=None) -> bool:
    """Not one's own: whoever waits does not say that they were served."""
    return number.person_id not in actor.ids and works_line(actor, number.line)


call_number = call_again = serve_number = fail_number = correct_number = works_number


def leave_line(actor: Actor, number: QueueNumber, form=None) -> bool:
    return is_own(actor, number) or works_line(actor, number.line)


show_number = leave_line


def reads_name(actor: Actor, number: QueueNumber) -> bool:
    """Who comes to a reception day is read by whoever may hear them there: an administrator runs
    it, and calls numbers."""
    path = number.session.area.path
    only_runs = runs(actor, path) and not actor.works_at(path)
    heard = number.session.kind is OccasionKind.RECEPTION
    return not (heard and only_runs) or is_own(actor, number) or number.entered_by_id in actor.ids


def rebook(actor: Actor, number: QueueNumber, form=None) -> bool:
    """Who has it or waits for it; the desk, for whoever telephones."""
    return is_own(actor, number) or runs(actor, number.session.area.path)


def counts_heads(actor: Actor, session: Session, form=None) -> bool:
    return runs(actor, session.area.path) or is_steward(actor, session)


add_headcount = list_headcounts = counts_heads


def visible_headcounts(actor: Actor | None):
    if actor is None:
        return false()
    here = select(Session.id).where(within(Session.area_id, actor.paths(*RUNS_IT)))
    return or_(Headcount.counted_by_id.in_(actor.ids), Headcount.session_id.in_(here))


def strike_headcount(actor: Actor, row: Headcount) -> bool:
    """Whoever counted, and the desk."""
    return row.counted_by_id in actor.ids or runs(actor, row.session.area.path)
