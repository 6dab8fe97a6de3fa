"""The calendar's pages."""

from sqlalchemy import Select, or_, select

from server.core import clock
from server.core.paging import Page, page
from server.occasions.models import Session
from server.occasions.present.calendar import loaded
from server.people.places import Area
from server.people.tree import area_path, ids_in


def list_sessions(query: Select, form: dict) -> Page:
    """By day. What a place above holds is for whoever lives below it, too."""
    query = query.where(Session.on >= form.get("since", clock.today()))
    if until := form.get("until"):
        query = query.where(Session.on <= until)
    if kind := form.get("kind"):
        query = query.where(Session.kind == kind)
    if area_id := form.get("area_id"):
        query = query.where(_around(area_path(area_id)))
    return page(loaded(query), form, order=(Session.on, Session.id))


def _around(path: str):
    below = select(Area.id).where(Area.path.startswith(path, autoescape=True))
    return or_(Session.area_id.in_(below), Session.area_id.in_(ids_in(path)))
