"""The session a scan is for, with what must be known of the scanned person: one statement."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ARRAY, Integer, bindparam, exists, func, select

from schemas.occasions import SEATED, SessionState
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.people.places import Area

OPENS = timedelta(hours=1)  # before the beginning: crews set up
CLOSES = timedelta(hours=1)  # after the end: people check out late


class Place(NamedTuple):
    """A session as scans need it: plain columns, no row that anybody would lock."""

    id: int
    title: str
    area_id: int
    path: str
    on: object
    starts_at: datetime
    ends_at: datetime
    state: SessionState
    secret: str | None
    latitude: float | None
    longitude: float | None
    seated: bool

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at

    def is_open(self, moment: datetime) -> bool:
        return self.starts_at - OPENS <= moment <= self.ends_at + CLOSES


SEAT = exists().where(
    Signup.session_id == Session.id,
    Signup.person_id == func.any(bindparam("person_ids", type_=ARRAY(Integer))),
    Signup.state.in_(SEATED),
)
PLACE = (
    select(
        Session.id,
        Session.title,
        Session.area_id,
        Area.path,
        Session.on,
        Session.starts_at,
        Session.ends_at,
        Session.state,
        Session.secret,
        func.coalesce(Session.latitude, Area.latitude),
        func.coalesce(Session.longitude, Area.longitude),
        SEAT,
    )
    .join(Area, Area.id == Session.area_id)
    .where(Session.id == bindparam("session_id"))
)


def place(session_id: int, person_ids: tuple[int, ...]) -> Place | None:
    known = {"session_id": session_id, "person_ids": list(person_ids)}
    found = db.session.execute(PLACE, known).one_or_none()
    return found and Place(*found)
