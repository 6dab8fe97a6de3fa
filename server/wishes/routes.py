"""Micro-wishes (微心愿) over HTTP: the wall, making one, screening it, claiming it."""

from schemas.paging import listed, paged
from schemas.ticket_forms import ReasonForm
from schemas.ticket_rows import WallCardView
from schemas.wishes import (
    ClaimChoiceForm,
    HelpedView,
    OfflineWishForm,
    ScreenForm,
    WallForm,
    WishForm,
)
from server.core.api import Api, anyone, everything
from server.core.batch import BatchView, batch_of
from server.core.views import PDF
from server.people.places import Area
from server.tickets.models import Ticket
from server.tickets.present.ticket import ticket as one
from server.tickets.relations import visible_tickets
from server.tickets.routes import TICKET
from server.wishes import present, rules
from server.wishes.service import claims, intake, papers, wall

api = Api("wishes")

STEP = {
    "on": Ticket,
    "visible": visible_tickets,
    "lock": True,
    "gives": TICKET,
    "shows": one,
}


@api.get("/", lists=Ticket, visible=visible_tickets, takes=WallForm, may=anyone,
         gives=paged(WallCardView), shows=present.wall)  # fmt: skip
def list_wishes(actor, query, form):
    """心愿墙: what can be claimed, one's own estate first; nothing on it is personal"""
    return wall.list_wishes(query, form, by=actor)


@api.post("/", makes=Ticket, visible=visible_tickets, takes=WishForm, may=rules.submit_wish,
          gives=TICKET, shows=one, status=201)  # fmt: skip
def submit_wish(actor, form):
    """许个心愿 (点单): said or written, for oneself or for somebody else"""
    return intake.submit_wish(form, by=actor)


@api.get("/helped", may=rules.list_helped, gives=listed(HelpedView))
def list_helped(actor):
    """替谁许过: for whom one has asked before"""
    return intake.list_helped(actor)


@api.post("/offline", takes=batch_of(OfflineWishForm), may=rules.submit_offline_wishes,
          gives=BatchView)  # fmt: skip
def submit_offline_wishes(actor, form):
    """补传: wishes written at doors without network, each answered for itself"""
    return intake.submit_offline_wishes(form["items"], by=actor)


@api.post("/<id:ticket_id>/screen", **STEP, takes=ScreenForm, may=rules.screen_wish)
def screen_wish(actor, ticket, form):
    """受理 (派单): the four tests, and the card that the wall shows"""
    return wall.screen_wish(ticket, form, by=actor)


@api.post("/<id:ticket_id>/take_down", **STEP, takes=ReasonForm, may=rules.take_down_wish)
def take_down_wish(actor, ticket, form):
    """撤下: off the wall, back to the first receiver"""
    return wall.take_down_wish(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/claim", **STEP, may=rules.claim_wish)
def claim_wish(actor, ticket):
    """认领 (接单): the first leads, others join if needed; a guarded one is asked for"""
    return wall.claim_wish(ticket, by=actor)


@api.post("/<id:ticket_id>/unask", **STEP, may=rules.unask)
def unask(actor, ticket):
    """不认领了: a claim that still waits for the desk is taken back"""
    return claims.unask(ticket, by=actor)


@api.post("/<id:ticket_id>/confirm_claim", **STEP, takes=ClaimChoiceForm, may=rules.confirm_claim)
def confirm_claim(actor, ticket, form):
    """同意认领: of a wish for a child, a disabled person or somebody living alone"""
    return claims.confirm_claim(ticket, form, by=actor)


@api.post("/<id:ticket_id>/decline_claim", **STEP, takes=ClaimChoiceForm, may=rules.decline_claim)
def decline_claim(actor, ticket, form):
    """不同意认领: with a word of why, if one wants"""
    return claims.decline_claim(ticket, form, by=actor)


@api.post("/<id:ticket_id>/release", **STEP, takes=ReasonForm, may=rules.release_wish)
def release_wish(actor, ticket, form):
    """放回: a helper steps down; without one it is on the wall again"""
    return wall.release_wish(ticket, form["words"], by=actor)


@api.get("/posters/<id:area_id>.pdf", on=Area, visible=everything, may=rules.print_poster,
         gives=PDF)  # fmt: skip
def print_poster(actor, area):
    """扫码许愿: the estate's A4 poster"""
    return papers.poster(area)
