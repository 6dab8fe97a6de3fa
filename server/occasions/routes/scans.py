"""Scans: by oneself at a screen, by a steward, by name; and the codes they need. They need no
Idempotency-Key: a scan's client id is one."""

from schemas.occasion_codes import CodesForm, CodesView
from schemas.scans import ScanAnswerView, ScanCodeForm, ScanDigitsForm, ScanPersonForm
from server.occasions import rules
from server.occasions.routes.api import FOUND, api
from server.occasions.service import scanning, screens

SCAN = {"gives": ScanAnswerView, "once": False}


@api.post("/scans", takes=ScanCodeForm, may=rules.signed_in, also=(429,), **SCAN)
def scan_code(actor, form):
    """扫现场码: the rotating code of a session's screen"""
    return scanning.scan_code(form, by=actor)


@api.post(
    "/sessions/<id:session_id>/digits",
    **FOUND,
    takes=ScanDigitsForm,
    may=rules.signed_in,
    also=(429,),
    **SCAN,
)
def scan_digits(actor, session, form):
    """输六位数: the digits under it"""
    return scanning.scan_digits(session, form, by=actor)


@api.post(
    "/sessions/<id:session_id>/scans",
    **FOUND,
    takes=ScanPersonForm,
    may=rules.scans_at,
    also=(429,),
    **SCAN,
)
def scan_person(actor, session, form):
    """扫人: somebody's personal code or card"""
    return scanning.scan_person(session, form, by=actor)


@api.post(
    "/sessions/<id:session_id>/codes",
    **FOUND,
    takes=CodesForm,
    may=rules.scans_at,
    gives=CodesView,
    once=False,
)
def show_codes(actor, session, form):
    """签到屏: the codes of the next minutes, for an enrolled screen"""
    return screens.session_codes(session, form)


@api.get("/my_codes", may=rules.signed_in, gives=CodesView)
def show_my_codes(actor):
    """我的码: the codes of the next minutes"""
    return screens.my_codes(actor)
