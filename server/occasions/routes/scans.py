"""Scans: by oneself at a screen, by a steward, by name, late from a scanner; and the codes they
need. They need no Idempotency-Key: a scan's client id is one."""

from schemas.occasion_codes import CodesForm, CodesView
from schemas.paging import listed
from schemas.scans import (
    NamedScanForm,
    ScanAnswerView,
    ScanCodeForm,
    ScanDigitsForm,
    ScanPersonForm,
)
from schemas.uploads import RosterRowView, UploadForm, UploadView
from server.occasions import presence_rules, rules
from server.occasions.routes.api import FOUND, api
from server.occasions.service import named, roster, scanning, screens, uploads

SCAN = {"gives": ScanAnswerView, "once": False, "also": (404, 429)}  # 404: of somebody else


@api.post("/scans", takes=ScanCodeForm, may=rules.signed_in, **SCAN)
def scan_code(actor, form):
    """扫现场码: the rotating code of a session's screen"""
    return scanning.scan_code(form, by=actor)


@api.post(
    "/sessions/<id:session_id>/digits", **FOUND, takes=ScanDigitsForm, may=rules.signed_in, **SCAN
)
def scan_digits(actor, session, form):
    """输六位数: the digits under it"""
    return scanning.scan_digits(session, form, by=actor)


@api.post(
    "/sessions/<id:session_id>/scans", **FOUND, takes=ScanPersonForm, may=rules.scans_at, **SCAN
)
def scan_person(actor, session, form):
    """扫人: somebody's personal code or card"""
    return scanning.scan_person(session, form, by=actor)


@api.post(
    "/sessions/<id:session_id>/named_scans",
    **FOUND,
    takes=NamedScanForm,
    may=presence_rules.scan_by_name,
    **SCAN,
)
def scan_by_name(actor, session, form):
    """代签: by name, with a reason, now or at a time of this session that is past"""
    return named.scan_by_name(session, form, by=actor)


@api.post(
    "/uploads", takes=UploadForm, may=presence_rules.upload_scans, gives=UploadView, once=False
)
def upload_scans(actor, form):
    """补传: what an enrolled scanner saw without network, each answered for itself. It may be sent
    again, in any order"""
    return {"items": uploads.upload_scans(form, by=actor)}


@api.get(
    "/sessions/<id:session_id>/roster",
    **FOUND,
    may=presence_rules.list_roster,
    gives=listed(RosterRowView),
)
def list_roster(actor, session):
    """离线名单: what a scanner holds while it has no network"""
    return {"items": roster.list_roster(session)}


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
