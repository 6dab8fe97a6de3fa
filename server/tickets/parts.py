"""What hangs on a ticket: assignments, ratings, call-backs, notes, support, files."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.ticket_words import RatingRoute, Satisfied, Solved
from schemas.tickets import ASSIGNMENT_FLOW, AssignmentState
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, enum_column, state_column
from server.core.moves import Flowing
from server.files.models import File
from server.people.models import Person
from server.people.places import Unit
from server.tickets.clocked import Limited
from server.tickets.models import Ticket

LIVE = "state IN ({})".format(", ".join(f"'{state}'" for state in AssignmentState.having("live")))


class Assignment(Limited, Flowing, db.Model):
    """Who does it, or was asked to: a claim, a slip, a part of a joint slip. One lead."""

    __tablename__ = "assignments"
    __table_args__ = (
        CheckConstraint("num_nonnulls(person_id, unit_id) = 1", name="one_doer"),
        Index(
            "uq_assignments_lead",
            "ticket_id",
            unique=True,
            postgresql_where=text(f"role = 'lead' AND {LIVE}"),
        ),
        Index(
            "uq_assignments_person",
            "ticket_id",
            "person_id",
            unique=True,
            postgresql_where=text(f"person_id IS NOT NULL AND ({LIVE} OR state = 'asked')"),
        ),
        Index(
            "uq_assignments_unit",
            "ticket_id",
            "unit_id",
            unique=True,
            postgresql_where=text(f"unit_id IS NOT NULL AND {LIVE}"),
        ),
    )
    flow = ASSIGNMENT_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    role: Mapped[str]  # lead | co | doer
    part: Mapped[str]  # of a joint slip, in words; else empty
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)
    state: Mapped[AssignmentState] = state_column(ASSIGNMENT_FLOW)
    due_at: Mapped[datetime | None]  # of its own; read, it is never after the ticket's
    answer_by: Mapped[datetime | None]  # until when an offer is to be accepted or bounced
    reason: Mapped[str | None] = mapped_column(Encrypted)  # of a bounce or release
    outcome: Mapped[str | None] = mapped_column(Encrypted)  # of a part: what was done
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # None: a job
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    accepted_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    late: Mapped[bool] = mapped_column(default=False)  # done after it was due, once or more
    changed_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)

    ticket: Mapped[Ticket] = relationship(back_populates="assignments")
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id], lazy="joined")
    unit: Mapped[Unit | None] = relationship(lazy="joined")

    @property
    def is_part(self) -> bool:
        """Of a joint slip, beside the lead."""
        return self.role == "co"


class Rating(db.Model):
    """The resident's word on one round; never overwritten."""

    __tablename__ = "ratings"
    __table_args__ = (UniqueConstraint("ticket_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    round: Mapped[int]
    rater_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))  # whose word it is
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))  # who wrote it down
    route: Mapped[RatingRoute] = enum_column(RatingRoute)
    solved: Mapped[Solved] = enum_column(Solved)
    satisfied: Mapped[Satisfied | None] = enum_column(Satisfied)
    words: Mapped[str | None] = mapped_column(Encrypted)
    rated_at: Mapped[datetime] = mapped_column(default=clock.now)

    recorded_by: Mapped[Person] = relationship(foreign_keys=[recorded_by_id])


class CallBack(db.Model):
    """A call to somebody who has not rated, and whether they were reached."""

    __tablename__ = "call_backs"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    caller_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    reached: Mapped[bool]
    words: Mapped[str | None] = mapped_column(Encrypted)
    called_at: Mapped[datetime] = mapped_column(default=clock.now)


class Note(db.Model):
    """A line of progress, a question, an answer. `for_staff`: the resident does not see it."""

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    for_staff: Mapped[bool]
    words: Mapped[str] = mapped_column(Encrypted)
    written_at: Mapped[datetime] = mapped_column(default=clock.now)

    author: Mapped[Person] = relationship()


class Support(db.Model):
    """「我也是」: one more household with the same need."""

    __tablename__ = "supports"
    __table_args__ = (UniqueConstraint("ticket_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    since_at: Mapped[datetime] = mapped_column(default=clock.now)


class TicketFile(db.Model):
    """A picture or a voice note of a ticket: before, after, voice, paper."""

    __tablename__ = "ticket_files"

    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    purpose: Mapped[str]

    file: Mapped[File] = relationship()
