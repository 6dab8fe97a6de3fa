"""Where points come from: donors, pools, rules of earning, what is reserved, what is awarded."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.points_words import GRANT_FLOW, DonorKind, Given, GrantState, Less
from server.core import clock
from server.core.crypto import Encrypted
from server.core.db import db, enum_column, state_column
from server.core.moves import Flowing
from server.people.models import Person
from server.people.places import Unit
from server.points.models import Scheme


class Donor(db.Model):
    """Who stands behind points: the community's budget, a company, a merchant, a neighbour."""

    __tablename__ = "donors"
    __table_args__ = (UniqueConstraint("scheme_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    kind: Mapped[DonorKind] = enum_column(DonorKind)
    name: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))

    unit: Mapped[Unit | None] = relationship()


class Pool(db.Model):
    """积分池: points are promised only out of one that was funded."""

    __tablename__ = "pools"
    __table_args__ = (
        UniqueConstraint("scheme_id", "name"),
        Index("uq_pools_pays", "scheme_id", unique=True, postgresql_where="pays_tickets"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    name: Mapped[str]
    pays_tickets: Mapped[bool] = mapped_column(default=False)  # whoever meets a wish, out of it
    closed_on: Mapped[date | None]  # the first day on which nothing more is promised out of it

    scheme: Mapped[Scheme] = relationship()


class Funding(db.Model):
    """What a donor put into a pool. Goods and money are worth as many points as whoever took them
    in says; the money itself is not kept here."""

    __tablename__ = "fundings"
    __table_args__ = (CheckConstraint("points > 0", name="points"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pool_id: Mapped[int] = mapped_column(ForeignKey("pools.id"), index=True)
    donor_id: Mapped[int] = mapped_column(ForeignKey("donors.id"), index=True)
    given: Mapped[Given] = enum_column(Given)
    words: Mapped[str]  # 2,000 元、大米 50 袋
    fen: Mapped[int | None]  # what it is worth in money
    points: Mapped[int]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    pool: Mapped[Pool] = relationship()
    donor: Mapped[Donor] = relationship()


class EarningRule(db.Model):
    """How points are earned, from a day on. A new version never reaches back: what was promised
    when a session was published, or a ticket claimed, is kept."""

    __tablename__ = "earning_rules"
    __table_args__ = (UniqueConstraint("scheme_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    version: Mapped[int]
    valid_from: Mapped[date]
    per_half_hour: Mapped[int]
    per_ticket: Mapped[int]
    day_most: Mapped[int | None]  # of one person; None: no limit
    month_most: Mapped[int | None]
    festival_times: Mapped[int] = mapped_column(default=1)  # on sessions of a festival
    made_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    scheme: Mapped[Scheme] = relationship()


class Reserve(db.Model):
    """What is kept back for a session or a ticket from the moment it is promised; what nobody
    earned goes back to the pool. `subject_kind`: the table, "sessions" or "tickets"."""

    __tablename__ = "reserves"
    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id"),
        CheckConstraint("planned >= 0", name="planned"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    pool_id: Mapped[int] = mapped_column(ForeignKey("pools.id"), index=True)
    rule_id: Mapped[int] = mapped_column(ForeignKey("earning_rules.id"))
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    times: Mapped[int] = mapped_column(default=1)  # of what the rule says: a festival
    planned: Mapped[int]
    version: Mapped[int] = mapped_column(default=0)  # of its postings: each has its own reason
    released_at: Mapped[datetime | None]

    pool: Mapped[Pool] = relationship()
    rule: Mapped[EarningRule] = relationship()


class Award(db.Model):
    """What one person earned by one thing: the line to which points lead back.

    `due` is what was served × the rule; `granted` what caps and the pool leave of it. It is first
    `pending`, and `paid` when the 公示 is over; a correction lowers either."""

    __tablename__ = "awards"
    __table_args__ = (
        UniqueConstraint("subject_kind", "subject_id", "person_id"),
        CheckConstraint("pending >= 0 AND paid >= 0", name="parts"),
        CheckConstraint("pending + paid <= granted", name="posted"),
        Index("ix_awards_person_id", "person_id", "scheme_id", "earned_on"),
        Index("ix_awards_matures_on", "matures_on", postgresql_where="pending > 0"),
        Index("ix_awards_unfunded", "scheme_id", postgresql_where="pending + paid < granted"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    reserve_id: Mapped[int] = mapped_column(ForeignKey("reserves.id"), index=True)
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    earned_on: Mapped[date]
    units: Mapped[int]  # credited half hours; 1 for a ticket
    due: Mapped[int]
    granted: Mapped[int]
    less: Mapped[Less | None] = enum_column(Less)  # why it is not all that is due
    pending: Mapped[int] = mapped_column(default=0)
    paid: Mapped[int] = mapped_column(default=0)
    matures_on: Mapped[date | None]  # the day on which the 公示 is over; None: not begun
    version: Mapped[int] = mapped_column(default=0)

    reserve: Mapped[Reserve] = relationship()


class Debt(db.Model):
    """What was taken back and was no longer there: paid first out of what is earned later."""

    __tablename__ = "debts"
    __table_args__ = (
        CheckConstraint('"left" BETWEEN 0 AND amount', name="left"),
        Index("ix_debts_person_id", "person_id", "scheme_id", postgresql_where='"left" > 0'),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    reason: Mapped[str] = mapped_column(unique=True)  # of the posting that could not take it all
    pool_id: Mapped[int] = mapped_column(ForeignKey("pools.id"))  # where it goes
    amount: Mapped[int]
    left: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)


class Grant(Flowing, db.Model):
    """人工发放 or 扣减 (amount < 0): asked for by one, agreed to by another."""

    __tablename__ = "grants"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount"),
        CheckConstraint("judged_by_id <> asked_by_id", name="four_eyes"),
    )
    flow = GRANT_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("schemes.id"), index=True)
    pool_id: Mapped[int] = mapped_column(ForeignKey("pools.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    amount: Mapped[int]
    words: Mapped[str] = mapped_column(Encrypted)  # why
    state: Mapped[GrantState] = state_column(GRANT_FLOW)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    judged_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    judged_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(Encrypted)

    scheme: Mapped[Scheme] = relationship()
    pool: Mapped[Pool] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
