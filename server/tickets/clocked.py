"""What the clock keeps on the row of a ticket, and on that of each share of it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schemas.clock_words import LimitUnit
from server.core import clock
from server.core.db import enum_column


class Limited:
    """An amount of days or hours, or the day that the desk named; and pauses and extensions."""

    limit_amount: Mapped[int | None]
    limit_unit: Mapped[LimitUnit | None] = enum_column(LimitUnit)
    due_on: Mapped[date | None]


class Clocked(Limited):
    """Of a ticket."""

    due_at: Mapped[datetime]
    due_provisional: Mapped[bool] = mapped_column(default=False)  # the year's holidays are unknown
    due_from: Mapped[datetime] = mapped_column(default=clock.now)  # what due_at is reckoned from
    due_named_at: Mapped[datetime | None]  # when the desk named a day
    paused_since: Mapped[datetime | None]  # the resident was asked,
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # the last time by
    longer_asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # who waits
    lengthened: Mapped[int] = mapped_column(default=0)  # how often the desk agreed to more time
