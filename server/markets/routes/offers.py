"""A wish and the market day that can meet it."""

from schemas.market_offers import OffersView, TakeOfferForm
from server.markets import rules
from server.markets.present import offers as present
from server.markets.routes.api import api
from server.markets.service import offers as service
from server.tickets.models import Ticket
from server.tickets.relations import visible_tickets

OF_A_WISH = {"on": Ticket, "visible": visible_tickets}
SHOWN = {"gives": OffersView, "shows": present.offers}


@api.get("/offers/<id:ticket_id>", **OF_A_WISH, **SHOWN, may=rules.list_offers)
def list_offers(actor, ticket):
    """可以约哪一场圩日: the next ones with a stall that meets this wish, or what is booked"""
    return ticket


@api.post("/offers/<id:ticket_id>/take", **OF_A_WISH, **SHOWN, lock=True, takes=TakeOfferForm,
          may=rules.take_offer)  # fmt: skip
def take_offer(actor, ticket, form):
    """约这一场: a number at its stall, for the wisher"""
    return service.take_offer(ticket, form, by=actor)


@api.post("/offers/<id:ticket_id>/leave", **OF_A_WISH, **SHOWN, may=rules.leave_offer)
def leave_offer(actor, ticket):
    """不约了: the number is given up, the wish waits at the desk"""
    return service.leave_offer(ticket, by=actor)
