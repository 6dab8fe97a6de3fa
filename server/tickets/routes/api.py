"""The blueprint to which the modules beside this one add their endpoints, and what these share."""

from schemas.ticket_views import DoerTicketView, PartyTicketView, PublicTicketView, StaffTicketView
from server.core.api import Api
from server.core.views import by_audience
from server.tickets import relations
from server.tickets.models import Ticket
from server.tickets.present import ticket as present

api = Api("tickets")

TICKET = by_audience(
    lambda actor, shown: shown["audience"],
    public=PublicTicketView,
    party=PartyTicketView,
    doer=DoerTicketView,
    staff=StaffTicketView,
)
FOUND = {"on": Ticket, "visible": relations.visible_tickets}
ONE = {**FOUND, "gives": TICKET, "shows": present.ticket}
MANY = {"lists": Ticket, "visible": relations.visible_tickets}
STEP = {**ONE, "lock": True}  # each changes the ticket it names
