"""Where people live and who serves them there: areas, homes, units, notices, telephone numbers."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.people_words import Level, UnitKind
from server.core import clock
from server.core.db import db, enum_column


class Area(db.Model):
    """A node of the tree 县 → 镇 → 社区 → (网格) → 小区. Levels are data; only the path counts."""

    __tablename__ = "areas"
    __table_args__ = (Index("ix_areas_path", "path", postgresql_ops={"path": "text_pattern_ops"}),)

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"), index=True)
    level: Mapped[Level] = enum_column(Level)
    name: Mapped[str]
    path: Mapped[str] = mapped_column(unique=True)  # "/1/4/9/": a subtree is a prefix
    code: Mapped[str] = mapped_column(unique=True)  # on posters: "SB7K"
    latitude: Mapped[float | None]  # of the centre, WGS-84
    longitude: Mapped[float | None]


class Home(db.Model):
    """A door: 栋, 单元, 室 of an estate."""

    __tablename__ = "homes"
    __table_args__ = (UniqueConstraint("estate_id", "building", "entrance", "room"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    estate_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    building: Mapped[str]
    entrance: Mapped[str]  # 单元; empty where a building has one
    room: Mapped[str]

    @property
    def words(self) -> str:
        """5栋 1单元 302"""
        parts = [f"{self.building}栋", self.entrance and f"{self.entrance}单元", self.room]
        return " ".join(part for part in parts if part)


class Unit(db.Model):
    """Whoever takes a slip: a department, 物业, 业委会 …; and the desk of each community."""

    __tablename__ = "units"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    kind: Mapped[UnitKind] = enum_column(UnitKind)
    name: Mapped[str]
    phone: Mapped[str]  # registered, of the office
    mobile: Mapped[str | None]  # registered for codes, where the office's cannot get them

    area: Mapped[Area] = relationship()


class Backstop(db.Model):
    """兜底: the office to which a ticket of the area goes that nobody has taken in the end."""

    __tablename__ = "backstops"

    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    named_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    named_at: Mapped[datetime] = mapped_column(default=clock.now)

    unit: Mapped[Unit] = relationship()


class Notice(db.Model):
    """公告 of an area and all below it."""

    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    title: Mapped[str]
    body: Mapped[str]
    published_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    published_at: Mapped[datetime] = mapped_column(default=clock.now)
    until: Mapped[date | None]  # the first day without it

    area: Mapped[Area] = relationship()


class Hotline(db.Model):
    """便民电话: a number of an area, in the order in which people need them."""

    __tablename__ = "hotlines"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    label: Mapped[str]
    phone: Mapped[str]
    hours: Mapped[str]  # 「周一至周五 8:00–17:30」, in words
    position: Mapped[int]
    until: Mapped[date | None]  # the first day without it

    area: Mapped[Area] = relationship()
