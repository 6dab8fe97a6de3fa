"""Stalls: of a session, one of them, set up, changed, taken away."""

from schemas.markets import (
    StallChangeForm,
    StallForm,
    StallFoundForm,
    StallList,
    StallNumberView,
    StallView,
)
from server.core.api import anyone
from server.core.views import PDF
from server.markets import rules
from server.markets.models import Stall
from server.markets.present import stalls as present
from server.markets.routes.api import api
from server.markets.service import finding, sheets
from server.markets.service import stalls as service
from server.occasions.models import Session
from server.occasions.rules import visible_sessions

ONE = {"gives": StallView, "shows": present.stall}
FOUND = {"on": Stall, "visible": rules.visible_stalls}
OF_A_SESSION = {"on": Session, "visible": visible_sessions}


@api.get("/sessions/<id:session_id>/stalls", **OF_A_SESSION, may=anyone, gives=StallList,
         shows=present.stalls)  # fmt: skip
def list_stalls(actor, session):
    """有哪些摊位: with how many wait and how many were served"""
    return service.list_stalls(session)


@api.post("/sessions/<id:session_id>/stalls", **OF_A_SESSION, takes=StallForm, may=rules.add_stall,
          **ONE, status=201)  # fmt: skip
def add_stall(actor, session, form):
    """摊位: a stall of a session, with the line before it"""
    return service.add_stall(session, form, by=actor)


@api.get("/stalls/<id:stall_id>", **FOUND, **ONE, may=anyone)
def show_stall(actor, stall):
    """One stall"""
    return stall


@api.post("/stalls/<id:stall_id>/change", **FOUND, **ONE, lock=True, takes=StallChangeForm,
          may=rules.change_stall)  # fmt: skip
def change_stall(actor, stall, form):
    """改摊位: who stands there, how many numbers"""
    return service.change_stall(stall, form, by=actor)


@api.post("/stalls/<id:stall_id>/remove", **FOUND, lock=True, may=rules.remove_stall,
          gives=StallList, shows=present.stalls)  # fmt: skip
def remove_stall(actor, stall):
    """撤摊位: as long as nobody has got a number; the others stay"""
    return service.remove_stall(stall, by=actor)


@api.post("/stalls/<id:stall_id>/find", **FOUND, takes=StallFoundForm, may=rules.find_at_stall,
          gives=StallNumberView, once=False)  # fmt: skip
def find_at_stall(actor, stall, form):
    """扫码找号: whose number it is, by their code, their card or the slip of their wish"""
    return finding.find_at_stall(stall, form["code"])


@api.get("/stalls/<id:stall_id>/sheet.pdf", **FOUND, may=rules.print_stall_sheet, gives=PDF)
def print_stall_sheet(actor, stall):
    """叫号单: the numbers with a box for each outcome, for when nothing is online"""
    return sheets.stall_sheet(stall)
