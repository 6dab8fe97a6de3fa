"""Themes: which hold in an area, set and removed."""

from schemas.market_themes import ThemeForm, ThemeList, ThemesForm, ThemeView
from server.core.api import everything
from server.markets import rules
from server.markets.models import Theme
from server.markets.present import themes as present
from server.markets.routes.api import api
from server.markets.service import themes as service
from server.occasions.rules import signed_in

MANY = {"gives": ThemeList, "shows": present.themes}


@api.get("/themes", takes=ThemesForm, may=signed_in, **MANY, also=(404,))
def list_themes(actor, form):
    """月月有主题: what days are called there, by the area itself and by those above it"""
    return service.list_themes(form["area_id"])


@api.post("/themes", takes=ThemeForm, may=rules.set_theme, gives=ThemeView, shows=present.theme,
          status=201)  # fmt: skip
def set_theme(actor, form):
    """A theme of a month or a festival; sessions planned from now on have it"""
    return service.set_theme(form, by=actor)


@api.post("/themes/<id:theme_id>/remove", on=Theme, visible=everything, lock=True,
          may=rules.remove_theme, **MANY)  # fmt: skip
def remove_theme(actor, theme):
    """不用这个主题了; sessions that have it keep it"""
    return service.remove_theme(theme)
