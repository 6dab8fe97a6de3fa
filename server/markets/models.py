"""Stalls of a session, the vehicles that carry some of them, and the themes of days."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.types import Text

from schemas.market_words import StallKind, ThemeKind
from server.core import clock
from server.core.db import db, enum_column
from server.occasions.models import Session
from server.occasions.parts import Line
from server.people.places import Area, Unit


class Vehicle(db.Model):
    """One of the five (五车): goes round the estates below its area."""

    __tablename__ = "vehicles"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    kind: Mapped[StallKind] = enum_column(StallKind)
    name: Mapped[str]  # 义剪一号车
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))  # whose crew it is
    a_day: Mapped[int] = mapped_column(default=1)  # how many estates it reaches on one day
    since: Mapped[date] = mapped_column(default=clock.today)
    until: Mapped[date | None]  # the first day without it

    area: Mapped[Area] = relationship()
    unit: Mapped[Unit | None] = relationship()


class VehicleVisit(db.Model):
    """A vehicle at an estate on a day, planned or over. `round` counts the days it went out."""

    __tablename__ = "vehicle_visits"
    __table_args__ = (
        UniqueConstraint("vehicle_id", "area_id", "on"),
        Index("ix_vehicle_visits_vehicle_id_on", "vehicle_id", "on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    vehicle_id: Mapped[int] = mapped_column(ForeignKey("vehicles.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    on: Mapped[date]
    round: Mapped[int]
    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    planned_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # None: the rota
    called_off_at: Mapped[datetime | None]  # rained off: it waits on as if it had not been there

    vehicle: Mapped[Vehicle] = relationship()
    area: Mapped[Area] = relationship()


class Stall(db.Model):
    """A stall at a session: what it does, who stands at it, the line before it."""

    __tablename__ = "stalls"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    kind: Mapped[StallKind] = enum_column(StallKind)
    label: Mapped[str]  # 义剪; of a free one whatever it is
    crew: Mapped[str]  # who stands at it, in words: 惠民理发店 3 人
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    line_id: Mapped[int] = mapped_column(ForeignKey("lines.id"), unique=True)  # its post: the crew
    vehicle_id: Mapped[int | None] = mapped_column(ForeignKey("vehicles.id"))
    serves: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)  # categories of wishes

    session: Mapped[Session] = relationship()
    line: Mapped[Line] = relationship()
    unit: Mapped[Unit | None] = relationship()
    vehicle: Mapped[Vehicle | None] = relationship()


class Theme(db.Model):
    """节庆主题: what a market day is called in a month or around a festival (月月有主题)."""

    __tablename__ = "themes"
    __table_args__ = (UniqueConstraint("area_id", "kind", "month", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    kind: Mapped[ThemeKind] = enum_column(ThemeKind)
    month: Mapped[int]
    day: Mapped[int]  # 0 for a whole month
    title: Mapped[str]

    area: Mapped[Area] = relationship()
