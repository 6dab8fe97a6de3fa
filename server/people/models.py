"""People, how they sign in, where they live, and what they may do."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates
from sqlalchemy.types import Text

from schemas.people_words import (
    PERSON_FLOW,
    VOLUNTEER_FLOW,
    PersonState,
    Purpose,
    Relation,
    Role,
    VolunteerState,
)
from server.core import clock
from server.core.crypto import Encrypted, blind
from server.core.db import db, enum_column, state_column
from server.core.moves import Flowing
from server.people.places import Area, Home, Unit

REAL_NAME = "real_name"  # what its hash is for


class Person(Flowing, db.Model):
    """Somebody, with or without a telephone. A contact phone is not unique: elders share them."""

    __tablename__ = "persons"
    __table_args__ = (
        Index(
            "ix_persons_display_name",
            "display_name",
            postgresql_ops={"display_name": "text_pattern_ops"},
        ),
    )
    flow = PERSON_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    display_name: Mapped[str]  # 称呼: what neighbours may read, 「陈阿姨」
    real_name: Mapped[str | None] = mapped_column(Encrypted)
    real_name_hash: Mapped[str | None] = mapped_column(index=True)  # of the whole name
    phone: Mapped[str | None] = mapped_column(Encrypted)
    phone_hash: Mapped[str | None] = mapped_column(index=True)
    state: Mapped[PersonState] = state_column(PERSON_FLOW)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    estate_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"), index=True)
    elder_look: Mapped[bool | None]  # 长辈版; None: never asked
    session_version: Mapped[int] = mapped_column(default=1)  # +1 signs out everywhere
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # assisted account
    is_demo: Mapped[bool] = mapped_column(default=False)  # may be entered from the demo chooser
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    estate: Mapped[Area | None] = relationship()
    grants: Mapped[list["RoleGrant"]] = relationship(
        foreign_keys="RoleGrant.person_id", order_by="RoleGrant.id", viewonly=True
    )
    residencies: Mapped[list["Residency"]] = relationship(
        foreign_keys="Residency.person_id", order_by="Residency.id", viewonly=True
    )

    @validates("real_name")
    def _hash_real_name(self, _, name: str | None) -> str | None:
        """It is sealed: whoever has to find it knows all of it, as with a number."""
        self.real_name_hash = blind(REAL_NAME, name) if name else None
        return name

    @property
    def live_grants(self) -> list["RoleGrant"]:
        return [grant for grant in self.grants if is_live(grant)]

    @property
    def live_residencies(self) -> list["Residency"]:
        return [residency for residency in self.residencies if is_live(residency)]


def is_live(row, on: date | None = None) -> bool:
    """`since` is its first day, `until` the first day without it."""
    on = on or clock.today()
    return row.since <= on and (row.until is None or on < row.until)


class Identity(db.Model):
    """One way in: an openid, a phone number or a staff name. Found by its keyed hash."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("kind", "issuer", "subject_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    kind: Mapped[str]  # wechat | phone | password
    issuer: Mapped[str]  # the WeChat appid; empty for the others
    subject_hash: Mapped[str]
    subject: Mapped[str] = mapped_column(Encrypted)
    password_hash: Mapped[str | None]  # argon2id
    must_change: Mapped[bool] = mapped_column(default=False)  # somebody else chose the password
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship()


class RoleGrant(db.Model):
    """A role in the subtree of an area, from a day until a day. Ended, never deleted."""

    __tablename__ = "role_grants"
    __table_args__ = (Index("ix_role_grants_person_id_until", "person_id", "until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    role: Mapped[Role] = enum_column(Role)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))  # of a unit officer
    since: Mapped[date] = mapped_column(default=clock.today)
    until: Mapped[date | None]  # the first day without it
    left_at: Mapped[datetime | None]  # when what they had in hand was seen to
    granted_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))

    area: Mapped[Area] = relationship()
    unit: Mapped[Unit | None] = relationship()


class Residency(db.Model):
    """Who lives where, as they say; confirmed by staff only where a right depends on it."""

    __tablename__ = "residencies"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    estate_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    home_id: Mapped[int | None] = mapped_column(ForeignKey("homes.id"))
    relation: Mapped[Relation] = enum_column(Relation)
    since: Mapped[date] = mapped_column(default=clock.today)
    until: Mapped[date | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    confirmed_at: Mapped[datetime | None]

    person: Mapped["Person"] = relationship(foreign_keys=[person_id])
    estate: Mapped[Area] = relationship()
    home: Mapped[Home | None] = relationship()

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None


class Volunteer(Flowing, db.Model):
    """Somebody who offered to help; confirmed once, which grants the role."""

    __tablename__ = "volunteers"
    flow = VOLUNTEER_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), unique=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)  # whose desk confirms
    skills: Mapped[list[str]] = mapped_column(ARRAY(Text))
    about: Mapped[str]
    state: Mapped[VolunteerState] = state_column(VOLUNTEER_FLOW)
    reason: Mapped[str | None]  # why declined
    judged_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    applied_at: Mapped[datetime] = mapped_column(default=clock.now)
    judged_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    area: Mapped[Area] = relationship()


class Consent(db.Model):
    """What somebody agreed to, which text of it, and when they took it back."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    purpose: Mapped[Purpose] = enum_column(Purpose)
    version: Mapped[str]
    channel: Mapped[str]
    given_at: Mapped[datetime] = mapped_column(default=clock.now)
    withdrawn_at: Mapped[datetime | None]
