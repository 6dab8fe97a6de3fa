"""Slips: printing them, and whatever their code leads to. The code identifies, it never
authorises: what opens depends on who scans it."""

from schemas.ticket_parts import (
    PrintedSlipView,
    PrintSlipForm,
    ScannedSlipView,
    SlipAnsweredView,
    SlipAnswerForm,
    SlipCodeForm,
    SlipCodeSentView,
    SlipPhotoView,
)
from server.core.api import anyone, everything
from server.tickets import part_rules
from server.tickets.present import slips as present
from server.tickets.routes.api import FOUND, api
from server.tickets.service import slip_codes, slips
from server.tickets.slips import Slip

BY_TOKEN = {"on": Slip, "by": "token", "visible": everything, "may": anyone}
# No Idempotency-Key: nobody is signed in. A code is good for one answer.
BY_CODE = {**BY_TOKEN, "once": False}


@api.post("/<id:ticket_id>/slips", **FOUND, takes=PrintSlipForm, may=part_rules.print_slip,
          gives=PrintedSlipView, shows=present.printed, status=201)  # fmt: skip
def print_slip(actor, ticket, form):
    """打印三单: 现场交办单, 部门联办单 or 办结反馈单; each printing has a code of its own"""
    return slips.print_slip(ticket, form, by=actor)


@api.get("/slips/<token:token>", **BY_TOKEN, gives=ScannedSlipView, shows=present.scanned)
def scan_slip(actor, slip):
    """扫单: what a printed slip opens for the one who asks"""
    return slip


@api.post("/slips/<token:token>/code", **BY_CODE, gives=SlipCodeSentView)
def send_slip_code(actor, slip):
    """验证码: to the registered telephone of the unit whose copy it is"""
    return slip_codes.send_code(slip.id)


@api.post("/slips/<token:token>/photo", **BY_CODE, takes=SlipCodeForm, upload="file",
          gives=SlipPhotoView, status=201)  # fmt: skip
def send_slip_photo(actor, slip, form):
    """办理照片: proof of a unit that is not signed in, sent before its answer"""
    return slip_codes.send_photo(slip.id, form)


@api.post("/slips/<token:token>/answer", **BY_CODE, takes=SlipAnswerForm, gives=SlipAnsweredView)
def answer_slip(actor, slip, form):
    """凭验证码答复: the unit accepts, bounces or finishes its share"""
    return slip_codes.answer(slip.id, form, by=actor)
