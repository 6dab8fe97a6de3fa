"""What codes are shown on and printed on: enrolled devices and personal cards."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.core import clock
from server.core.db import db
from server.people.models import Person
from server.people.places import Area


class Device(db.Model):
    """An enrolled screen or scanner: a phone of the desk's that shows codes, and whose own time is
    believed within limits. Known by a secret of which only the hash is kept."""

    __tablename__ = "devices"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    name: Mapped[str]
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    enrolled_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    enrolled_at: Mapped[datetime] = mapped_column(default=clock.now)
    revoked_at: Mapped[datetime | None]

    area: Mapped[Area] = relationship()


class Card(db.Model):
    """A printed personal code. Lost, it is revoked and another one printed."""

    __tablename__ = "cards"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    printed_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    printed_at: Mapped[datetime] = mapped_column(default=clock.now)
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
