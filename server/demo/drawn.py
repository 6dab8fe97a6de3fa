"""Ticket numbers, many at once: for rows that are told and not lived."""

from sqlalchemy import func, select

from server.core.db import db
from server.tickets.numbers import NUMBERS


def draw(many: int) -> int:
    """The first of so many, each taken from the sequence."""
    drawn = select(NUMBERS.next_value()).select_from(func.generate_series(1, many).alias())
    return min(db.session.scalars(drawn))
