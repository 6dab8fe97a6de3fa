"""服务记录: one's own, somebody's for the desk, printed lists and the answer of their code."""

from schemas.paging import paged
from schemas.service_record import (
    DaysForm,
    PaperView,
    PersonSpanForm,
    RecordDayView,
    RecordView,
    RevokePaperForm,
    SpanForm,
    VerifiedView,
    VerifyForm,
    WhyForm,
)
from server.core.api import anyone
from server.core.db import db
from server.occasions import presence_rules as rules
from server.occasions.presence import Attendance, ServicePaper
from server.occasions.present import records as present
from server.occasions.routes.api import api
from server.occasions.service import own_presence, records, service_papers
from server.people.models import Person
from server.people.person_rules import visible_persons

__all__ = ["own_presence"]  # hooked into people by being imported

SEEN = {"on": Person, "visible": visible_persons}
PAPER = {"gives": PaperView, "shows": present.paper}


@api.get("/record", may=rules.show_my_record, gives=RecordView, shows=present.my_record)
def show_my_record(actor):
    """我的服务记录: three columns of minutes, the newest days, printed lists"""
    return records.newest(actor.ids)


@api.get(
    "/record/days",
    lists=Attendance,
    visible=rules.visible_own,
    takes=DaysForm,
    may=rules.list_my_days,
    gives=paged(RecordDayView),
    shows=present.days,
)
def list_my_days(actor, query, form):
    """All days of it, the newest first"""
    return records.list_days(query, form)


@api.post("/record/papers", takes=SpanForm, may=rules.print_my_record, status=201, **PAPER)
def print_my_record(actor, form):
    """打印服务记录: what is booked, as a list with a code; it opens for an hour"""
    return service_papers.print_paper(db.session.get_one(Person, actor.id), form, by=actor)


@api.post(
    "/persons/<id:person_id>/record",
    **SEEN,
    takes=WhyForm,
    may=rules.show_record,
    gives=RecordView,
    shows=present.record,
    once=False,
)
def show_record(actor, person, form):
    """Somebody's record, for the desk. It is logged who looked, and why"""
    return records.show_record(person, form["reason"], by=actor)


@api.post(
    "/persons/<id:person_id>/record/papers",
    **SEEN,
    takes=PersonSpanForm,
    may=rules.print_record,
    status=201,
    **PAPER,
)
def print_record(actor, person, form):
    """打印服务记录: for whoever has no telephone. It is logged who printed, and why"""
    return service_papers.print_paper(person, form, by=actor)


@api.get(
    "/papers", takes=VerifyForm, may=anyone, gives=VerifiedView, shows=present.verified, also=(404,)
)
def verify_paper(actor, form):
    """核对: whether a printed list still holds, by its code; for whoever holds it"""
    return service_papers.verify_paper(form["code"])


@api.post(
    "/papers/<id:paper_id>/revoke",
    on=ServicePaper,
    visible=rules.visible_papers,
    lock=True,
    takes=RevokePaperForm,
    may=rules.revoke_paper,
    **PAPER,
)
def revoke_paper(actor, paper, form):
    """作废: its code says so from now on"""
    return service_papers.revoke_paper(paper, form, by=actor)
