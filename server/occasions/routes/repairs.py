"""补记: asked for by whoever forgot, judged by somebody else."""

from schemas.paging import paged
from schemas.supervising import (
    ApproveForm,
    DeskWaitsView,
    RefuseForm,
    RepairForm,
    RepairListForm,
    RepairView,
)
from server.occasions import presence_rules as rules
from server.occasions.presence import Repair
from server.occasions.present import presence as present
from server.occasions.routes.api import FOUND, api
from server.occasions.rules import runs_somewhere
from server.occasions.service import repairs, waiting

SEEN = {"visible": rules.visible_repairs}
SHOWN = {"gives": RepairView, "shows": present.repair}
STEP = {"on": Repair, "lock": True, **SEEN, **SHOWN}


@api.post(
    "/sessions/<id:session_id>/repairs",
    **FOUND,
    takes=RepairForm,
    may=rules.ask_repair,
    status=201,
    **SHOWN,
)
def ask_repair(actor, session, form):
    """申请补记: how long, or when one left; its client id may be sent again"""
    return repairs.ask_repair(session, form, by=actor)


@api.get(
    "/repairs",
    lists=Repair,
    **SEEN,
    takes=RepairListForm,
    may=rules.list_repairs,
    gives=paged(RepairView),
    shows=present.repairs,
)
def list_repairs(actor, query, form):
    """补记: one's own, or those of one's sessions; the newest first"""
    return repairs.list_repairs(query, form, by=actor)


@api.get("/waiting", may=runs_somewhere, gives=DeskWaitsView)
def count_waiting(actor):
    """等您办的: repairs to judge, and who asks to join a team, counted"""
    return waiting.count_waiting(actor)


@api.post("/repairs/<id:repair_id>/approve", takes=ApproveForm, may=rules.approve_repair, **STEP)
def approve_repair(actor, repair, form):
    """同意补记: into the column of added minutes; fewer with a word of why"""
    return repairs.approve_repair(repair, form, by=actor)


@api.post("/repairs/<id:repair_id>/refuse", takes=RefuseForm, may=rules.refuse_repair, **STEP)
def refuse_repair(actor, repair, form):
    """不同意补记: with a word of why"""
    return repairs.refuse_repair(repair, form, by=actor)
