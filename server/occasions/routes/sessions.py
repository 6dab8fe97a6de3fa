"""Sessions: the calendar, one of them, its steps."""

from schemas.occasion_forms import CalendarForm
from schemas.occasion_views import FoundSessionView, PublishedView, SessionCardView
from schemas.paging import listed, paged
from schemas.session_forms import (
    CallOffForm,
    CopyForm,
    EndForm,
    FoundSessionForm,
    MonthForm,
    SessionChangeForm,
    SessionForm,
)
from server.core.api import anyone
from server.core.moves import move
from server.core.views import PDF
from server.occasions import session_rules as rules
from server.occasions.models import Session
from server.occasions.present import calendar
from server.occasions.routes.api import FOUND, ONE, SESSION, STEP, api, present
from server.occasions.rules import visible_sessions
from server.occasions.service import copying, ending, lists, papers, single
from server.occasions.service import sessions as service


@api.get(
    "/sessions",
    lists=Session,
    visible=visible_sessions,
    takes=CalendarForm,
    may=anyone,
    gives=paged(SessionCardView),
    shows=calendar.cards,
    also=(404,),
)
def list_sessions(actor, sessions, form):
    """日历: what there is from a day on, of an area, all below it and all above it"""
    return lists.list_sessions(sessions, form, by=actor)


@api.get("/found", takes=FoundSessionForm, may=anyone, gives=FoundSessionView, also=(404,))
def find_session(actor, form):
    """The session of a poster's code (/q/o/…): it opens the page and does nothing else"""
    return {"session_id": lists.find_session(form, by=actor)}


@api.get("/sessions/<id:session_id>", **ONE, may=anyone)
def show_session(actor, session):
    """One session"""
    return session


@api.post(
    "/sessions",
    makes=Session,
    visible=visible_sessions,
    takes=SessionForm,
    may=rules.make_session,
    gives=SESSION,
    shows=present.session,
    status=201,
)
def make_session(actor, form):
    """A single occasion, without a series; planned until it is published"""
    return single.make_session(form, by=actor)


@api.post("/sessions/<id:session_id>/publish", **STEP, may=rules.publish_session)
def publish_session(actor, session):
    """发布: everybody may see it, once nothing is missing"""
    return service.publish_session(session, by=actor)


@api.post(
    "/sessions/publish_month",
    lists=Session,
    visible=visible_sessions,
    takes=MonthForm,
    may=rules.publish_month,
    gives=listed(PublishedView),
    shows=calendar.month,
    also=(404,),
)
def publish_month(actor, sessions, form):
    """发布整月: what lacks nothing is published; of the others it is said what they lack"""
    return service.publish_month(sessions, form, by=actor)


@api.post(
    "/sessions/<id:session_id>/change", **STEP, takes=SessionChangeForm, may=rules.change_session
)
def change_session(actor, session, form):
    """改时间、地点: everybody who signed up is told, with old and new"""
    return single.change_session(session, form, by=actor)


@api.post(
    "/sessions/<id:session_id>/call_off", **STEP, takes=CallOffForm, may=rules.call_off_session
)
def call_off_session(actor, session, form):
    """取消这一场 (因雨取消): everybody who signed up is told, and no code counts any more"""
    return ending.call_off_session(session, form["words"], by=actor)


@api.post("/sessions/<id:session_id>/end", **STEP, takes=EndForm, may=rules.end_session)
def end_session(actor, session, form):
    """结束: before it ends by itself, an hour after the time"""
    return ending.end_session(session, form["words"], by=actor)


@api.post("/sessions/<id:session_id>/drop", **STEP, may=rules.drop_session)
def drop_session(actor, session):
    """不办了: planned only, so that nobody has to be told"""
    return ending.drop_session(session, by=actor)


@api.post("/sessions/<id:session_id>/plan_again", **STEP, may=rules.plan_again)
def plan_again(actor, session):
    """照办: what was dropped is planned again"""
    move(session, "plan_again", by=actor)
    return session


@api.post("/sessions/<id:session_id>/copy_from", **STEP, takes=CopyForm, may=rules.copy_from)
def copy_from(actor, session, form):
    """照上次的安排: duties, lines and stalls of an earlier session of the same place"""
    return copying.copy_from(session, form, by=actor)


@api.get("/sessions/<id:session_id>/poster.pdf", **FOUND, may=rules.print_session_poster, gives=PDF)
def print_session_poster(actor, session):
    """海报, A4: its code opens the page and credits nobody"""
    return papers.poster(session)
