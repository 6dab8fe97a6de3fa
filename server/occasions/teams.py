"""Teams of volunteers (队) and who belongs to them."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schemas.occasions import MEMBERSHIP_FLOW, MembershipState
from server.core import clock
from server.core.db import db, state_column
from server.core.moves import Flowing
from server.people.models import Person
from server.people.places import Area


class Team(db.Model):
    """A team with an estate or a community as its home. Who leads it is written here alone: it is
    no role, and gives no right outside the team."""

    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    name: Mapped[str]
    leader_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    closed_at: Mapped[datetime | None]

    area: Mapped[Area] = relationship()
    leader: Mapped[Person | None] = relationship()


class Membership(Flowing, db.Model):
    """One row per person and team, however often they come and go."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("team_id", "person_id"),)
    flow = MEMBERSHIP_FLOW

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    state: Mapped[MembershipState] = state_column(MEMBERSHIP_FLOW)
    since_at: Mapped[datetime] = mapped_column(default=clock.now)

    team: Mapped[Team] = relationship()
    person: Mapped[Person] = relationship()
