"""What somebody was told, and whether they have read it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db


class Message(db.Model):
    """One thing, told to one person, once. The inbox is the channel that never fails."""

    __tablename__ = "messages"
    __table_args__ = (Index("ix_messages_person_id_id", "person_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    reason: Mapped[str] = mapped_column(unique=True)  # "ticket:7:done:2:person:5"
    title: Mapped[str]
    words: Mapped[str] = mapped_column(Encrypted)  # may hold what somebody wrote
    link_kind: Mapped[str | None]  # what a tap opens: "ticket"
    link_id: Mapped[int | None]
    told_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]

    @property
    def link(self) -> dict | None:
        return {"kind": self.link_kind, "id": self.link_id} if self.link_kind else None
