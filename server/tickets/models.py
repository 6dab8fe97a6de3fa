"""A ticket: a need, from the moment somebody says it to the moment the resident says it is met."""

from datetime import date, datetime
from secrets import token_urlsafe

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.clock_words import RepeatWhy
from schemas.ticket_words import (
    CannotDo,
    Channel,
    Difficulty,
    Elsewhere,
    Group,
    Kind,
    ProxyRelation,
    Satisfied,
    Solved,
    SolvedLevel,
    Urgency,
)
from schemas.tickets import TICKET_FLOW, TicketState
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, enum_column, state_column
from server.core.moves import Flowing
from server.people.models import Person
from server.people.places import Area, Home, Unit
from server.tickets.clocked import Clocked


class Category(db.Model):
    """What a ticket is about; two levels. The limit is in working days."""

    __tablename__ = "categories"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"))
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[Kind] = enum_column(Kind)
    label: Mapped[str]
    limit_days: Mapped[int]
    position: Mapped[int]


class Ticket(Clocked, Flowing, db.Model):
    """Exactly one holder, a person or a unit, at every instant: the first receiver until somebody
    else accepts. What is personal is in PrivateDetails; what is public is in PublicCard."""

    __tablename__ = "tickets"
    __table_args__ = (
        CheckConstraint("num_nonnulls(holder_id, holder_unit_id) = 1", name="one_holder"),
        CheckConstraint("num_nonnulls(receiver_id, receiver_unit_id) = 1", name="one_receiver"),
        CheckConstraint("(state = 'merged') = (merged_into_id IS NOT NULL)", name="merged_into"),
        CheckConstraint("state <> 'closed' OR solved = 'yes'", name="closed_is_solved"),
        Index("ix_tickets_area_id_state_due_at", "area_id", "state", "due_at", "id"),
        Index("ix_tickets_area_id_category_id", "area_id", "category_id", "received_at"),
        Index("ix_tickets_wisher_id", "wisher_id", "id"),
        Index("ix_tickets_entered_by_id", "entered_by_id", "id"),
    )
    flow = TICKET_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(unique=True, default=lambda: token_urlsafe(16))  # in its QR
    kind: Mapped[Kind] = enum_column(Kind)
    state: Mapped[TicketState] = state_column(TICKET_FLOW)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))  # estate or community
    home_id: Mapped[int | None] = mapped_column(ForeignKey("homes.id"))
    wisher_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    proxy: Mapped[ProxyRelation | None] = enum_column(ProxyRelation)  # as what they entered it
    channel: Mapped[Channel] = enum_column(Channel)
    source: Mapped[str] = mapped_column(default="system")  # or "reported": imported history
    client_id: Mapped[str | None] = mapped_column(unique=True)  # of a record made offline
    category_id: Mapped[int] = mapped_column(ForeignKey("categories.id"))
    group: Mapped[Group] = enum_column(Group, default=Group.ANYBODY)
    urgency: Mapped[Urgency] = enum_column(Urgency, default=Urgency.NORMAL)
    difficulty: Mapped[Difficulty] = enum_column(Difficulty, default=Difficulty.MEDIUM)
    helpers_needed: Mapped[int] = mapped_column(default=1)

    receiver_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    receiver_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    holder_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)

    received_at: Mapped[datetime] = mapped_column(default=clock.now)
    sent_at: Mapped[datetime | None]  # published or dispatched
    accepted_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]  # on the spot
    done_at: Mapped[datetime | None]  # the doer's word
    rated_at: Mapped[datetime | None]  # the resident's word
    closed_at: Mapped[datetime | None]

    solved: Mapped[Solved | None] = enum_column(Solved)  # the latest round's
    satisfied: Mapped[Satisfied | None] = enum_column(Satisfied)
    level: Mapped[SolvedLevel | None] = enum_column(SolvedLevel)
    reopens: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str | None] = mapped_column(Encrypted)  # what was done, or why not, in words
    cannot_do: Mapped[CannotDo | None] = enum_column(CannotDo)
    elsewhere: Mapped[Elsewhere | None] = enum_column(Elsewhere)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"), index=True)
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"), index=True)
    repeats: Mapped[list[int]] = mapped_column(ARRAY(Integer), default=list)  # the same, lately
    repeat_why: Mapped[RepeatWhy | None] = enum_column(RepeatWhy)
    worker_ids: Mapped[list[int]] = mapped_column(ARRAY(Integer), default=list)  # who left too

    area: Mapped[Area] = relationship()
    home: Mapped[Home | None] = relationship()
    category: Mapped[Category] = relationship()
    wisher: Mapped[Person] = relationship(foreign_keys=[wisher_id])
    entered_by: Mapped[Person] = relationship(foreign_keys=[entered_by_id])
    holder: Mapped[Person | None] = relationship(foreign_keys=[holder_id])
    holder_unit: Mapped[Unit | None] = relationship(foreign_keys=[holder_unit_id])
    receiver: Mapped[Person | None] = relationship(foreign_keys=[receiver_id])
    receiver_unit: Mapped[Unit | None] = relationship(foreign_keys=[receiver_unit_id])
    details: Mapped["PrivateDetails"] = relationship(back_populates="ticket")
    card: Mapped["PublicCard | None"] = relationship(back_populates="ticket")
    assignments: Mapped[list["Assignment"]] = relationship(order_by="Assignment.id")  # noqa: F821 lives in parts.py

    @property
    def in_hand(self) -> list:
        """Who leads it and who helps, accepted and not given back; whoever has a part is apart."""
        did = [a for a in self.assignments if a.state.has("live") and a.state.has("did")]
        return [a for a in did if not a.is_part]

    @property
    def parts(self) -> list:
        """Of a joint slip: offered, accepted or done."""
        return [a for a in self.assignments if a.state.has("live") and a.is_part]

    @property
    def open_parts(self) -> list:
        """For which whoever leads has to wait."""
        return [part for part in self.parts if not part.done_at]

    @property
    def hands(self) -> list:
        """Everybody who works on it."""
        return [*self.in_hand, *(part for part in self.parts if part.state.has("did"))]

    @property
    def on_show(self) -> bool:
        """Whether everybody may read the card: it is approved, and has not been taken off."""
        return self.card is not None and self.card.shown and self.state.has("public")

    @property
    def round(self) -> int:
        """Of rating: the first is 1, each reopening adds one."""
        return self.reopens + 1


