"""Series: looked at, made, listed."""

from schemas.occasion_forms import RuleForm, SeriesForm
from schemas.occasion_views import PreviewView, SeriesView
from server.occasions import rules
from server.occasions.present import series as present
from server.occasions.routes.api import api
from server.occasions.service import series as service


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
