"""Presence: every scan as it was made, and per person and session what follows from them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint, and_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.occasion_words import Capacity, Direction, Route
from schemas.occasions import REPAIR_FLOW, RepairState
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, enum_column, state_column
from server.core.moves import Flowing
from server.occasions.models import Session
from server.people.models import Person


class Scan(db.Model):
    """One scan, good or bad; refused ones are kept too. Whether it counts depends on nothing but
    itself, so that a batch may come twice and in any order; what counts is paired in attendances.

    `scanned_at` is the scanner's own time, set right by how far its clock was off when it sent."""

    __tablename__ = "scans"
    __table_args__ = (
        Index("ix_scans_session_id_person_id", "session_id", "person_id", "capacity"),
        Index("ix_scans_phone_id", "phone_id", "session_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(unique=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    capacity: Mapped[Capacity | None] = enum_column(Capacity)  # None: refused before it was known
    direction: Mapped[Direction | None] = enum_column(Direction)
    route: Mapped[Route] = enum_column(Route)
    scanned_at: Mapped[datetime]
    received_at: Mapped[datetime]
    offline: Mapped[bool] = mapped_column(default=False)
    follows: Mapped[bool] = mapped_column(default=False)  # an offline out: leaves as what they came
    scanner_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))  # whose telephone it was
    device_id: Mapped[int | None] = mapped_column(ForeignKey("devices.id"))
    phone_id: Mapped[str | None]  # made by the client; one phone for many is listed for review
    refused: Mapped[str | None]  # why it does not count, a code; None: it does
    near: Mapped[bool | None]  # the place signal: passed, failed, not given
    reason: Mapped[str | None] = mapped_column(Encrypted)  # why somebody was checked in by name
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))

    session: Mapped[Session | None] = relationship()

    @classmethod
    def counts(cls):
        return and_(cls.refused.is_(None), cls.undone_at.is_(None))


class Attendance(db.Model):
    """One person at one session in one capacity: the first in, the last out, the sum of the pairs
    between. Three columns of minutes that never mix; `credited` follows a rule with a version."""

    __tablename__ = "attendances"
    __table_args__ = (
        UniqueConstraint("session_id", "person_id", "capacity"),
        CheckConstraint("minutes_actual >= 0 AND minutes_added >= 0", name="minutes"),
        Index("ix_attendances_person_id", "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    capacity: Mapped[Capacity] = enum_column(Capacity)
    in_at: Mapped[datetime | None]
    out_at: Mapped[datetime | None]  # None: still there, or forgotten
    minutes_actual: Mapped[int] = mapped_column(default=0)  # of pairs of scans
    minutes_added: Mapped[int] = mapped_column(default=0)  # of approved repairs
    minutes_credited: Mapped[int] = mapped_column(default=0)
    rule_version: Mapped[int]
    public_until: Mapped[date | None] = mapped_column(index=True)  # 公示

    session: Mapped[Session] = relationship()
    person: Mapped[Person] = relationship()


class Repair(Flowing, db.Model):
    """补记: somebody forgot to check out, or could not check in; a supervisor judges."""

    __tablename__ = "repairs"
    flow = REPAIR_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(unique=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    minutes: Mapped[int]
    actual_then: Mapped[int] = mapped_column(default=0)  # minutes of scans when it was asked for
    reason: Mapped[str] = mapped_column(Encrypted)
    state: Mapped[RepairState] = state_column(REPAIR_FLOW)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    judged_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    minutes_approved: Mapped[int | None]
    answer: Mapped[str | None] = mapped_column(Encrypted)
    judged_at: Mapped[datetime | None]

    session: Mapped[Session] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Review(db.Model):
    """Something that looked odd (two places at once, one phone for many …) and was looked at. What
    is odd is computed; only that somebody looked, and what they said, is kept."""

    __tablename__ = "reviews"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)  # "two_places:7:9": kind and attendances
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    words: Mapped[str] = mapped_column(Encrypted)
    reviewed_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    reviewed_at: Mapped[datetime] = mapped_column(default=clock.now)


class ServicePaper(db.Model):
    """A printed list of service (平台服务记录): which sessions it lists and, hashed, what it said
    of each; so its code can say whether it still holds, was corrected since, or was revoked."""

    __tablename__ = "service_papers"

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    since: Mapped[date | None]  # which days it covers
    until: Mapped[date]
    rows: Mapped[int]
    minutes: Mapped[int]
    person_ids: Mapped[list[int]] = mapped_column(ARRAY(Integer))  # who they were by then
    session_ids: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    items_hash: Mapped[bytes]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    revoked_at: Mapped[datetime | None]
    revoked_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    revoked_why: Mapped[str | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