class PrivateDetails(db.Model):
    """What only the people concerned may read. Emptied when the time to keep it is over."""

    __tablename__ = "private_details"

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    text: Mapped[str | None] = mapped_column(Encrypted)  # None: a voice note waits to be typed
    subject: Mapped[str | None] = mapped_column(Encrypted)  # of what came back
    place: Mapped[str | None] = mapped_column(Encrypted)
    hoped: Mapped[str | None] = mapped_column(Encrypted)  # when it suits them, in words
    contact_name: Mapped[str | None] = mapped_column(Encrypted)
    contact_phone: Mapped[str | None] = mapped_column(Encrypted)
    fade_on: Mapped[date | None] = mapped_column(index=True)  # from that day doers see nothing

    ticket: Mapped[Ticket] = relationship(back_populates="details")


class PublicCard(db.Model):
    """What the wall shows: composed by staff from structured fields, approved, nothing personal."""

    __tablename__ = "public_cards"
    __table_args__ = (Index("ix_public_cards_bigrams", "bigrams", postgresql_using="gin"),)

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"), primary_key=True)
    headline: Mapped[str]
    need: Mapped[str]  # a sentence more; may be empty
    effort: Mapped[str]  # 「约半小时」
    hoped: Mapped[str]  # when it suits, 「周末上午」; may be empty
    shown: Mapped[bool] = mapped_column(default=True)  # taken off the wall, it stays for the desk
    small: Mapped[bool]  # the four tests: 小切口
    wide: Mapped[bool]  # 影响大
    doable: Mapped[bool]  # 能办到
    useful: Mapped[bool]  # 可受益
    bigrams: Mapped[list[str]] = mapped_column(ARRAY(Text))
    approved_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    approved_at: Mapped[datetime] = mapped_column(default=clock.now)

    ticket: Mapped[Ticket] = relationship(back_populates="card")
