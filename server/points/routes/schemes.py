"""Schemes, and the balance sheet that anybody may read."""

from schemas.points_schemes import (
    SchemeChangeForm,
    SchemeForm,
    SchemeList,
    SchemesForm,
    SchemeView,
)
from schemas.points_sheet import SheetView
from server.core.api import anyone, everything
from server.points import rules
from server.points.models import Scheme
from server.points.present import schemes as present
from server.points.present.sheet import sheet
from server.points.routes.api import api
from server.points.service import schemes as service
from server.points.service import sheet as sums

SEEN = {"on": Scheme, "visible": rules.visible_schemes}
SHOWN = {"gives": SchemeView, "shows": present.scheme}


@api.get("/schemes", lists=Scheme, visible=rules.visible_schemes, takes=SchemesForm,
         may=rules.list_schemes, gives=SchemeList, shows=present.schemes, also=(404,))  # fmt: skip
def list_schemes(actor, query, form):
    """积分账套: those I have to do with, or of an area and what is above and below it"""
    return service.list_schemes(query, form)


@api.post("/schemes", takes=SchemeForm, may=rules.make_scheme, **SHOWN, status=201)
def make_scheme(actor, form):
    """设立积分账套: one for an area, for all below it that have none of their own"""
    return service.make_scheme(form, by=actor)


@api.get("/schemes/<id:scheme_id>", **SEEN, **SHOWN, may=rules.show_scheme)
def show_scheme(actor, scheme):
    """One scheme, and how points are earned in it today"""
    return scheme


@api.post("/schemes/<id:scheme_id>/change", **SEEN, **SHOWN, lock=True, takes=SchemeChangeForm,
          may=rules.change_scheme)  # fmt: skip
def change_scheme(actor, scheme, form):
    """改名称和有效期; points that have arrived keep their last day"""
    return service.change_scheme(scheme, form, by=actor)


@api.get("/schemes/<id:scheme_id>/sheet", on=Scheme, visible=everything, may=anyone,
         gives=SheetView, shows=sheet)  # fmt: skip
def show_sheet(actor, scheme):
    """公开账目: donated, promised, announced, in purses, redeemed, expired; it adds up"""
    return sums.sheet(scheme)
