"""The month of an area: plan against held, visits, services, hours; the sessions behind them."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from schemas.market_words import Outcome, StallKind
from schemas.occasion_words import Capacity
from schemas.occasions import NumberState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.core.paging import Page, page
from server.markets.models import Stall
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.presence import Attendance
from server.people.actor import within
from server.people.models import Person
from server.people.places import Area
from server.people.tree import area_path
from server.reports.figures import ADDED_UP, AMONG, FIGURES
from server.reports.measured import measured

TOTAL = None  # the area under which the whole is counted


class Month(NamedTuple):
    first: date
    last: date


def month_of(text: str) -> Month:
    year, month = map(int, text.split("-"))
    return Month(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def sessions_in(form: dict) -> Select:
    """The ids of the sessions of a month, of an area and all below it."""
    first, last = month_of(form["month"])
    here = within(Session.area_id, [area_path(form["area_id"])])
    then = Session.on.between(first, last), Session.kind == form["kind"]
    return select(Session.id).where(here, *then)


def market_month(form: dict) -> dict:
    scope = sessions_in(form)
    areas = _by_area(scope)
    people = {name: _persons(name, scope) for name in AMONG}
    for area_id, row in areas.items():
        row["values"] |= {name: counts.get(area_id, 0) for name, counts in people.items()}
    total = {name: sum(row["values"][name] for row in areas.values()) for name in ADDED_UP}
    total |= {name: counts.get(TOTAL, 0) for name, counts in people.items()}
    return {
        "area": db.session.scalars(select(Area).where(Area.id == form["area_id"])).one(),
        "month": form["month"],
        "days": month_of(form["month"]),
        "until": clock.now(),
        "total": total,
        "areas": areas,
        "outcomes": _outcomes(scope),
    }


def _by_area(scope: Select) -> dict[int, dict]:
    rows = measured(scope).subquery()
    sums = [func.sum(rows.c[name]).label(name) for name in ADDED_UP]
    query = select(Area.id, Area.name, *sums).join(rows, rows.c.area_id == Area.id)
    found = db.session.execute(query.group_by(Area.id, Area.name).order_by(Area.path))
    return {
        row.id: {"name": row.name, "values": {name: int(row._mapping[name]) for name in ADDED_UP}}
        for row in found
    }


def _persons(name: str, scope: Select) -> dict[int | None, int]:
    """Different people by area, and under None over all areas; whoever somebody was merged into."""
    who, counted = _counted(name)
    person = func.coalesce(Person.merged_into_id, Person.id).distinct()
    query = select(Session.area_id, func.count(person)).join(who, who.session_id == Session.id)
    query = query.join(Person, Person.id == who.person_id).where(Session.id.in_(scope), counted)
    return dict(db.session.execute(query.group_by(func.rollup(Session.area_id))).all())


def _counted(name: str):
    if name == "served_persons":
        return QueueNumber, QueueNumber.state == NumberState.SERVED
    capacity = Capacity.VISIT if name == "visit_persons" else Capacity.DUTY
    return Attendance, (Attendance.capacity == capacity) & Attendance.in_at.is_not(None)


def _outcomes(scope: Select) -> list[tuple[StallKind, Outcome, int]]:
    query = select(Stall.kind, QueueNumber.outcome, func.count())
    query = query.join(QueueNumber, QueueNumber.line_id == Stall.line_id)
    known = Stall.session_id.in_(scope), QueueNumber.outcome.is_not(None)
    rows = db.session.execute(query.where(*known).group_by(Stall.kind, QueueNumber.outcome)).all()
    return sorted((kind, Outcome(outcome), count) for kind, outcome, count in rows)


# ---- the sessions behind a figure


def market_rows(query: Select, form: dict) -> Page:
    """By day. Of different people the sessions at which they were, never their names."""
    scope = sessions_in(form)
    if figure := form.get("figure"):
        if figure not in FIGURES:
            raise Malformed(figure="没有这个数")
        rows = measured(scope).subquery()
        counts = rows.c[AMONG.get(figure, figure)]
        scope = select(rows.c.id).where(counts > 0)
    query = query.where(Session.id.in_(scope)).options(joinedload(Session.area))
    return page(query, form, order=(Session.on, Session.id))


def values_of(ids: list[int]) -> dict[int, dict[str, int]]:
    """What each session adds to the figures."""
    scope = select(Session.id).where(Session.id.in_(ids))
    rows = db.session.execute(measured(scope))
    return {row.id: {name: row._mapping[name] for name in ADDED_UP} for row in rows}
