"""Ticket numbers: eight digits, to be read out on the telephone."""

from sqlalchemy import Sequence

from server.core.db import Base, db
from server.core.numbers import check_digit, checked, is_number

__all__ = ["NUMBERS", "check_digit", "is_number", "next_number"]

NUMBERS = Sequence("ticket_numbers", start=1026001, metadata=Base.metadata)


def next_number() -> str:
    return checked(db.session.scalar(NUMBERS.next_value()))
