"""The rounds of a vehicle over its estates: who waits for how long, a proposal, and the plan."""

from bisect import bisect_right
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from schemas.market_words import SERVES
from schemas.people_words import Level
from schemas.ticket_words import Kind
from schemas.tickets import TICKET_FLOW
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.markets.models import Vehicle, VehicleVisit
from server.markets.service.rota import Estate, after_round, bound, next_round
from server.markets.service.vehicles import sessions_of, still_runs
from server.people.actor import Actor
from server.people.places import Area
from server.tickets.models import Category, Ticket

AHEAD = timedelta(days=90)


def estates_of(vehicle: Vehicle) -> list[Area]:
    """All below its area, in the order of the tree."""
    below = Area.path.startswith(vehicle.area.path, autoescape=True)
    query = select(Area).where(below, Area.level == Level.ESTATE)
    return list(db.session.scalars(query.order_by(Area.path)))


def waiting(vehicle: Vehicle, before: date) -> dict:
    """Each estate with the rounds it has waited on that day, the last visit before it, and the open
    wishes that this vehicle can serve. Where it never was, it counts from its first round: a new
    estate comes first."""
    days, last_on = _history(vehicle, before)
    wishes = _open_wishes(vehicle)
    return {
        area.id: {
            "area": area,
            "last_on": last_on.get(area.id),
            "waited": len(days) - bisect_right(days, last_on.get(area.id, date.min)),
            "wishes": wishes.get(area.id, 0),
        }
        for area in estates_of(vehicle)
    }


def _history(vehicle: Vehicle, before: date) -> tuple[list[date], dict[int, date]]:
    """The days on which it went out, and when it was at each estate for the last time."""
    was = VehicleVisit.vehicle_id == vehicle.id, VehicleVisit.called_off_at.is_(None)
    query = select(VehicleVisit.on, VehicleVisit.area_id).where(*was, VehicleVisit.on < before)
    visits = db.session.execute(query.order_by(VehicleVisit.on)).all()
    return sorted({on for on, _ in visits}), {area_id: on for on, area_id in visits}


def _open_wishes(vehicle: Vehicle) -> dict[int, int]:
    unserved = Ticket.kind == Kind.WISH, Ticket.state.in_(TICKET_FLOW.steps["serve"].sources)
    query = select(Ticket.area_id, func.count()).join(Category, Category.id == Ticket.category_id)
    query = query.where(*unserved, Category.code.in_(SERVES[vehicle.kind]))
    return dict(db.session.execute(query.group_by(Ticket.area_id)).all())


# ---- a proposal


def propose_visits(vehicle: Vehicle, form: dict) -> dict:
    """Day by day. A day for which something is planned already stays as it is, and counts."""
    still_runs(vehicle)
    planned = _planned(vehicle)
    wanted = _days(form)
    known = waiting(vehicle, min(wanted))
    now = [
        Estate(area_id, row["area"].path, row["waited"], row["wishes"])
        for area_id, row in known.items()
    ]
    stops = []
    for day in sorted({*wanted, *(day for day in planned if day >= min(wanted))}):
        chosen = [] if day in planned else next_round(now, vehicle.a_day)
        stops += [(day, stop) for stop in chosen]
        now = after_round(now, planned.get(day) or {stop.estate.id for stop in chosen})
    k = bound(len(now), vehicle.a_day)
    return {"estates": len(now), "bound": k, "known": known, "stops": stops}


def _days(form: dict) -> list[date]:
    """From today on; a past day cannot be planned."""
    span = (form["until"] - form["since"]).days + 1
    days = [form["since"] + timedelta(days=n) for n in range(span)]
    wanted = [d for d in days if d >= clock.today() and d.isoweekday() in form["weekdays"]]
    if not wanted:
        raise Malformed(weekdays="这段时间里没有选中的日子")
    return wanted


def _planned(vehicle: Vehicle) -> dict[date, set[int]]:
    ahead = VehicleVisit.vehicle_id == vehicle.id, VehicleVisit.on >= clock.today()
    query = select(VehicleVisit).where(*ahead, VehicleVisit.called_off_at.is_(None))
    found: dict[date, set[int]] = {}
    for visit in db.session.scalars(query):
        found.setdefault(visit.on, set()).add(visit.area_id)
    return found


# ---- the plan


def plan_visits(vehicle: Vehicle, form: dict, *, by: Actor) -> Vehicle:
    """What the desk accepts, once each: a visit that was called off is planned again."""
    still_runs(vehicle)
    _check(vehicle, form["items"])
    stops = sorted({(item["on"], item["area_id"]) for item in form["items"]})
    rounds = _rounds(vehicle, sorted({on for on, _ in stops}))
    market = sessions_of([(area_id, on) for on, area_id in stops])
    rows = [
        {
            "vehicle_id": vehicle.id,
            "area_id": area_id,
            "on": on,
            "round": rounds[on],
            "session_id": market.get((area_id, on)),
            "planned_by_id": by.id,
        }
        for on, area_id in stops
    ]
    once = [VehicleVisit.vehicle_id, VehicleVisit.area_id, VehicleVisit.on]
    saved = insert(VehicleVisit).values(rows)
    again = saved.on_conflict_do_update(index_elements=once, set_={"called_off_at": None})
    db.session.execute(again)
    return vehicle


def _check(vehicle: Vehicle, items: list[dict]) -> None:
    estates = {area.id for area in estates_of(vehicle)}
    if not all(item["area_id"] in estates for item in items):
        raise Malformed(items="这辆车不到这个小区")
    first, last = clock.today(), clock.today() + AHEAD
    if not all(first <= item["on"] <= last for item in items):
        raise Malformed(items="请排今天起 90 天以内的日子")


def _rounds(vehicle: Vehicle, days: list[date]) -> dict[date, int]:
    """A day that has a number keeps it; the others go on counting."""
    query = select(VehicleVisit.on, func.max(VehicleVisit.round)).where(
        VehicleVisit.vehicle_id == vehicle.id
    )
    known = dict(db.session.execute(query.group_by(VehicleVisit.on)).all())
    last = max(known.values(), default=0)
    for day in days:
        if day not in known:
            last += 1
            known[day] = last
    return known
