"""What a reception day has besides: its tables and line, its seats, its agenda, and what was said
there. The usual of a series is copied into each of its sessions, and may be changed there."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.reception_words import AGENDA_FLOW, AgendaState, AgendaWhy, Party, SeatState, Source
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, enum_column, state_column
from server.core.moves import Flowing
from server.occasions.models import Session
from server.occasions.parts import Line
from server.people.places import Unit
from server.tickets.models import Ticket


class ReceptionPlan(db.Model):
    """The usual of a series: how many tables, minutes for each, how many kept for the door."""

    __tablename__ = "reception_plans"

    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"), primary_key=True)
    tables: Mapped[int]
    slot_minutes: Mapped[int]
    kept: Mapped[int]


class UsualSeat(db.Model):
    """Whom a series expects each time."""

    __tablename__ = "usual_seats"

    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"), index=True)
    party: Mapped[Party] = enum_column(Party)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    words: Mapped[str]

    unit: Mapped[Unit | None] = relationship()


class ReceptionDay(db.Model):
    """A session's tables and its line. `changed`: set here, so that the series does not set it out
    anew. Of what was reported there is no line."""

    __tablename__ = "reception_days"

    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    line_id: Mapped[int | None] = mapped_column(ForeignKey("lines.id"), unique=True)
    tables: Mapped[int]
    changed: Mapped[bool] = mapped_column(default=False)
    source: Mapped[Source] = enum_column(Source, default=Source.SYSTEM)

    session: Mapped[Session] = relationship()
    line: Mapped[Line | None] = relationship()


class Seat(db.Model):
    """A party at one session: a unit, or words (法律顾问 王律师). Whether it came is a mark on the
    party: no person's scan, no minutes, no points. `deputy`: which office came in its stead."""

    __tablename__ = "seats"
    __table_args__ = (
        CheckConstraint("unit_id IS NOT NULL OR words <> ''", name="somebody"),
        CheckConstraint("(state = 'deputy') = (deputy IS NOT NULL)", name="deputy_is_named"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    party: Mapped[Party] = enum_column(Party)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    words: Mapped[str]
    state: Mapped[SeatState] = enum_column(SeatState, default=SeatState.EXPECTED)
    deputy: Mapped[str | None]
    marked_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    marked_at: Mapped[datetime | None]

    session: Mapped[Session] = relationship()
    unit: Mapped[Unit | None] = relationship()

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.unit and self.unit.name, self.words) if part)


class AgendaItem(Flowing, db.Model):
    """A ticket that is to be answered at a session. Rolled, it waits for the next one of the same
    host: `rolled_to_id`, once that is there."""

    __tablename__ = "agenda_items"
    __table_args__ = (
        UniqueConstraint("session_id", "ticket_id", name="uq_agenda_items_session_ticket"),
        Index("ix_agenda_items_ticket_id", "ticket_id"),
    )
    flow = AGENDA_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"))
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    why: Mapped[AgendaWhy] = enum_column(AgendaWhy)
    state: Mapped[AgendaState] = state_column(AGENDA_FLOW)
    words: Mapped[str | None] = mapped_column(Encrypted)  # what was answered
    rolled_to_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # None: by itself
    added_at: Mapped[datetime] = mapped_column(default=clock.now)

    session: Mapped[Session] = relationship(foreign_keys=[session_id])
    ticket: Mapped[Ticket] = relationship()


class Heard(db.Model):
    """What was said at a session and became a ticket."""

    __tablename__ = "heard"

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)

    ticket: Mapped[Ticket] = relationship()


class BoardLine(db.Model):
    """What the public board of an estate says of a ticket: composed by staff, nothing personal.
    Without one it says the category alone."""

    __tablename__ = "board_lines"

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    headline: Mapped[str]
    outcome: Mapped[str]  # what came of it; may be empty
    written_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    written_at: Mapped[datetime] = mapped_column(default=clock.now)
