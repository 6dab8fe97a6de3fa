"""One ticket: reading it, its receipt, and opening one for an opinion or complaint."""

from schemas.ticket_forms import FeedbackForm
from server.core.api import anyone
from server.core.views import PDF
from server.tickets import relations, rules
from server.tickets.models import Ticket
from server.tickets.present import ticket as present
from server.tickets.routes.api import FOUND, ONE, TICKET, api
from server.tickets.service import intake, papers


@api.get("/<id:ticket_id>", **ONE, may=anyone)
def show_ticket(actor, ticket):
    """一张工单: as its audience may read it"""
    return ticket


@api.get(
    "/<id:ticket_id>/receipt.pdf",
    **FOUND,
    may=rules.print_receipt,
    gives=PDF,
)
def print_receipt(actor, ticket):
    """回执: an A5 page with number, code and telephone"""
    return papers.receipt(ticket)


@api.post("/feedback", makes=Ticket, visible=relations.visible_tickets, takes=FeedbackForm,
          may=rules.submit_feedback, gives=TICKET, shows=present.ticket, status=201)  # fmt: skip
def submit_feedback(actor, form):
    """意见与投诉: to the administrators, from every page"""
    return intake.submit_feedback(form, by=actor)
