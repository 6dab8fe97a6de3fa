"""What the resident does to a ticket, and everybody concerned."""

from schemas.ticket_forms import AnswerForm, NoteForm, RateForm, ReasonForm
from server.tickets import rules
from server.tickets.routes.api import STEP, api
from server.tickets.service import closing, merging, talking, visits


@api.post("/<id:ticket_id>/reply", **STEP, takes=AnswerForm, may=rules.reply)
def reply(actor, ticket, form):
    """补充说明: the clock goes on"""
    return talking.reply(ticket, form, by=actor)


@api.post("/<id:ticket_id>/rate", **STEP, takes=RateForm, may=rules.rate)
def rate(actor, ticket, form):
    """群众评: the second key, the resident's word"""
    return closing.rate(ticket, form, by=actor)


@api.post("/<id:ticket_id>/contest", **STEP, takes=ReasonForm, may=rules.contest)
def contest(actor, ticket, form):
    """不同意: what cannot be done is looked at again"""
    return closing.contest(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/came_back", **STEP, takes=AnswerForm, may=rules.came_back)
def came_back(actor, ticket, form):
    """又出问题了: what was solved is not any more; a new ticket, which is the answer"""
    return visits.came_back(ticket, form, by=actor)


@api.post("/<id:ticket_id>/withdraw", **STEP, may=rules.withdraw)
def withdraw(actor, ticket):
    """撤回: it is no longer needed"""
    return closing.withdraw(ticket, by=actor)


@api.post("/<id:ticket_id>/note", **STEP, takes=NoteForm, may=rules.note)
def note(actor, ticket, form):
    """写进展: a line of progress"""
    return talking.note(ticket, form, by=actor)


@api.post("/<id:ticket_id>/me_too", **STEP, may=rules.me_too)
def me_too(actor, ticket):
    """我也是: one more household with the same need"""
    return merging.me_too(ticket, by=actor)
