"""`seed --scale dehua-reception`: what Dehua reported of its reception days before this system, row
by row: 496 sessions, 621 matters, 405 of them solved. Nobody's word was recorded: they are marked
as reported wherever they are counted, and stand in nobody's queue."""

from datetime import date, datetime, time, timedelta
from random import Random
from secrets import token_urlsafe

from flask import current_app
from sqlalchemy import insert, select

from schemas.occasion_words import OccasionKind
from schemas.occasions import ENDED
from schemas.reception_words import Source
from schemas.ticket_words import CannotDo, Channel, Kind, Solved
from schemas.tickets import CANNOT_DO, CLOSED
from server.core import clock
from server.core.db import db
from server.core.numbers import checked
from server.demo.drawn import draw
from server.demo.people import make_people
from server.demo.places import AREAS, make_places
from server.occasions.models import Session
from server.people.models import Person
from server.people.places import Area
from server.people.tree import desk_of
from server.reception.models import Heard, ReceptionDay
from server.tickets.models import Category, PrivateDetails, Ticket

SESSIONS, MATTERS, SOLVED, WEEKS = 496, 621, 405, 52
HOSTS = ("estate", "community")
BEGINS, ENDS = time(14, 30), time(17, 30)
WHO = "上报历史数据"  # whose these are: nobody who lives or signs in
FRIDAY = 4


class NotTheDemo(Exception):
    """There are other places: history of Dehua does not belong there."""


class AlreadyThere(Exception):
    """Told once."""


def tell() -> tuple[int, int, int]:
    """Into an empty database, or beside the demo. Part of the caller's transaction."""
    _may_tell()
    hosts = _hosts()
    sessions = _sessions(hosts)
    matters = _matters(sessions, hosts)
    db.session.flush()
    return len(sessions), len(matters), SOLVED


def _may_tell() -> None:
    if current_app.config["PRODUCTION"]:
        raise NotTheDemo("Not with JINLIN_ENV=production.")
    if not db.session.scalar(select(Area.id).limit(1)):
        make_people(make_places())
        db.session.flush()
    codes = {code for _, _, _, _, code, *_ in AREAS}
    if not codes <= set(db.session.scalars(select(Area.code))):
        raise NotTheDemo("These are not the places of the demo.")
    if db.session.scalar(select(Ticket.id).where(Ticket.source == Source.REPORTED).limit(1)):
        raise AlreadyThere("The reported history is there already.")


def _hosts() -> list[Area]:
    codes = [code for _, level, _, _, code, *_ in AREAS if level.value in HOSTS]
    return list(db.session.scalars(select(Area).where(Area.code.in_(codes)).order_by(Area.id)))


def _sessions(hosts: list[Area]) -> list[dict]:
    """Friday afternoons, host after host; where a week has more than hosts, a day earlier."""
    last = clock.today() - timedelta(days=(clock.today().weekday() - FRIDAY) % 7 or 7)
    rows = []
    for n in range(SESSIONS):
        week = n * WEEKS // SESSIONS
        nth = n - -(-week * SESSIONS // WEEKS)  # of this week
        on = last - timedelta(weeks=week, days=nth // len(hosts))
        rows.append(_session(hosts[nth % len(hosts)], on))
    made = insert(Session).returning(Session.id, sort_by_parameter_order=True)
    for row, session_id in zip(rows, db.session.scalars(made, rows), strict=True):
        row["id"] = session_id
    days = [{"session_id": row["id"], "tables": 1, "source": Source.REPORTED} for row in rows]
    db.session.execute(insert(ReceptionDay), days)
    return rows


def _session(host: Area, on: date) -> dict:
    starts, ends = (datetime.combine(on, at, clock.SHANGHAI) for at in (BEGINS, ENDS))
    return {
        "token": token_urlsafe(12), "kind": OccasionKind.RECEPTION, "area_id": host.id, "on": on,
        "starts_at": starts, "ends_at": ends, "ended_at": ends, "published_at": starts,
        "title": "周五红色会客厅", "theme": "", "place": "社区会客厅", "incentive": "",
        "state": ENDED,
    }  # fmt: skip


def _matters(sessions: list[dict], hosts: list[Area]) -> list[int]:
    """Each session one, some a second one; which were solved is spread evenly."""
    desks = {host.id: desk_of(host).id for host in hosts}
    who = _nobody()
    categories = list(db.session.scalars(select(Category.id).where(Category.kind == "reception")))
    first = draw(MATTERS)
    chance = Random("dehua-reception")
    rows, heard = [], []
    for n in range(MATTERS):
        session = sessions[n % SESSIONS if n < SESSIONS else (n - SESSIONS) * 3 % SESSIONS]
        solved = (n + 1) * SOLVED // MATTERS > n * SOLVED // MATTERS
        row = _matter(session, who, desks[session["area_id"]], solved)
        row |= {"number": checked(first + n), "category_id": chance.choice(categories)}
        rows.append(row)
        heard.append(session["id"])
    made = insert(Ticket).returning(Ticket.id, sort_by_parameter_order=True)
    ids = list(db.session.scalars(made, rows))
    db.session.execute(insert(PrivateDetails), [{"ticket_id": one} for one in ids])
    pairs = zip(ids, heard, strict=True)
    db.session.execute(insert(Heard), [{"ticket_id": t, "session_id": s} for t, s in pairs])
    return ids


def _matter(session: dict, who: int, desk: int, solved: bool) -> dict:
    at = session["starts_at"]
    return {
        "token": token_urlsafe(16), "kind": Kind.RECEPTION, "channel": Channel.RECEPTION_DAY,
        "area_id": session["area_id"], "wisher_id": who, "entered_by_id": who,
        "source": Source.REPORTED.value, "receiver_unit_id": desk, "holder_unit_id": desk,
        "received_at": at, "closed_at": at, "due_at": session["ends_at"], "worker_ids": [],
        "state": CLOSED if solved else CANNOT_DO, "solved": Solved.YES if solved else None,
        "cannot_do": None if solved else CannotDo.OTHER,
    }  # fmt: skip


def _nobody() -> int:
    person = Person(display_name=WHO)
    db.session.add(person)
    db.session.flush()
    return person.id
