"""What is printed of a ticket for others to answer: slips, and the codes by which units answer."""

from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.ticket_words import SlipKind
from server.core import clock
from server.core.db import db, enum_column
from server.tickets.models import Ticket
from server.tickets.parts import Assignment


class Slip(db.Model):
    """A paper that was printed: 现场交办单, 部门联办单, 办结反馈单. Its code identifies, and it
    authorises nobody. `assignment`: the unit's own copy, which the unit may answer by a code."""

    __tablename__ = "slips"

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), index=True)
    kind: Mapped[SlipKind] = enum_column(SlipKind)
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignments.id"), index=True)
    token: Mapped[str] = mapped_column(unique=True, default=lambda: token_urlsafe(16))
    round: Mapped[int]
    printed_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    printed_at: Mapped[datetime] = mapped_column(default=clock.now)

    ticket: Mapped[Ticket] = relationship()
    assignment: Mapped[Assignment | None] = relationship()


class SlipCode(db.Model):
    """The last code sent to a unit about one slip: good once, for ten minutes. Hashes only."""

    __tablename__ = "slip_codes"

    slip_id: Mapped[int] = mapped_column(ForeignKey("slips.id"), primary_key=True)
    code_hash: Mapped[str]
    expires_at: Mapped[datetime]
    tries: Mapped[int]
    photo_ids: Mapped[list[int]] = mapped_column(ARRAY(Integer), default=list)  # sent with it
