"""Limits, extensions, return visits, and words that a desk keeps."""

from schemas.clock_words import SAYINGS
from schemas.paging import listed, paged
from schemas.ticket_clock import (
    ElsewhereView,
    LimitForm,
    LimitsView,
    LongerView,
    TemplateForm,
    TemplatesForm,
    TemplateView,
    TemplateWordsForm,
    VisitForm,
    VisitRowView,
    VisitsForm,
)
from schemas.ticket_forms import ExtendForm, ReasonForm
from server.core.api import anyone
from server.tickets import clock_rules, rules
from server.tickets.kept import ReplyTemplate, ReturnVisit
from server.tickets.present import visits as present
from server.tickets.routes.api import FOUND, STEP, api
from server.tickets.service import due, extending, limits, templates, visits

VISITS = {"visible": clock_rules.visible_visits}
WORDS = {"visible": clock_rules.visible_templates}


def as_limits(actor, found: dict) -> dict:
    return found | {"may_set": clock_rules.set_limit(actor)}


LongerList = listed(LongerView)
LIMITS = {"gives": LimitsView, "shows": as_limits}


@api.post("/<id:ticket_id>/ask_extension", **STEP, takes=ExtendForm, may=rules.ask_extension)
def ask_extension(actor, ticket, form):
    """申请延期: so many working days more, and why"""
    return extending.ask_extension(ticket, form, by=actor)


@api.get("/<id:ticket_id>/longer", **FOUND, may=rules.list_longer, gives=LongerList)
def list_longer(actor, ticket):
    """延期到哪天: until when it would be with so many working days more"""
    return due.list_longer(ticket)


@api.post(
    "/<id:ticket_id>/approve_extension", **STEP, takes=ReasonForm, may=rules.approve_extension
)
def approve_extension(actor, ticket, form):
    """同意延期: the resident is told the new date, and why"""
    return extending.approve_extension(ticket, form["words"], by=actor)


@api.post(
    "/<id:ticket_id>/decline_extension", **STEP, takes=ReasonForm, may=rules.decline_extension
)
def decline_extension(actor, ticket, form):
    """不同意延期: it stays due when it was"""
    return extending.decline_extension(ticket, form["words"], by=actor)


@api.get("/limits", may=clock_rules.list_limits, **LIMITS)
def list_limits(actor):
    """期限: of each category and kind of slip"""
    return limits.list_limits()


@api.post("/limits", takes=LimitForm, may=clock_rules.set_limit, **LIMITS)
def set_limit(actor, form):
    """改期限: for what comes in from now on; the whole list again"""
    return limits.set_limit(form, by=actor)


@api.get("/return_visits", lists=ReturnVisit, **VISITS, takes=VisitsForm,
         may=clock_rules.list_return_visits, gives=paged(VisitRowView),
         shows=present.rows)  # fmt: skip
def list_return_visits(actor, query, form):
    """满月回访: whom to ask whether it still holds, the oldest first"""
    return visits.list_return_visits(query, form, by=actor)


@api.post("/return_visits/<id:visit_id>/record", on=ReturnVisit, **VISITS, lock=True,
          takes=VisitForm, may=clock_rules.record_return_visit, gives=VisitRowView,
          shows=present.row)  # fmt: skip
def record_return_visit(actor, visit, form):
    """记回访: still good, came back (a new ticket), or not reached"""
    return visits.record_return_visit(visit, form, by=actor)


@api.get("/templates", lists=ReplyTemplate, **WORDS, takes=TemplatesForm,
         may=clock_rules.list_templates, gives=listed(TemplateView))  # fmt: skip
def list_templates(actor, query, form):
    """回复模板: the desk's own words first, then those of the areas above"""
    return templates.list_templates(query, form)


@api.post("/templates", takes=TemplateForm, may=clock_rules.add_template, gives=TemplateView,
          status=201)  # fmt: skip
def add_template(actor, form):
    """存成模板: words for the next time"""
    return templates.add_template(form, by=actor)


@api.post("/templates/<id:template_id>", on=ReplyTemplate, **WORDS, lock=True,
          takes=TemplateWordsForm, may=clock_rules.change_template, gives=TemplateView)  # fmt: skip
def change_template(actor, row, form):
    """改模板: its title and words"""
    return templates.change_template(row, form, by=actor)


@api.post("/templates/<id:template_id>/end", on=ReplyTemplate, **WORDS, lock=True,
          may=clock_rules.end_template, gives=TemplateView)  # fmt: skip
def end_template(actor, row):
    """不再用: the words are gone from the list"""
    return templates.end_template(row, by=actor)


@api.get("/elsewhere", may=anyone, gives=listed(ElsewhereView))
def list_elsewhere(actor):
    """不归我们管的: whose it is, and the words to read out"""
    rows = [{"code": code, "label": code.label, "words": SAYINGS[code]} for code in SAYINGS]
    return {"items": rows}
