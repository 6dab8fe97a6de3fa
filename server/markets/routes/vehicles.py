"""五车: the vehicles, their visits, and the plan of their rounds."""

from schemas.market_vehicles import (
    RotaForm,
    RotaView,
    SheetForm,
    VehicleChangeForm,
    VehicleForm,
    VehiclePageView,
    VehiclesForm,
    VehicleView,
    VisitsForm,
    VisitsPlanForm,
    VisitView,
)
from schemas.paging import listed, paged
from server.core.api import anyone, everything
from server.core.views import PDF
from server.markets import rules
from server.markets.models import Vehicle, VehicleVisit
from server.markets.present import vehicles as present
from server.markets.routes.api import api
from server.markets.service import rounds, sheets
from server.markets.service import vehicles as service

ONE = {"on": Vehicle, "visible": everything}
SHOWN = {"gives": VehiclePageView, "shows": present.vehicle}


@api.get("/vehicles", lists=Vehicle, visible=everything, takes=VehiclesForm, may=anyone,
         gives=listed(VehicleView), shows=present.vehicles, also=(404,))  # fmt: skip
def list_vehicles(actor, query, form):
    """五车: those in service, of an area and of what is above and below it"""
    return service.list_vehicles(query, form)


@api.post("/vehicles", takes=VehicleForm, may=rules.make_vehicle, **SHOWN, status=201)
def make_vehicle(actor, form):
    """登记一辆服务车"""
    return service.make_vehicle(form, by=actor)


@api.get("/vehicles/<id:vehicle_id>", **ONE, **SHOWN, may=rules.show_vehicle)
def show_vehicle(actor, vehicle):
    """One vehicle: where it goes next, and which estates have waited longest"""
    return vehicle


@api.post("/vehicles/<id:vehicle_id>/change", **ONE, **SHOWN, lock=True, takes=VehicleChangeForm,
          may=rules.change_vehicle)  # fmt: skip
def change_vehicle(actor, vehicle, form):
    """改车辆: its name, its crew, how many estates it reaches on a day"""
    return service.change_vehicle(vehicle, form, by=actor)


@api.post("/vehicles/<id:vehicle_id>/retire", **ONE, **SHOWN, lock=True, may=rules.retire_vehicle)
def retire_vehicle(actor, vehicle):
    """停用: from today on; what was planned for it is called off"""
    return service.retire_vehicle(vehicle, by=actor)


@api.post("/vehicles/<id:vehicle_id>/rota", **ONE, takes=RotaForm, may=rules.propose_visits,
          gives=RotaView, shows=present.rota, once=False)  # fmt: skip
def propose_visits(actor, vehicle, form):
    """排班: the next rounds as the rota would have them; nothing is saved"""
    return rounds.propose_visits(vehicle, form)


@api.post("/vehicles/<id:vehicle_id>/visits", **ONE, **SHOWN, lock=True, takes=VisitsPlanForm,
          may=rules.plan_visits)  # fmt: skip
def plan_visits(actor, vehicle, form):
    """就这样排: the proposal, as the desk has left or changed it"""
    return rounds.plan_visits(vehicle, form, by=actor)


@api.get("/visits", lists=VehicleVisit, visible=everything, takes=VisitsForm, may=anyone,
         gives=paged(VisitView), shows=present.visits)  # fmt: skip
def list_visits(actor, query, form):
    """车到哪里: by day, of an area or a vehicle"""
    return service.list_visits(query, form)


@api.post("/visits/<id:visit_id>/call_off", on=VehicleVisit, visible=everything, lock=True,
          may=rules.call_off_visit, gives=VisitView, shows=present.visit)  # fmt: skip
def call_off_visit(actor, visit):
    """这天不来了 (下雨): the estate waits on as if it had not been planned"""
    return service.call_off_visit(visit, by=actor)


@api.get("/vehicles/<id:vehicle_id>/sheet.pdf", **ONE, takes=SheetForm, gives=PDF, also=(404,),
         may=rules.print_vehicle_sheet)  # fmt: skip
def print_vehicle_sheet(actor, vehicle, form):
    """行车单: its stops of one day on paper"""
    return sheets.vehicle_sheet(vehicle, form["on"])
