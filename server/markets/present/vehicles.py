"""Vehicles, their visits, and who waits for them."""

from sqlalchemy import func, select

from server.core import clock
from server.core.db import db
from server.core.paging import Page
from server.markets import rules
from server.markets.models import Vehicle, VehicleVisit
from server.markets.service import rounds
from server.markets.service.rota import bound
from server.markets.service.vehicles import loaded, sessions_of
from server.people.actor import Actor
from server.workdays.lunar import day_words

NEXT = 30  # visits on a vehicle's page
BUTTONS = {"change": "改车辆", "propose": "排班", "retire": "停用"}


def vehicles(actor: Actor | None, rows: list[Vehicle]) -> dict:
    next_on = _next_on([row.id for row in rows])
    return {"items": [_vehicle(actor, row, next_on.get(row.id)) for row in rows]}


def _next_on(ids: list[int]) -> dict:
    ahead = VehicleVisit.on >= clock.today(), VehicleVisit.called_off_at.is_(None)
    query = select(VehicleVisit.vehicle_id, func.min(VehicleVisit.on))
    query = query.where(VehicleVisit.vehicle_id.in_(ids), *ahead)
    return dict(db.session.execute(query.group_by(VehicleVisit.vehicle_id)).all())


def _vehicle(actor: Actor | None, row: Vehicle, next_on) -> dict:
    names = "id area_id kind name unit_id a_day since until"
    return {name: getattr(row, name) for name in names.split()} | {
        "area_name": row.area.name,
        "kind_label": row.kind.label,
        "unit_name": row.unit and row.unit.name,
        "next_on": next_on,
        "actions": _actions(actor, row),
    }


def _actions(actor: Actor | None, row: Vehicle) -> list[dict]:
    over = row.until is not None and row.until <= clock.today()
    if actor is None or over or not rules.change_vehicle(actor, row):
        return []
    return [{"action": name, "label": label} for name, label in BUTTONS.items()]


def vehicle(actor: Actor, row: Vehicle) -> dict:
    """With the next visits, and the estates that wait longest."""
    (shown,) = vehicles(actor, [row])["items"]
    ahead = VehicleVisit.vehicle_id == row.id, VehicleVisit.on >= clock.today()
    query = select(VehicleVisit).where(*ahead).order_by(VehicleVisit.on, VehicleVisit.id)
    found = db.session.scalars(loaded(query.limit(NEXT))).all()
    known = rounds.waiting(row, clock.today())
    longest = sorted(known.values(), key=lambda w: (-w["waited"], -w["wishes"], w["area"].path))
    return shown | {
        "estates": len(known),
        "bound": bound(len(known), row.a_day),
        "visits": visits(actor, Page(found, None)).items,
        "waiting": [_waiting(one) for one in longest],
    }


def _waiting(known: dict) -> dict:
    area = known["area"]
    shown = {name: known[name] for name in ("waited", "last_on", "wishes")}
    return {"area_id": area.id, "area_name": area.name, **shown}


def visits(actor: Actor | None, page: Page) -> Page:
    return Page([visit(actor, row) for row in page.items], page.next)


def visit(actor: Actor | None, row: VehicleVisit) -> dict:
    names = "id vehicle_id area_id on round session_id"
    return {name: getattr(row, name) for name in names.split()} | {
        "vehicle_name": row.vehicle.name,
        "kind_label": row.vehicle.kind.label,
        "area_name": row.area.name,
        "day_words": day_words(row.on),
        "called_off": row.called_off_at is not None,
        "actions": _visit_actions(actor, row),
    }


def _visit_actions(actor: Actor | None, row: VehicleVisit) -> list[dict]:
    over = row.called_off_at is not None or row.on < clock.today()
    if actor is None or over or not rules.call_off_visit(actor, row):
        return []
    return [{"action": "call_off", "label": "这天不来了"}]


def rota(actor: Actor, proposal: dict) -> dict:
    stops = [(stop.estate.id, day) for day, stop in proposal["stops"]]
    market = sessions_of(stops)
    return {
        "estates": proposal["estates"],
        "bound": proposal["bound"],
        "items": [
            _waiting(proposal["known"][stop.estate.id])
            | {"waited": stop.estate.waited, "wishes": stop.estate.wishes}
            | {"on": day, "day_words": day_words(day), "due": stop.due}
            | {"session_id": market.get((stop.estate.id, day))}
            for day, stop in proposal["stops"]
        ],
    }
