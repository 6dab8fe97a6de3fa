"""Series: looked at, made, listed, changed, ended."""

from schemas.occasion_forms import RuleForm, SeriesChangeForm, SeriesEndForm, SeriesForm
from schemas.paging import paged
from schemas.series_views import ChangePlanView, PreviewView, SeriesView
from schemas.session_forms import SeriesListForm
from server.occasions import session_rules as rules
from server.occasions.models import Series
from server.occasions.present import series as present
from server.occasions.routes.api import api
from server.occasions.rules import visible_series
from server.occasions.service import series as service

ONE = {"on": Series, "visible": visible_series}
STEP = {**ONE, "lock": True, "gives": SeriesView, "shows": present.series}


@api.get(
    "/series",
    lists=Series,
    visible=visible_series,
    takes=SeriesListForm,
    may=rules.list_series,
    gives=paged(SeriesView),
    shows=present.page,
    also=(404,),
)
def list_series(actor, series, form):
    """系列: those of the desk's areas, newest first"""
    return service.list_series(series, form)


@api.get(
    "/series/<id:series_id>",
    **ONE,
    may=rules.show_series,
    gives=SeriesView,
    shows=present.series,
)
def show_series(actor, series):
    """One series, as the page that changes it needs it"""
    return series


@api.post(
    "/series/preview", takes=RuleForm, may=rules.preview_series, gives=PreviewView, once=False
)
def preview_series(actor, form):
    """看看是哪几天: the next twelve days of a rule, before it is saved"""
    return {"items": service.preview(form)}


@api.post(
    "/series",
    takes=SeriesForm,
    may=rules.make_series,
    gives=SeriesView,
    shows=present.series,
    status=201,
)
def make_series(actor, form):
    """A series of an estate or community; its sessions of two months are planned at once"""
    return service.make_series(form, by=actor)


@api.post(
    "/series/<id:series_id>/change_preview",
    **ONE,
    takes=SeriesChangeForm,
    may=rules.preview_change,
    gives=ChangePlanView,
    shows=present.plan,
    once=False,
)
def preview_change(actor, series, form):
    """改了会怎样: which days come, go and move, and which must be decided; nothing is saved"""
    return service.preview_change(series, form)


@api.post("/series/<id:series_id>/change", **STEP, takes=SeriesChangeForm, may=rules.change_series)
def change_series(actor, series, form):
    """改规则: 409 `decide_first` names the sessions that somebody signed up for"""
    return service.change_series(series, form, by=actor)


@api.post("/series/<id:series_id>/end", **STEP, takes=SeriesEndForm, may=rules.end_series)
def end_series(actor, series, form):
    """停办: nothing more from a day on; what somebody signed up for is decided likewise"""
    return service.end_series(series, form, by=actor)
