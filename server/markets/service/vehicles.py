"""五车: made, changed, retired; where they stop, planned and called off."""

from datetime import date

from sqlalchemy import Select, or_, select, tuple_
from sqlalchemy.orm import joinedload

from schemas.occasion_words import OccasionKind
from schemas.occasions import PUBLISHED, SessionState
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.core.paging import Page, page
from server.markets.models import Vehicle, VehicleVisit
from server.messages.service import tell
from server.occasions.models import Session
from server.occasions.rules import runs
from server.occasions.service.ending import when_called_off
from server.occasions.service.gates import still_ready
from server.people import service as people
from server.people.actor import Actor
from server.people.places import Area, Unit
from server.people.tree import around

NEAR = (SessionState.PLANNED, SessionState.PUBLISHED)


class Retired(Refusal):
    code, title, detail = "vehicle_retired", "这辆车已经停用", "请换一辆车，或另外登记一辆"


class VisitOver(Refusal):
    code, title, detail = "visit_over", "这一天已经过去或已取消", "请刷新后再看"


def list_vehicles(query: Select, form: dict) -> list[Vehicle]:
    if "area_id" in form:
        query = query.where(around(Vehicle.area_id, form["area_id"]))
    query = query.where(in_service()).options(joinedload(Vehicle.area), joinedload(Vehicle.unit))
    return list(db.session.scalars(query.order_by(Vehicle.kind, Vehicle.id)))


def in_service():
    return or_(Vehicle.until.is_(None), Vehicle.until > clock.today())


def make_vehicle(form: dict, *, by: Actor) -> Vehicle:
    area = db.session.get(Area, form["area_id"])
    if area is None or not runs(by, area.path):
        raise NotAllowed
    _check_unit(form["unit_id"], area)
    vehicle = Vehicle(since=clock.today(), **form)
    db.session.add(vehicle)
    db.session.flush()
    record("make_vehicle", vehicle, by=by)
    return vehicle


def change_vehicle(vehicle: Vehicle, form: dict, *, by: Actor) -> Vehicle:
    still_runs(vehicle)
    _check_unit(form["unit_id"], vehicle.area)
    for name, value in form.items():
        setattr(vehicle, name, value)
    db.session.flush()
    db.session.expire(vehicle, ["unit"])
    return vehicle


def _check_unit(unit_id: int | None, area: Area) -> None:
    """Its crew comes from somewhere on the way up, or from below."""
    unit = unit_id and db.session.get(Unit, unit_id)
    if unit_id and not (
        unit and (people.serves(unit, area) or unit.area.path.startswith(area.path))
    ):
        raise Malformed(unit_id="这里没有这个单位")


def retire_vehicle(vehicle: Vehicle, *, by: Actor) -> Vehicle:
    """From today on; what was planned for it is called off. A market day that has nothing else is
    put right first."""
    still_runs(vehicle)
    vehicle.until = clock.today()
    ahead = VehicleVisit.vehicle_id == vehicle.id, VehicleVisit.on >= vehicle.until
    live = VehicleVisit.called_off_at.is_(None)
    visits = db.session.scalars(select(VehicleVisit).where(*ahead, live)).all()
    with still_ready(*_published_at(visits)):
        for visit in visits:
            visit.called_off_at = clock.now()
            _tell(visit)
    record("retire_vehicle", vehicle, by=by)
    return vehicle


def still_runs(vehicle: Vehicle) -> None:
    if vehicle.until and vehicle.until <= clock.today():
        raise Retired


# ---- visits


def list_visits(query: Select, form: dict) -> Page:
    query = query.where(VehicleVisit.on >= form.get("since", clock.today()))
    if "until" in form:
        query = query.where(VehicleVisit.on <= form["until"])
    if "vehicle_id" in form:
        query = query.where(VehicleVisit.vehicle_id == form["vehicle_id"])
    if "area_id" in form:
        query = query.where(around(VehicleVisit.area_id, form["area_id"]))
    return page(loaded(query), form, order=(VehicleVisit.on, VehicleVisit.id))


def loaded(query: Select) -> Select:
    with_vehicle = joinedload(VehicleVisit.vehicle).joinedload(Vehicle.area)
    return query.options(with_vehicle, joinedload(VehicleVisit.area))


def call_off_visit(visit: VehicleVisit, *, by: Actor) -> VehicleVisit:
    """Rained off: the estate waits on as if the vehicle had not been planned for it."""
    if visit.called_off_at or visit.on < clock.today():
        raise VisitOver
    with still_ready(*_published_at([visit])):
        visit.called_off_at = clock.now()
    record("call_off_visit", visit, by=by)
    _tell(visit)
    return visit


def _published_at(visits: list[VehicleVisit]) -> list[Session]:
    """What they are to come to and has not begun; afterwards it is on record who came."""
    there = tuple_(Session.area_id, Session.on).in_([(one.area_id, one.on) for one in visits])
    shown = Session.state == PUBLISHED, Session.starts_at > clock.now()
    return list(db.session.scalars(select(Session).where(there, *shown)))


def stay_at_home(session: Session) -> None:
    """The market day is off: what was to come to it does not."""
    coming = VehicleVisit.session_id == session.id, VehicleVisit.called_off_at.is_(None)
    for visit in db.session.scalars(select(VehicleVisit).where(*coming)):
        visit.called_off_at = clock.now()


def _tell(visit: VehicleVisit) -> None:
    """Whoever leads the market day to which it was to come."""
    session = db.session.get(Session, visit.session_id) if visit.session_id else None
    if session is None or session.lead_id is None:
        return
    words = (
        f"{visit.vehicle.name} {visit.on:%m月%d日}来不了{visit.area.name}，请看看要不要另外设摊。"
    )
    reason = f"visit:{visit.id}:called_off:{visit.called_off_at:%Y%m%d%H%M%S%f}"
    tell(session.lead_id, "服务车来不了", words, reason=reason, link=("session", session.id))


def sessions_of(stops: list[tuple[int, date]]) -> dict[tuple[int, date], int]:
    """The market day of each (estate, day), where there is one."""
    here = Session.area_id.in_({area_id for area_id, _ in stops})
    then = Session.on.in_({on for _, on in stops})
    query = select(Session.area_id, Session.on, Session.id).where(here, then)
    rows = query.where(Session.kind == OccasionKind.MARKET, Session.state.in_(NEAR))
    return {(area_id, on): row_id for area_id, on, row_id in db.session.execute(rows)}


when_called_off.append(stay_at_home)
