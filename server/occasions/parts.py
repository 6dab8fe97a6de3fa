"""What hangs on a session: posts and who signed up, lines and their numbers, head-counts. Teams are
in teams.py."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.occasions import NUMBER_FLOW, SIGNUP_FLOW, NumberState, SignupState
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, state_column
from server.core.moves import Flowing
from server.occasions.models import Session
from server.occasions.teams import Team
from server.people.models import Person

LIVE = "state IN ({})".format(", ".join(f"'{state}'" for state in SignupState.having("live")))
WAITS = "state IN ({})".format(", ".join(f"'{state}'" for state in NumberState.having("live")))


class Post(db.Model):
    """A duty at a session: what is to be done, by how many, and how many must at least be there.
    `taken` is counted by guarded updates: fifty people at once fill ten places and no more."""

    __tablename__ = "posts"
    __table_args__ = (
        CheckConstraint("taken BETWEEN 0 AND capacity", name="taken_fits"),
        CheckConstraint("minimum BETWEEN 0 AND capacity", name="minimum_fits"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    label: Mapped[str]  # 引导、理发、量血压
    steward: Mapped[bool] = mapped_column(default=False)  # whoever holds it may scan
    skill: Mapped[str]  # what one must be able to do; may be empty
    capacity: Mapped[int]
    minimum: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)

    session: Mapped[Session] = relationship()


class Signup(Flowing, db.Model):
    """Somebody's place at a post, or their turn to get one. The id is the order of waiting."""

    __tablename__ = "signups"
    __table_args__ = (
        Index(
            "uq_signups_live", "session_id", "person_id", unique=True, postgresql_where=text(LIVE)
        ),
        Index("ix_signups_person_id", "person_id", "session_id"),
    )
    flow = SIGNUP_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"), index=True)
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    child: Mapped[bool] = mapped_column(default=False)  # under 14: a guardian agreed
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    guardian_name: Mapped[str | None] = mapped_column(Encrypted)
    guardian_phone: Mapped[str | None] = mapped_column(Encrypted)
    state: Mapped[SignupState] = state_column(SIGNUP_FLOW)
    walk_in: Mapped[bool] = mapped_column(default=False)
    late: Mapped[bool] = mapped_column(default=False)  # withdrew within a day of the beginning
    confirm_by: Mapped[datetime | None]  # of an invitation
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    session: Mapped[Session] = relationship()
    post: Mapped[Post] = relationship()
    team: Mapped[Team | None] = relationship()

    @classmethod
    def is_live(cls):
        return cls.state.in_(SignupState.having("live"))


class Line(db.Model):
    """A line of people who wait for one service. `last` is the number given out last; `capacity`
    how many there are at all, None: as many as come. With `slot_minutes` each number has a time of
    its own: the first at the beginning, the next so many minutes later. `chosen`: whoever books
    chooses among the times, and `last` is how many were given; `kept` of them are for whoever comes
    without having booked."""

    __tablename__ = "lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    label: Mapped[str]
    capacity: Mapped[int | None]
    last: Mapped[int] = mapped_column(default=0)
    slot_minutes: Mapped[int | None]
    chosen: Mapped[bool] = mapped_column(default=False)
    kept: Mapped[int] = mapped_column(default=0)
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id"), index=True)  # who works it

    session: Mapped[Session] = relationship()


class QueueNumber(Flowing, db.Model):
    """7 号: of a person, or of a name called out, or for a matter elsewhere (a wish). Of a health
    check nothing is kept but that it was served. `told_id`: whose telephone says that it is their
    turn: their own or a relative's; None: they are called out only."""

    __tablename__ = "queue_numbers"
    __table_args__ = (
        Index(
            "uq_queue_numbers_n",
            "line_id",
            "n",
            unique=True,
            postgresql_where=text("state <> 'left'"),  # of a line with times to choose: free again
        ),
        Index("ix_queue_numbers_line_id_n", "line_id", "n", "id"),
        Index(
            "uq_queue_numbers_waits",
            "line_id",
            "person_id",
            unique=True,
            postgresql_where=text(f"person_id IS NOT NULL AND {WAITS}"),
        ),
        Index("ix_queue_numbers_subject", "subject_kind", "subject_id"),
    )
    flow = NUMBER_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("lines.id"))
    n: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    called: Mapped[str | None] = mapped_column(Encrypted)  # how a walk-in is called out
    told_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    subject_kind: Mapped[str | None]  # "tickets"
    subject_id: Mapped[int | None]
    topic: Mapped[str | None] = mapped_column(Encrypted)  # what about; forgotten a day later
    turn_at: Mapped[datetime | None]  # of a time that was chosen; put off, later
    called_to: Mapped[int | None]  # the table to which they were called last
    state: Mapped[NumberState] = state_column(NUMBER_FLOW)
    outcome: Mapped[str | None]  # a code that the desk's stall knows: repaired, beyond_repair …
    reason: Mapped[str | None] = mapped_column(Encrypted)  # why it could not be done
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    done_at: Mapped[datetime | None]

    line: Mapped[Line] = relationship()
    session: Mapped[Session] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])


class Headcount(db.Model):
    """How many came, counted by eye: apart from named visitors, and never added to them. Struck
    out, it stays to be read and is no part of any figure."""

    __tablename__ = "headcounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    count: Mapped[int]
    counted_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    counted_at: Mapped[datetime] = mapped_column(default=clock.now)
    struck_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    struck_at: Mapped[datetime | None]

    session: Mapped[Session] = relationship()
    counted_by: Mapped[Person] = relationship(foreign_keys=[counted_by_id])
