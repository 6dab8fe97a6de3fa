"""联审联办: parts of a joint slip, for those who have them and for the desk."""

from schemas.ticket_parts import (
    ByPaperForm,
    FinishPartForm,
    OnePartForm,
    PartForm,
    PartReasonForm,
)
from server.tickets import part_rules as rules
from server.tickets.routes.api import STEP, api
from server.tickets.service import answering, joint


@api.post("/<id:ticket_id>/add_part", **STEP, takes=PartForm, may=rules.add_part)
def add_part(actor, ticket, form):
    """加协办单位: one more unit or person with a part of its own"""
    return joint.add_part(ticket, form, by=actor)


@api.post("/<id:ticket_id>/drop_part", **STEP, takes=PartReasonForm, may=rules.drop_part)
def drop_part(actor, ticket, form):
    """撤回协办: a part is taken back; it is no bounce of theirs"""
    return joint.drop_part(ticket, form, by=actor)


@api.post("/<id:ticket_id>/accept_part", **STEP, takes=OnePartForm, may=rules.accept_part)
def accept_part(actor, ticket, form):
    """协办接单: the unit takes its part"""
    return joint.accept_part(ticket, form, by=actor)


@api.post("/<id:ticket_id>/bounce_part", **STEP, takes=PartReasonForm, may=rules.bounce_part)
def bounce_part(actor, ticket, form):
    """协办退回: with a reason, to the desk; the rest goes on"""
    return joint.bounce_part(ticket, form, by=actor)


@api.post("/<id:ticket_id>/finish_part", **STEP, takes=FinishPartForm, may=rules.finish_part)
def finish_part(actor, ticket, form):
    """协办办好: what was done of the part, with photos"""
    return joint.finish_part(ticket, form, by=actor)


@api.post("/<id:ticket_id>/by_paper", **STEP, takes=ByPaperForm, may=rules.by_paper)
def by_paper(actor, ticket, form):
    """按纸质单登记: the desk types in what a unit wrote, with a photo of it"""
    return answering.by_paper(ticket, form, by=actor)
