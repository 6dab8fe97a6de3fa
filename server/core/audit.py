"""The audit log: who looked at or changed what is not theirs. Ids only, never personal values."""

from datetime import datetime

from flask import g
from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from server.core import clock
from server.core.db import db


class AuditEntry(db.Model):
    """Written once, never edited: a trigger refuses it."""

    __tablename__ = "audit_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    action: Mapped[str] = mapped_column(index=True)  # "grant_role"
    subject: Mapped[str] = mapped_column(index=True)  # "persons:7"
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    known: Mapped[dict] = mapped_column(JSONB, default=dict)
    request_id: Mapped[str]
    happened_at: Mapped[datetime] = mapped_column(default=clock.now)


def record(action: str, subject, *, by, **known) -> None:
    """Part of the transaction: what is not recorded has not happened. `subject` has an id by now;
    `known` holds ids and codes."""
    name = f"{subject.__tablename__}:{subject.id}"
    entry = AuditEntry(action=action, subject=name, actor_id=by and by.id, known=known)
    entry.request_id = g.get("request_id", "-")
    db.session.add(entry)
