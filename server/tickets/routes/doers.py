"""What whoever has a ticket in hand does to it."""

from schemas.ticket_forms import FinishForm, ReasonForm
from server.tickets import rules
from server.tickets.routes.api import STEP, api
from server.tickets.service import doing, hands, talking


@api.post("/<id:ticket_id>/accept", **STEP, may=rules.accept)
def accept(actor, ticket):
    """接单: from now on it is in our hands"""
    return hands.accept(ticket, by=actor)


@api.post("/<id:ticket_id>/bounce", **STEP, takes=ReasonForm, may=rules.bounce)
def bounce(actor, ticket, form):
    """退回: to the first receiver, with a reason"""
    return hands.bounce(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/hand_back", **STEP, takes=ReasonForm, may=rules.hand_back)
def hand_back(actor, ticket, form):
    """交回: what was accepted and cannot be done after all"""
    return hands.hand_back(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/ask", **STEP, takes=ReasonForm, may=rules.ask)
def ask(actor, ticket, form):
    """请居民补充: the clock stands still"""
    return talking.ask(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/finish", **STEP, takes=FinishForm, may=rules.finish)
def finish(actor, ticket, form):
    """办结反馈: the first key, the doer's word"""
    return doing.finish(ticket, form, by=actor)
