"""A time is booked, or a number given at the door; what is free."""

from datetime import datetime

from sqlalchemy import select, update

from schemas.occasion_words import OccasionKind
from schemas.people_words import Level
from server.core.db import db
from server.core.errors import Refusal
from server.files.paper.turn import Turn, turn_pdf
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.service import lines, slots
from server.people import service as people
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import ancestor
from server.reception.models import ReceptionDay
from server.reception.service.plans import must_be_reception


class NoTable(Refusal):
    code, title = "no_table", "这一场还没有安排接待桌"
    detail = "请先安排接待桌和席位"


class LivesElsewhere(Refusal):
    code, title = "lives_elsewhere", "网上约时间先留给这里的住户"
    detail = "当天可以到现场取号；家在这里的，请先选好小区，或请服务台代约"


def must_live_near(session: Session, by: Actor) -> None:
    """In the area of the host, confirmed or not; of an estate's session in its community."""
    area = session.area
    near = (area.level is Level.ESTATE and ancestor(area, Level.COMMUNITY)) or area
    home = by.estate_id and db.session.get_one(Area, by.estate_id)
    if not home or not home.path.startswith(near.path):
        raise LivesElsewhere


lines.may_take[OccasionKind.RECEPTION] = must_live_near


def day_of(session: Session) -> ReceptionDay:
    must_be_reception(session)
    day = db.session.get(ReceptionDay, session.id)
    if day is None or day.line_id is None:
        raise NoTable
    return day


def free_times(session: Session, *, desk: bool) -> list[tuple[int, datetime]]:
    """Each time that may still be had, with its number."""
    line = day_of(session).line
    given = slots.taken([line.id])[line.id]
    free = slots.free_slots(line, session, given, desk=desk)
    return [(n, slots.time_of_number(line, session, n)) for n in free]


def book(session: Session, form: dict, *, by: Actor, works: bool) -> QueueNumber:
    """For oneself; for a relative who is called by name; by the desk for whom it knows."""
    return _with_topic(lines.take(day_of(session).line, _whom(form), by=by, works=works,
                                  wanted=form.get("n")), form)  # fmt: skip


def walk_in(session: Session, form: dict, *, by: Actor) -> QueueNumber:
    """By the desk, at the door: the first that is free, kept ones too. Without a name 「12 号」 is
    called out."""
    line = day_of(session).line
    if "called" in form or "person_id" in form:
        number = lines.take(line, _whom(form), by=by, works=True, wanted=form.get("n"))
    else:
        number = lines.take_number(line, by=by, wanted=form.get("n"))
    return _with_topic(number, form)


def _whom(form: dict) -> dict:
    return {name: form[name] for name in ("called", "person_id") if name in form}


def _with_topic(number: QueueNumber, form: dict) -> QueueNumber:
    number.topic = form["topic"]
    return number


def number_paper(number: QueueNumber, *, named: bool) -> bytes:
    """For whoever has no telephone: called by name, or 「12 号」 alone."""
    session = number.session
    ahead = lines.ahead([number]).get(number.id)
    at = None if ahead is None else lines.turn_of(number.line, session, number.n, ahead)
    desk = people.desk_of(session.area)
    name = number.called if named else None
    turn = Turn(session.area.name, session.title, number.n, name, at, session.place, desk.phone)
    return turn_pdf(turn)


def forget_topics(session: Session) -> None:
    """A day after its end, with the names that were called out: what was said is in the tickets."""
    here = select(Line.id).where(Line.session_id == session.id)
    gone = update(QueueNumber).where(QueueNumber.line_id.in_(here))
    db.session.execute(gone.values(topic=None, called=None))
