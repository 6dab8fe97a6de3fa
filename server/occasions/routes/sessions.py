"""Sessions: the calendar, one of them, publishing it."""

from schemas.occasion_forms import CalendarForm
from schemas.occasion_views import SessionCardView
from schemas.paging import paged
from server.core.api import anyone
from server.occasions import rules
from server.occasions.models import Session
from server.occasions.present import calendar
from server.occasions.routes.api import ONE, STEP, api
from server.occasions.service import lists
from server.occasions.service import sessions as service


@api.get(
    "/sessions",
    lists=Session,
    visible=rules.visible_sessions,
    takes=CalendarForm,
    may=anyone,
    gives=paged(SessionCardView),
    shows=calendar.cards,
)
def list_sessions(actor, sessions, form):
    """日历: what there is from a day on, of an area, all below it and all above it"""
    return lists.list_sessions(sessions, form)


@api.get("/sessions/<id:session_id>", **ONE, may=anyone)
def show_session(actor, session):
    """One session"""
    return session


@api.post("/sessions/<id:session_id>/publish", **STEP, may=rules.publish_session)
def publish_session(actor, session):
    """发布: everybody may see it, once nothing is missing"""
    return service.publish_session(session, by=actor)
