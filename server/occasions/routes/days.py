"""Days off and make-up days: what the year's notice says. They are the whole county's."""

from schemas.day_forms import (
    DayForm,
    DaysForm,
    DaysImportedView,
    DaysImportForm,
    RemoveDayForm,
    YearView,
)
from server.occasions import session_rules as rules
from server.occasions.routes.api import api
from server.occasions.service import days as service


@api.get("/days", takes=DaysForm, may=rules.list_days, gives=YearView)
def list_days(actor, form):
    """节假日安排: is the year announced, and what staff corrected"""
    return service.list_days(form["year"])


@api.post("/days", takes=DayForm, may=rules.set_day, gives=YearView)
def set_day(actor, form):
    """A day on which offices are open, or closed"""
    return service.set_day(form, by=actor)


@api.post("/days/remove", takes=RemoveDayForm, may=rules.remove_day, gives=YearView)
def remove_day(actor, form):
    """As the library says it again"""
    return service.remove_day(form, by=actor)


@api.post("/days/import", takes=DaysImportForm, may=rules.import_days, gives=DaysImportedView)
def import_days(actor, form):
    """粘贴通知: each line is answered"""
    return service.import_days(form, by=actor)
