"""The session a scan is for, with what must be known of the scanned person: one statement."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import (
    ARRAY,
    Integer,
    Text,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)

from schemas.occasion_words import Capacity
from schemas.occasions import SEATED, SessionState
from server.core import clock
from server.core.crypto import unseal
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.occasions.presence import Attendance
from server.people.places import Area
from server.points.earning import Reserve

OPENS = timedelta(hours=1)  # before the beginning: crews set up
CLOSES = timedelta(hours=1)  # after the end: people check out late


class Pay(NamedTuple):
    """In which scheme what is credited at a session is paid, and what else the ledger asks."""

    scheme_id: int
    on: date
    path: str


class Place(NamedTuple):
    """A session as scans need it: plain columns, no row that anybody would lock."""

    id: int
    title: str
    area_id: int
    path: str
    on: date
    starts_at: datetime
    ends_at: datetime
    state: SessionState
    sealed: str | None  # its secret, as it is stored
    latitude: float | None
    longitude: float | None
    ended_at: datetime | None
    seated: bool
    stays_as: Capacity | None  # as what they are in and not out
    scheme_id: int | None  # in which points were promised for it

    @property
    def secret(self) -> str | None:
        return self.sealed and _secret(self.sealed)

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at

    @property
    def pay(self) -> Pay | None:
        return Pay(self.scheme_id, self.on, self.path) if self.scheme_id else None

    def is_open(self, moment: datetime) -> bool:
        return in_window(self, moment)


@lru_cache(maxsize=64)
def _secret(sealed: str) -> str:
    """Hundreds check in at the same session within minutes: it is deciphered once."""
    return unseal(sealed)


def over_at(session: "Place | Session") -> datetime:
    """Its end, or when it was ended before that: nobody comes any more."""
    return min(session.ended_at or session.ends_at, session.ends_at)


def closes_at(session: "Place | Session") -> datetime:
    """Until then people check out."""
    return over_at(session) + CLOSES


def in_window(session: "Place | Session", moment: datetime) -> bool:
    return session.starts_at - OPENS <= moment <= closes_at(session)


def checks_open(session: Session) -> bool:
    """Codes count now: what pages offer, before anybody has scanned."""
    shown = session.state.has("public") and not session.state.has("off")
    return shown and in_window(session, clock.now())


def are_running() -> tuple:
    """The same as WHERE clauses."""
    return *_are_not_over(), Session.starts_at <= clock.now() + OPENS


def are_still_today() -> tuple:
    """Codes count there now, or later today."""
    soon = or_(Session.on == clock.today(), Session.starts_at <= clock.now() + OPENS)
    return *_are_not_over(), soon


def _are_not_over() -> tuple:
    shown = [s for s in SessionState.having("public") if not s.has("off")]
    over = func.least(Session.ended_at, Session.ends_at)
    return Session.state.in_(shown), over >= clock.now() - CLOSES


# Of tables, not of mapped classes, and built once: every scan runs it.
sessions, areas, signups = Session.__table__, Area.__table__, Signup.__table__
stays, reserves = Attendance.__table__, Reserve.__table__
SEAT = exists().where(
    signups.c.session_id == sessions.c.id,
    signups.c.person_id == func.any(bindparam("person_ids", type_=ARRAY(Integer))),
    or_(*(signups.c.state == state for state in SEATED)),  # IN would be expanded at each execution
)
INSIDE = (
    select(func.min(stays.c.capacity))
    .where(
        stays.c.session_id == sessions.c.id,
        stays.c.person_id == func.any(bindparam("person_ids", type_=ARRAY(Integer))),
        stays.c.in_at.is_not(None),
        stays.c.out_at.is_(None),
    )
    .scalar_subquery()
)
PLACE = (
    select(
        sessions.c.id,
        sessions.c.title,
        sessions.c.area_id,
        areas.c.path,
        sessions.c.on,
        sessions.c.starts_at,
        sessions.c.ends_at,
        sessions.c.state,
        type_coerce(sessions.c.secret, Text),
        func.coalesce(sessions.c.latitude, areas.c.latitude),
        func.coalesce(sessions.c.longitude, areas.c.longitude),
        sessions.c.ended_at,
        SEAT,
        INSIDE,
        reserves.c.scheme_id,
    )
    .join(areas, areas.c.id == sessions.c.area_id)
    .outerjoin(
        reserves,
        and_(
            reserves.c.subject_kind == literal_column("'sessions'"),
            reserves.c.subject_id == sessions.c.id,
        ),
    )
    .where(sessions.c.id == bindparam("session_id"))
)


def place(session_id: int, person_ids: tuple[int, ...]) -> Place | None:
    known = {"session_id": session_id, "person_ids": list(person_ids)}
    found = db.session.execute(PLACE, known).one_or_none()
    return found and Place(*found)
