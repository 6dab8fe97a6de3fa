"""Stalls with their lines and what came of their numbers, in a fixed number of statements."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from schemas.market_words import OUTCOMES, Outcome
from schemas.occasions import NumberState
from server.core.db import db
from server.markets import rules
from server.markets.models import Stall
from server.occasions.parts import Post, QueueNumber
from server.people.actor import Actor
from server.people.models import Person

FOR_THE_DESK = {"change": "改摊位", "remove": "撤摊位"}
FOR_THE_CREW = {"find": "扫码找号", "print": "打印叫号单"}


def stalls(actor: Actor | None, rows: list[Stall]) -> dict:
    """All of one session; or some of them."""
    ids = [stall.line_id for stall in rows]
    loaded = select(Stall).where(Stall.line_id.in_(ids)).options(
        joinedload(Stall.line), joinedload(Stall.unit),
        joinedload(Stall.vehicle), joinedload(Stall.session)
    )  # fmt: skip
    found = db.session.scalars(loaded.order_by(Stall.id)).all()
    waiting, counts, served = _waiting(ids), _counts(ids), _served(ids)
    posts = _labels({row.line.post_id for row in found})
    held = rules.held_posts(actor, found[0].session) if found else {}
    return {
        "items": [
            _stall(row, waiting.get(row.line_id, 0), counts, served.get(row.line_id, (0, 0)))
            | {"post_label": posts.get(row.line.post_id), "actions": _actions(actor, row, held)}
            for row in found
        ]
    }


def stall(actor: Actor | None, row: Stall) -> dict:
    (shown,) = stalls(actor, [row])["items"]
    return shown


def _stall(row: Stall, waiting: int, counts: dict, served: tuple) -> dict:
    names = "id session_id kind label crew unit_id vehicle_id line_id serves"
    of_the_line = ("capacity", "slot_minutes", "last", "post_id")
    line = {name: getattr(row.line, name) for name in of_the_line}
    return {name: getattr(row, name) for name in names.split()} | line | {
        "kind_label": row.kind.label,
        "silent": row.kind.has("silent"),
        "unit_name": row.unit and row.unit.name,
        "vehicle_name": row.vehicle and row.vehicle.name,
        "waiting": waiting,
        "served_times": served[0],
        "served_persons": served[1],
        "outcomes": [_outcome(row, outcome, counts) for outcome in OUTCOMES[row.kind]],
    }  # fmt: skip


def _outcome(row: Stall, outcome: Outcome, counts: dict) -> dict:
    return {
        "outcome": outcome,
        "label": outcome.label,
        "served": outcome.has("served"),
        "kept": outcome.has("kept"),
        "why": outcome.has("why"),
        "count": counts.get((row.line_id, outcome), 0),
    }


def _actions(actor: Actor | None, row: Stall, held: dict[int, bool]) -> list[dict]:
    if actor is None or row.session.state.has("off"):
        return []
    desk = rules.change_stall(actor, row)
    crew = desk or row.line.post_id in held or any(held.values())
    offered = FOR_THE_DESK if desk and not row.session.state.has("over") else {}
    offered = offered | (FOR_THE_CREW if crew else {})
    if row.line.last:  # somebody has a number
        offered.pop("remove", None)
    return [{"action": name, "label": label} for name, label in offered.items()]


def _labels(post_ids: set) -> dict[int, str]:
    rows = select(Post.id, Post.label).where(Post.id.in_(post_ids - {None}))
    return dict(db.session.execute(rows).all())


def _waiting(ids: list[int]) -> dict[int, int]:
    """As the line itself counts them: whoever was called is at the stall and waits no more."""
    waits = QueueNumber.state == NumberState.WAITING
    query = select(QueueNumber.line_id, func.count()).where(QueueNumber.line_id.in_(ids), waits)
    return dict(db.session.execute(query.group_by(QueueNumber.line_id)).all())


def _counts(ids: list[int]) -> dict[tuple[int, str], int]:
    known = QueueNumber.line_id.in_(ids), QueueNumber.outcome.is_not(None)
    query = select(QueueNumber.line_id, QueueNumber.outcome, func.count()).where(*known)
    rows = db.session.execute(query.group_by(QueueNumber.line_id, QueueNumber.outcome))
    return {(line_id, outcome): count for line_id, outcome, count in rows}


def _served(ids: list[int]) -> dict[int, tuple[int, int]]:
    """Numbers and different people, whoever they were merged into."""
    person = func.coalesce(Person.merged_into_id, Person.id)
    query = (
        select(QueueNumber.line_id, func.count(), func.count(person.distinct()))
        .outerjoin(Person, Person.id == QueueNumber.person_id)
        .where(QueueNumber.line_id.in_(ids), QueueNumber.state == NumberState.SERVED)
    )
    return {row[0]: row[1:] for row in db.session.execute(query.group_by(QueueNumber.line_id))}
