"""The calendar's pages, and finding one session by its poster."""

from sqlalchemy import Select, exists, false, or_, select

from schemas.occasions import DROPPED
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.core.paging import Page, page
from server.occasions.models import Session
from server.occasions.parts import QueueNumber, Signup
from server.occasions.presence import Attendance
from server.occasions.present.calendar import loaded
from server.occasions.rules import scanned_by, visible_sessions
from server.occasions.service.involved import waits
from server.occasions.service.places import are_running, are_still_today
from server.people.actor import Actor
from server.people.tree import around


def list_sessions(query: Select, form: dict, *, by: Actor | None) -> Page:
    """By day. What a place above holds is for whoever lives below it, too."""
    query = query.where(Session.on >= form.get("since", clock.today()))
    if until := form.get("until"):
        query = query.where(Session.on <= until)
    if kind := form.get("kind"):
        query = query.where(Session.kind == kind)
    if area_id := form.get("area_id"):
        query = query.where(around(Session.area_id, area_id))
    query = query.where(*_asked_for(form, by))
    state = form.get("state")
    query = query.where(Session.state == state if state else Session.state != DROPPED)
    return page(loaded(query), form, order=(Session.on, Session.id))


def _asked_for(form: dict, actor: Actor | None):
    if form["mine"]:
        yield _mine(actor)
    if form["running"]:
        yield from are_running()
    if form["scans"]:
        yield from (scanned_by(actor), *are_still_today())


def _mine(actor: Actor | None):
    if actor is None:
        return false()
    signed = Signup.session_id == Session.id, Signup.person_id.in_(actor.ids), Signup.is_live()
    theirs = or_(QueueNumber.person_id.in_(actor.ids), QueueNumber.told_id.in_(actor.ids))
    there = Attendance.session_id == Session.id, Attendance.person_id.in_(actor.ids)
    return or_(
        exists().where(*signed),
        exists().where(QueueNumber.session_id == Session.id, theirs, waits()),
        exists().where(*there),
    )


def find_session(form: dict, *, by: Actor | None) -> int:
    """The session of a poster or a link."""
    query = select(Session.id).where(Session.token == form["code"], visible_sessions(by))
    found = db.session.scalar(query)
    if found is None:
        raise NotFound
    return found
