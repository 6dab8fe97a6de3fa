"""What outlives the end of a ticket: return visits; and words that a desk keeps for the next."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.clock_words import TemplateKind, VisitResult
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, enum_column
from server.people.models import Person
from server.people.places import Area
from server.tickets.models import Ticket


class ReturnVisit(db.Model):
    """回访: a month after a resident said that it was solved. Not reached, it is due again; three
    times, it is over."""

    __tablename__ = "return_visits"
    __table_args__ = (Index("ix_return_visits_due_on", "due_on", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), unique=True)
    due_on: Mapped[date]
    tries: Mapped[int] = mapped_column(default=0)  # without reaching anybody
    result: Mapped[VisitResult | None] = enum_column(VisitResult)
    words: Mapped[str | None] = mapped_column(Encrypted)
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    recorded_at: Mapped[datetime | None]
    next_ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"))  # it came back

    ticket: Mapped[Ticket] = relationship(foreign_keys=[ticket_id])
    next_ticket: Mapped[Ticket | None] = relationship(foreign_keys=[next_ticket_id])
    recorded_by: Mapped[Person | None] = relationship()


class ReplyTemplate(db.Model):
    """回复模板: words of a desk, used there and below."""

    __tablename__ = "reply_templates"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    kind: Mapped[TemplateKind] = enum_column(TemplateKind)
    title: Mapped[str]
    words: Mapped[str]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    changed_at: Mapped[datetime] = mapped_column(default=clock.now, onupdate=clock.now)
    ended_at: Mapped[datetime | None]

    area: Mapped[Area] = relationship()
