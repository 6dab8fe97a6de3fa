"""What the State Council's notice changes, typed in by staff."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from server.core.db import db


class DayOverride(db.Model):
    """A day on which offices are open, or closed, whatever the library says."""

    __tablename__ = "day_overrides"

    day: Mapped[date] = mapped_column(primary_key=True)
    is_workday: Mapped[bool]
    note: Mapped[str]
