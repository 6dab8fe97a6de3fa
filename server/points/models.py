"""The ledger of value: every change is a posting from one account to another of the same scheme, so
the accounts of a scheme are zero together at every instant."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.points_words import AccountKind, Why
from server.core import clock
from server.core.db import db, enum_column
from server.people.places import Area


class Scheme(db.Model):
    """积分账套 of one area and all below it; no point ever leaves it."""

    __tablename__ = "schemes"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), unique=True)
    name: Mapped[str]
    lasts_months: Mapped[int] = mapped_column(default=24)  # how long points can be spent
    opened_at: Mapped[datetime] = mapped_column(default=clock.now)

    area: Mapped[Area] = relationship()


class Account(db.Model):
    """A name ("person:7", "pool:3") and what is in it. Only donors may owe: what they owe is what
    they gave."""

    __tablename__ = "accounts"
    __table_args__ = (
        CheckConstraint("balance >= 0 OR kind = 'donor'", name="owes_nothing"),
        CheckConstraint("name LIKE replace(kind, 'pending', 'person') || '%'", name="named"),
    )

    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[AccountKind] = enum_column(AccountKind)
    balance: Mapped[int] = mapped_column(BigInteger, default=0)


SAME_SCHEME = ["accounts.scheme_id", "accounts.name"]


class Posting(db.Model):
    """Written once, never edited (a trigger sees to it): a mistake is put right by a posting the
    other way. One row cannot be unbalanced, nor cross schemes: both accounts are of its own.

    `reason` is unique: what has a reason happens once. `known`: the ids from which it followed (the
    award, the version of the rule, whoever agreed), never a personal value."""

    __tablename__ = "postings"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount_is_positive"),
        CheckConstraint("source <> target", name="moves"),
        ForeignKeyConstraint(["scheme_id", "source"], SAME_SCHEME, "fk_postings_source"),
        ForeignKeyConstraint(["scheme_id", "target"], SAME_SCHEME, "fk_postings_target"),
        Index("ix_postings_source", "source", "scheme_id", "id"),
        Index("ix_postings_target", "target", "scheme_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    scheme_id: Mapped[int]
    source: Mapped[str]
    target: Mapped[str]
    amount: Mapped[int]
    why: Mapped[Why] = enum_column(Why)
    reason: Mapped[str] = mapped_column(unique=True)  # "award:7:2", hence at most once
    known: Mapped[dict] = mapped_column(JSONB, default=dict)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # None: a job
    posted_at: Mapped[datetime] = mapped_column(default=clock.now)


class Lot(db.Model):
    """Points that came into a purse together and expire together. Spent oldest first; what is
    cancelled goes back to the lots it came from. Σ left of a person is what is in their purse."""

    __tablename__ = "lots"
    __table_args__ = (
        CheckConstraint('"left" BETWEEN 0 AND amount', name="left"),
        Index("ix_lots_person_id", "person_id", "scheme_id", "expires_on", "id"),
        Index("ix_lots_expires_on", "expires_on", postgresql_where='"left" > 0'),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    posting_id: Mapped[int] = mapped_column(ForeignKey("postings.id"), unique=True)
    amount: Mapped[int]
    left: Mapped[int]
    expires_on: Mapped[date]  # the first day on which they cannot be spent
    first_on: Mapped[date]  # as that day was at first: what is revived lasts little longer


class LotUse(db.Model):
    """How much a posting took from a lot (`amount` > 0), or brought back (< 0)."""

    __tablename__ = "lot_uses"
    __table_args__ = (
        UniqueConstraint("posting_id", "lot_id"),
        CheckConstraint("amount <> 0", name="amount"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    posting_id: Mapped[int] = mapped_column(ForeignKey("postings.id"))
    lot_id: Mapped[int] = mapped_column(ForeignKey("lots.id"), index=True)
    amount: Mapped[int]
