"""Builders of reception days: `reception.day()` begins in an hour and is published."""

from datetime import timedelta

from schemas.occasion_words import OccasionKind
from schemas.occasions import PUBLISHED, NumberState
from schemas.reception_words import AgendaWhy, Party
from schemas.ticket_words import Channel, Kind
from server.core import clock
from server.core.db import db
from server.occasions.parts import Line, QueueNumber
from server.occasions.service.slots import time_of_number
from server.reception.models import AgendaItem, ReceptionDay, Seat
from server.tickets.models import Ticket
from server.tickets.service.intake import Said, open_ticket
from tests import make
from tests import make_occasions as occasions
from tests import make_tickets as tickets

SEATS = [
    {"party": "lead", "words": "社区大党委"},
    {"party": "expert", "words": "法律顾问 王律师"},
]


def form(tables=2, slot_minutes=10, kept=0, seats=SEATS) -> dict:
    return {"tables": tables, "slot_minutes": slot_minutes, "kept": kept, "seats": seats}


def session(area=None, *, state=PUBLISHED, begins=None, **given):
    begins = begins or clock.now() + timedelta(hours=1)
    known = {"kind": OccasionKind.RECEPTION, "title": "周五红色会客厅", "place": "会客厅"}
    return occasions.session(area, state=state, begins=begins, **known | given)


def day(area=None, *, tables=2, slot_minutes=10, kept=0, **given):
    """With its line, and the leading seat."""
    at = session(area, **given)
    line = Line(session_id=at.id, label="接待", slot_minutes=slot_minutes, kept=kept, chosen=True)
    make.saved(line)
    make.saved(ReceptionDay(session_id=at.id, line_id=line.id, tables=tables))
    seat(at)
    return at


def seat(at, party=Party.LEAD, words="社区大党委", **given) -> Seat:
    return make.saved(Seat(session_id=at.id, party=party, words=words, **given))


def line_of(at) -> Line:
    return db.session.scalars(db.select(Line).where(Line.session_id == at.id)).one()


def number(at, n=1, person=None, state=NumberState.WAITING, **given) -> QueueNumber:
    line = line_of(at)
    row = QueueNumber(session_id=at.id, line_id=line.id, n=n, state=state)
    row.person_id = row.told_id = person and person.id
    row.turn_at = time_of_number(line, at, n)
    row.entered_by_id = (person or make.staff(at=at.area)).id
    for name, value in given.items():
        setattr(row, name, value)
    return make.saved(row)


def matter(wisher=None, *, by=None, area=None, text="三号楼下水道又堵了", **known) -> Ticket:
    """Said at a reception day, received and not yet looked at."""
    wisher = wisher or make.person(phone="13859740001")
    tickets.categories()
    area = area or wisher.estate
    said = Said(Kind.RECEPTION, area, wisher, text=text, channel=Channel.RECEPTION_DAY, **known)
    return tickets._done(open_ticket(said, by=tickets.actor(by or make.staff(at=area))))


def item(at, ticket=None, why=AgendaWhy.ASKED, **given) -> AgendaItem:
    ticket = ticket or matter(area=at.area)
    row = AgendaItem(session_id=at.id, ticket_id=ticket.id, why=why)
    for name, value in given.items():
        setattr(row, name, value)
    return make.saved(row)
