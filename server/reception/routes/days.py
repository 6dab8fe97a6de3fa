"""For residents: which days there are, a time booked, the screen at the wall."""

from schemas.occasion_lines import NumberView
from schemas.paging import paged
from schemas.reception import ReceptionRowView, ReceptionScreenView, TimesView
from schemas.reception_forms import BookForm, ReceptionsForm
from server.core.api import anyone
from server.core.views import AskedOften
from server.occasions.models import Session
from server.occasions.present import queues
from server.occasions.rules import runs_session, visible_sessions
from server.reception import rules
from server.reception.present import days as present
from server.reception.routes.api import SESSION, api
from server.reception.service import booking, lists


@api.get("/sessions", lists=Session, visible=visible_sessions, takes=ReceptionsForm, may=anyone,
         gives=paged(ReceptionRowView), shows=present.receptions, also=(404,))  # fmt: skip
def list_receptions(actor, query, form):
    """业主接待日: those to come with what is free, or those past with what came of them"""
    return lists.list_receptions(query, form, by=actor)


@api.get("/sessions/<id:session_id>", **SESSION, may=anyone, gives=ReceptionRowView,
         shows=present.reception)  # fmt: skip
def show_reception(actor, session):
    """一场接待日: as in the list; of one that is past, what came of it"""
    return session


@api.get("/sessions/<id:session_id>/times", **SESSION, may=anyone, gives=TimesView,
         shows=present.times, also=(409,))  # fmt: skip
def list_times(actor, session):
    """可以约的时间: each with its number"""
    desk = actor is not None and runs_session(actor, session)
    return session, booking.free_times(session, desk=desk)


@api.post("/sessions/<id:session_id>/book", **SESSION, takes=BookForm, may=rules.book,
          gives=NumberView, shows=queues.number, status=201)  # fmt: skip
def book(actor, session, form):
    """约时间: a number with a time of its own; to change it, leave it and book another"""
    return booking.book(session, form, by=actor, works=runs_session(actor, session))


@api.get("/sessions/<id:session_id>/screen", **SESSION, may=anyone,
         gives=AskedOften(ReceptionScreenView), shows=present.screen)  # fmt: skip
def show_reception_screen(actor, session):
    """叫号屏: numbers with their tables, who is next, how many wait; no names. Unchanged, 304"""
    return session
