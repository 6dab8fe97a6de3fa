"""A year of Fridays (周五红色会客厅) in three communities: who sat there, who came, what was
said and what became of it. Rows, not acts: hundreds in a second. The last Friday and those to come
are lived, in friday_lives.py."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from secrets import token_urlsafe

from sqlalchemy import insert, select

from schemas.occasion_words import OccasionKind
from schemas.occasions import ENDED, NumberState
from schemas.reception_words import Party, ReceptionOutcome, SeatState
from server.core import clock
from server.core.db import db
from server.demo.friday_matters import Told, matter_rows
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.reception.models import Heard, ReceptionDay, Seat
from server.reception.service.plans import LABEL
from server.tickets.models import Category

WEEKS, FRIDAY, SLOT = 51, 4, 10  # weeks before the last Friday
BEGINS, ENDS = time(14, 30), time(17, 30)
TITLE, PLACE = "周五红色会客厅", "社区党群服务中心一楼"
# Who is expected: party, unit of the demo, words.
SEATS = (
    (Party.LEAD, None, "社区大党委书记"),
    (Party.COUNTY_UNIT, "order", ""),
    (Party.BRANCH, None, "小区党支部"),
    (Party.OWNERS, None, "业委会"),
    (Party.PROPERTY, "property", ""),
    (Party.SOCIETY, "neighbours", ""),
    (Party.EXPERT, None, "法律顾问 戴律师"),
)


@dataclass
class Hosted:
    """A community, and whoever has to do with its Fridays."""

    key: str
    desk: str
    officer: str
    colleague: str  # who calls those without a telephone back
    visitors: str
    random: Random | None = None  # of this telling


HOSTED = (
    Hosted("xiangbing", "su", "zhang", "liping", "chen linbo zhou xu zeng he xie jiang wubo lai"),
    Hosted("baomei", "qiaoyun", "liu", "guodong", "huang cai sun xu_potter ruan guo lian"),
    Hosted("xundong", "simin", "lan", "yan", "fang tu luo ma ke"),
)


def tell_the_year(places: dict, people: dict, last_night: datetime) -> None:
    """All but the last Friday, in a few statements."""
    last = last_friday(last_night)
    categories = dict(db.session.execute(select(Category.code, Category.id)).all())
    for known in HOSTED:
        hosted = replace(known, random=Random(f"fridays of {known.key}"))
        days = [last - timedelta(weeks=week) for week in range(WEEKS, 0, -1)]
        sessions = _sessions(hosted, days, places, people)
        _seats(hosted, sessions, places, people)
        told = _heard(hosted, sessions, people)
        matter_rows(told, hosted, places, people, categories, last_night)
        _numbers(sessions, told)
    db.session.flush()


def last_friday(last_night: datetime) -> date:
    day = clock.local(last_night).date()
    return day - timedelta(days=(day.weekday() - FRIDAY) % 7)


def unit_of(hosted: Hosted, key: str) -> str:
    return f"{hosted.key}_property" if key == "property" else key


def _sessions(hosted: Hosted, days: list[date], places: dict, people: dict) -> list[dict]:
    rows = [_session(hosted, day, places, people) for day in days]
    made = insert(Session).returning(Session.id, sort_by_parameter_order=True)
    ids = list(db.session.scalars(made, rows))
    lines = [{"session_id": one, "label": LABEL, "slot_minutes": SLOT, "chosen": True,
              "kept": 4, "last": 4} for one in ids]  # fmt: skip
    made = insert(Line).returning(Line.id, sort_by_parameter_order=True)
    line_ids = list(db.session.scalars(made, lines))
    for row, session_id, line_id in zip(rows, ids, line_ids, strict=True):
        row |= {"id": session_id, "line_id": line_id}
    db.session.execute(
        insert(ReceptionDay),
        [{"session_id": row["id"], "line_id": row["line_id"], "tables": 2} for row in rows],
    )
    return rows


def _session(hosted: Hosted, on: date, places: dict, people: dict) -> dict:
    starts, ends = (datetime.combine(on, at, clock.SHANGHAI) for at in (BEGINS, ENDS))
    return {
        "token": token_urlsafe(12), "kind": OccasionKind.RECEPTION, "state": ENDED,
        "area_id": places[hosted.key].id, "on": on, "starts_at": starts, "ends_at": ends,
        "published_at": starts - timedelta(days=7), "ended_at": ends, "title": TITLE,
        "theme": "", "place": PLACE, "incentive": "", "lead_id": people[hosted.desk].id,
    }  # fmt: skip


def _seats(hosted: Hosted, sessions: list[dict], places: dict, people: dict) -> None:
    """Most come; the owners of one community have kept missing lately."""
    rows = []
    for nth, session in enumerate(reversed(sessions)):
        for party, unit, words in SEATS:
            late = hosted.key == "baomei" and party is Party.OWNERS and nth < 3
            state = SeatState.ABSENT if late else _came(hosted.random)
            rows.append({
                "session_id": session["id"], "party": party, "words": words, "state": state,
                "unit_id": unit and places[unit_of(hosted, unit)].id,
                "deputy": "办公室副主任" if state is SeatState.DEPUTY else None,
                "marked_by_id": people[hosted.desk].id, "marked_at": session["starts_at"],
            })  # fmt: skip
    db.session.execute(insert(Seat), rows)


def _came(random: Random) -> SeatState:
    return random.choice([SeatState.PRESENT] * 8 + [SeatState.DEPUTY, SeatState.ABSENT])


def _heard(hosted: Hosted, sessions: list[dict], people: dict) -> list[Told]:
    """One to three at each, and now and then nobody: an empty afternoon is told as one."""
    told, visitors = [], hosted.visitors.split()
    for session in sessions:
        for nth in range(hosted.random.choice((0, 1, 2, 2, 3))):
            at = session["starts_at"] + nth * timedelta(minutes=SLOT)
            who = people[hosted.random.choice(visitors)]
            told.append(Told(session["id"], session["line_id"], nth + 1, at, who))
    return told


def _numbers(sessions: list[dict], told: list[Told]) -> None:
    """Each that was heard, and the fourth time of every third Friday: called, and nobody came."""
    rows = [_number(one) for one in told]
    for nth, session in enumerate(sessions):
        if nth % 3 == 0:
            at = session["starts_at"] + 3 * timedelta(minutes=SLOT)
            gone = Told(session["id"], session["line_id"], 4, at, told[0].who)
            rows.append(_number(gone) | {
                "state": NumberState.NOT_SERVED, "outcome": ReceptionOutcome.NO_SHOW.value,
                "subject_kind": None, "subject_id": None,
            })  # fmt: skip
    db.session.execute(insert(QueueNumber), rows)
    heard = [{"ticket_id": one.ticket_id, "session_id": one.session_id} for one in told]
    db.session.execute(insert(Heard), heard)


def _number(one: Told) -> dict:
    spot = ReceptionOutcome.ANSWERED if one.on_the_spot else ReceptionOutcome.RECEIVED
    return {
        "session_id": one.session_id, "line_id": one.line_id, "n": one.n, "turn_at": one.at,
        "person_id": one.who.id, "told_id": one.who.id if one.who.phone else None,
        "entered_by_id": one.who.id, "called_to": 1 + one.n % 2, "state": NumberState.SERVED,
        "outcome": spot.value, "subject_kind": "tickets", "subject_id": one.ticket_id,
        "made_at": one.at - timedelta(days=1), "done_at": one.at + timedelta(minutes=8),
    }  # fmt: skip
