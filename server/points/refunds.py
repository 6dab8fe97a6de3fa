"""What went back to those who gave it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.core import clock
from server.core.db import db


class Refund(db.Model):
    """What was left of a gift when the pool was closed: it goes back to the donor, in part or all.
    `pool_id`: which one had it left; mostly that into which it was put."""

    __tablename__ = "refunds"
    __table_args__ = (CheckConstraint("points > 0", name="points"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    funding_id: Mapped[int] = mapped_column(ForeignKey("fundings.id"), index=True)
    pool_id: Mapped[int] = mapped_column(ForeignKey("pools.id"), index=True)
    points: Mapped[int]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # None: a job
    at: Mapped[datetime] = mapped_column(default=clock.now)
