"""Moves: the only way a state changes, and the record that it did."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from schemas.flow import Flow, State
from server.core import clock
from server.core.db import db


class Actor(Protocol):
    """Whoever does something: a person who asked, a job that fell due, a unit by a code."""

    id: int | None  # of the person
    kind: str  # person | job | unit
    name: str  # of the job; by what a unit was known
    unit_id: int | None  # for which unit the person acts


@dataclass(frozen=True)
class Job:
    """A job as an actor: `move(ticket, "lapse", by=Job("close_unrated"))`."""

    name: str
    id: int | None = None
    kind: str = "job"
    unit_id: int | None = None


class Move(db.Model):
    """Who took which row from where to where, for whom and by which channel. Written once, never
    edited (a trigger sees to it); it holds ids and words of the flow, never personal values."""

    __tablename__ = "moves"
    __table_args__ = (Index("ix_moves_subject", "subject_kind", "subject_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str]  # "tickets"
    subject_id: Mapped[int]
    action: Mapped[str]
    before: Mapped[str | None]  # nothing before the first
    after: Mapped[str]
    actor_kind: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    actor_name: Mapped[str]  # of a job; empty for a person
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    on_behalf_of_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    channel: Mapped[str]
    known: Mapped[dict] = mapped_column(JSONB, default=dict)  # ids and codes that explain it
    moved_at: Mapped[datetime] = mapped_column(default=clock.now)


class Flowing:
    """Mixed into every model that has a `state`."""

    flow: Flow
    state: Mapped[State]


def move(
    row: Flowing, action: str, *, by: Actor, on_behalf_of=None, channel="app", **known
) -> None:
    """One step on, or IllegalMove. The caller holds the lock on `row`. `known`: ids and codes."""
    before = row.state
    row.state = row.flow.after(before, action)
    _record(row, action, before, by, on_behalf_of, channel, known)


def begin(
    row: Flowing, action: str, *, by: Actor, on_behalf_of=None, channel="app", **known
) -> None:
    """The first record in the life of a new row; flushes, for the record needs the row's id."""
    db.session.add(row)
    db.session.flush()
    _record(row, action, None, by, on_behalf_of, channel, known)


def _record(row, action, before, by, on_behalf_of, channel, known) -> None:
    record = Move(
        subject_kind=row.__tablename__,
        subject_id=row.id,
        action=action,
        before=before,
        after=row.state,
        actor_kind=by.kind,
        actor_id=by.id,
        actor_name="" if by.kind == "person" else by.name,
        unit_id=by.unit_id,
        on_behalf_of_id=on_behalf_of and on_behalf_of.id,
        channel=channel,
        known=known,
    )
    db.session.add(record)
