"""A session prepared like an earlier one: its duties and lines, and what its desk adds."""

from collections.abc import Callable

from sqlalchemy import exists, or_, select

from schemas.flow import IllegalMove
from schemas.occasion_words import OccasionKind
from schemas.occasions import PLANNED
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.occasions.models import Session
from server.occasions.parts import Line, Post
from server.occasions.service.lines import slots
from server.people.actor import Actor

OF_POSTS = ("label", "steward", "skill", "capacity", "minimum")
OF_LINES = ("label", "capacity", "slot_minutes", "chosen", "kept")

Same = dict[int, int]  # the id there → the id of its copy here
# What a desk copies besides (stalls), given the copies of posts and lines; by kind.
copiers: dict[OccasionKind, Callable[[Session, Session, Same, Same], None]] = {}


class NotEmpty(Refusal):
    code, title = "not_empty", "这一场已经有岗位或摊位"
    detail = "只能复制到还没有安排的场次；要改请直接改"


class DayTooShort(Malformed):
    def __init__(self, line: Line):
        words = f"“{line.label}”每个号 {line.slot_minutes} 分钟，这一场放不下；请另选一场"
        super().__init__(words, session_id=words)


def copy_from(session: Session, form: dict, *, by: Actor) -> Session:
    """The earlier one is of the same kind and area. Who led it and how it was thanked for is taken
    over where nobody has said so yet. The caller holds the session."""
    source = db.session.get(Session, form["session_id"])
    same = source is not None and source.id != session.id
    if not same or (source.area_id, source.kind) != (session.area_id, session.kind):
        raise Malformed("请另选一场", session_id="只能复制同一个小区、同一类的场次")
    if session.state.has("over"):
        raise IllegalMove("it is over")
    if _has_parts(session):
        raise NotEmpty
    posts = _copied(Post, OF_POSTS, source, session)
    lines = _copied(Line, OF_LINES, source, session, posts)
    _fit(session)
    if copy := copiers.get(session.kind):
        copy(source, session, posts, lines)
    _thank_as(session, source)
    session.lead_id = session.lead_id or source.lead_id
    record("copy_session", session, by=by, source=source.id)
    return session


def _thank_as(session: Session, source: Session) -> None:
    """In the same words and out of the same pool, as long as that is open and nothing is promised
    yet."""
    unsaid = session.pool_id is None and not session.incentive and session.state is PLANNED
    if unsaid and source.pool and not source.pool.closed_on:
        session.pool_id = source.pool_id
    session.incentive = session.incentive or source.incentive


def _fit(session: Session) -> None:
    """Of a line with times no more numbers than the new day, which may be shorter, has room for."""
    timed = Line.session_id == session.id, Line.slot_minutes.is_not(None)
    for line in db.session.scalars(select(Line).where(*timed)):
        room = slots(line, session)
        if room == 0:
            raise DayTooShort(line)
        line.capacity = line.capacity and min(line.capacity, room)


def _has_parts(session: Session) -> bool:
    parts = [exists().where(model.session_id == session.id) for model in (Post, Line)]
    return db.session.scalar(select(or_(*parts)))


def _copied(model, names, source: Session, target: Session, posts: Same | None = None) -> Same:
    rows = db.session.scalars(
        select(model).where(model.session_id == source.id).order_by(model.id)
    ).all()
    copies = [model(**{name: getattr(row, name) for name in names}) for row in rows]
    for row, copy in zip(rows, copies, strict=True):
        copy.session_id = target.id
        if posts is not None and row.post_id:
            copy.post_id = posts[row.post_id]
    db.session.add_all(copies)
    db.session.flush()
    return {row.id: copy.id for row, copy in zip(rows, copies, strict=True)}
