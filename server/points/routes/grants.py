"""Manual grants and deductions: asked for, agreed to or not, looked at."""

from schemas.points_grants import (
    DeclineGrantForm,
    OwnGrantView,
    PointsGrantForm,
    PointsGrantPage,
    PointsGrantsForm,
    PointsGrantView,
    PointsWaitsView,
)
from server.points import rules
from server.points.earning import Grant
from server.points.models import Scheme
from server.points.present import grants as present
from server.points.routes.api import api
from server.points.service import grants as service

SEEN = {"on": Grant, "visible": rules.visible_grants}
SHOWN = {"gives": PointsGrantView, "shows": present.grant}


@api.get("/grants", lists=Grant, visible=rules.visible_grants, takes=PointsGrantsForm,
         may=rules.list_grants, gives=PointsGrantPage, shows=present.grants)  # fmt: skip
def list_grants(actor, query, form):
    """人工发放和扣减: the newest first"""
    return service.list_grants(query, form)


@api.get("/waiting", may=rules.works_at_desk, gives=PointsWaitsView)
def count_points_waiting(actor):
    """等您办的: grants that this person may agree to, counted"""
    return {"grants": service.waiting_grants(actor)}


@api.post("/schemes/<id:scheme_id>/grants", on=Scheme, visible=rules.visible_schemes,
          takes=PointsGrantForm, may=rules.ask_grant, **SHOWN, status=201)  # fmt: skip
def ask_grant(actor, scheme, form):
    """登记人工发放 or 扣减: nothing moves before a second person has agreed"""
    return service.ask_grant(scheme, form, by=actor)


@api.get("/grants/<id:grant_id>", **SEEN, **SHOWN, may=rules.show_grant)
def show_grant(actor, grant):
    """One of them"""
    return grant


@api.get("/grants/<id:grant_id>/mine", on=Grant, visible=rules.own_grants,
         may=rules.show_own_grant, gives=OwnGrantView, shows=present.own_grant)  # fmt: skip
def show_own_grant(actor, grant):
    """社区给的 or 扣回的: why, and which two of the desk answer for it"""
    return grant


@api.post("/grants/<id:grant_id>/approve", **SEEN, **SHOWN, lock=True, may=rules.approve_grant)
def approve_grant(actor, grant):
    """同意: the points move now"""
    return service.approve_grant(grant, by=actor)


@api.post("/grants/<id:grant_id>/decline", **SEEN, **SHOWN, lock=True, takes=DeclineGrantForm,
          may=rules.decline_grant)  # fmt: skip
def decline_grant(actor, grant, form):
    """不同意, and why"""
    return service.decline_grant(grant, form, by=actor)
