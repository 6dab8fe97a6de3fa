"""What whoever runs a session sees and puts right: who was there, what is odd, who has no place."""

from schemas.paging import listed, paged
from schemas.supervising import (
    AnnouncedView,
    FindToScanForm,
    FoundToScanView,
    KeptScanView,
    OddityView,
    PresentForm,
    PresentView,
    ReviewForm,
    SeatForm,
)
from server.occasions import presence_rules as rules
from server.occasions.presence import Scan
from server.occasions.present import presence as present
from server.occasions.routes.api import FOUND, api
from server.occasions.service import announcing, lookup, named, reviews, supervising

ODDITIES = listed(OddityView)


@api.get(
    "/sessions/<id:session_id>/present",
    **FOUND,
    takes=PresentForm,
    may=rules.list_present,
    gives=paged(PresentView),
    shows=lambda actor, found: present.present(actor, *found),
)
def list_present(actor, session, form):
    """到场: everybody who signed up or was there, with what looks odd and what may be done"""
    return session, supervising.list_present(session, form)


@api.get(
    "/sessions/<id:session_id>/find",
    **FOUND,
    takes=FindToScanForm,
    may=rules.find_to_scan,
    gives=listed(FoundToScanView),
)
def find_to_scan(actor, session, form):
    """找人: who signed up first, then residents of one's areas"""
    return {"items": lookup.find_to_scan(session, form["q"], by=actor)}


@api.post(
    "/scans/<id:scan_id>/undo",
    on=Scan,
    visible=rules.visible_scans,
    lock=True,
    may=rules.undo_scan,
    gives=KeptScanView,
    shows=present.scan,
)
def undo_scan(actor, scan):
    """撤销: as if it had not been; minutes are derived again"""
    return named.undo_scan(scan, by=actor)


@api.post(
    "/sessions/<id:session_id>/seats",
    **FOUND,
    takes=SeatForm,
    may=rules.seat_person,
    gives=FoundToScanView,
    status=201,
)
def seat_person(actor, session, form):
    """安排岗位: for somebody who was there without a place; their minutes count from now on"""
    return lookup.row(*named.seat_person(session, form, by=actor))


@api.get(
    "/sessions/<id:session_id>/oddities",
    **FOUND,
    may=rules.list_oddities,
    gives=ODDITIES,
)
def list_oddities(actor, session):
    """待核对: what looks odd; nobody was held up by it"""
    return {"items": reviews.list_oddities(session)}


@api.post(
    "/sessions/<id:session_id>/oddities/review",
    **FOUND,
    takes=ReviewForm,
    may=rules.review_oddity,
    gives=ODDITIES,
)
def review_oddity(actor, session, form):
    """核对过了: with a word of what it was"""
    return {"items": reviews.review_oddity(session, form, by=actor)}


@api.get(
    "/sessions/<id:session_id>/announced",
    **FOUND,
    may=rules.list_announced,
    gives=listed(AnnouncedView),
)
def list_announced(actor, session):
    """公示: for neighbours, names masked, for three working days"""
    return {"items": announcing.list_announced(session)}
