"""Files: a picture or a voice note that somebody sent, and what it may be attached to."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.core import clock
from server.core.db import db


class File(db.Model):
    """The bytes lie in the store under `token`; a row here is how they are reached. Attached once,
    by whoever sent it; what is never attached is swept."""

    __tablename__ = "files"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]  # picture | voice
    token: Mapped[str] = mapped_column(unique=True)
    thumb_token: Mapped[str | None] = mapped_column(unique=True)
    seconds: Mapped[int | None]  # of a voice note
    bytes: Mapped[int]
    sent_by_id: Mapped[int | None] = mapped_column(  # None: a unit, by a one-time code
        ForeignKey("persons.id"), index=True
    )
    sent_at: Mapped[datetime] = mapped_column(default=clock.now)
    attached_at: Mapped[datetime | None] = mapped_column(index=True)
