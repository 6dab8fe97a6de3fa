"""What the clock of a ticket keeps: limits, times of waiting, extensions, alarms."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.clock_words import AlarmLevel, ExtensionAnswer, LimitKind, LimitUnit
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, enum_column
from server.people.models import Person
from server.tickets.models import Category


class Limit(db.Model):
    """What administrators set for a category; where there is none, the defaults of service/limits
    hold. `answer_hours`: of a slip, the office hours in which it is accepted or bounced."""

    __tablename__ = "limits"
    __table_args__ = (
        UniqueConstraint("category_id", "kind"),
        CheckConstraint("(amount IS NULL) = (unit IS NULL)", name="amount_has_unit"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("categories.id"))
    kind: Mapped[LimitKind] = enum_column(LimitKind)
    amount: Mapped[int | None]
    unit: Mapped[LimitUnit | None] = enum_column(LimitUnit)
    answer_hours: Mapped[int | None]

    category: Mapped[Category] = relationship()


class Pause(db.Model):
    """A time in which the resident was asked, and the clock stood still."""

    __tablename__ = "pauses"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    since_at: Mapped[datetime]
    until_at: Mapped[datetime]


class Extension(db.Model):
    """延期: asked for by whoever has it, decided by the desk. One at a time waits."""

    __tablename__ = "extensions"
    __table_args__ = (
        Index(
            "uq_extensions_open", "ticket_id", unique=True, postgresql_where=text("answer IS NULL")
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    days: Mapped[int]  # working days
    reason: Mapped[str] = mapped_column(Encrypted)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    answer: Mapped[ExtensionAnswer | None] = enum_column(ExtensionAnswer)
    words: Mapped[str | None] = mapped_column(Encrypted)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    decided_at: Mapped[datetime | None]
    due_before: Mapped[datetime]
    due_after: Mapped[datetime | None]

    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])


class Escalation(db.Model):
    """An alarm that was given: once for each round, level and due date, whoever gave it."""

    __tablename__ = "escalations"
    __table_args__ = (
        UniqueConstraint(
            "ticket_id",
            "round",
            "level",
            "due_at",
            "assignment_id",
            name="uq_escalations_once",
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    round: Mapped[int]
    level: Mapped[AlarmLevel] = enum_column(AlarmLevel)
    due_at: Mapped[datetime]
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignments.id"))  # unanswered
    told: Mapped[int]  # how many persons
    fired_at: Mapped[datetime] = mapped_column(default=clock.now)
