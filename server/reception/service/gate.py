"""A reception day is published only when its room, a leading seat and a table are named. That one
of the five parties is missing is said, and keeps nobody from coming."""

from collections import defaultdict

from sqlalchemy import select

from schemas.occasion_words import OccasionKind
from schemas.reception_words import Party, SeatState
from server.core.db import db
from server.occasions.models import Session
from server.occasions.service.gates import gates
from server.reception.models import ReceptionDay, Seat


def missing(sessions: list[Session]) -> dict[int, list[str]]:
    """Time is in every session. All of a page in two statements."""
    ids = [session.id for session in sessions]
    days = ReceptionDay.session_id.in_(ids), ReceptionDay.tables > 0
    tables = set(db.session.scalars(select(ReceptionDay.session_id).where(*days)))
    seated = parties(ids)
    return {
        session.id: [
            name
            for name, there in {
                "地点（哪个房间）": bool(session.place),
                "牵头的席位（社区大党委）": Party.LEAD in seated[session.id],
                "至少一张接待桌": session.id in tables,
            }.items()
            if not there
        ]
        for session in sessions
    }


def parties(session_ids: list[int]) -> dict[int, set[Party]]:
    query = select(Seat.session_id, Seat.party).where(Seat.session_id.in_(session_ids))
    found = defaultdict(set)
    for session_id, party in db.session.execute(query):
        found[session_id].add(party)
    return found


def warnings(seats: list[Seat], marks: bool = True) -> list[str]:
    """Of one session: which of the five nobody was asked for, and, by the `marks`, which did not
    come."""
    asked = {seat.party for seat in seats}
    unasked = [f"没有请{party.label}" for party in Party.having("five") if party not in asked]
    gone = {seat.party for seat in seats if marks and seat.state is SeatState.ABSENT}
    gone -= {seat.party for seat in seats if seat.state is not SeatState.ABSENT}
    return unasked + [f"{party.label}没有到" for party in Party.having("five") if party in gone]


gates[OccasionKind.RECEPTION] = missing
