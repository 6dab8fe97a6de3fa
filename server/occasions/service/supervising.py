"""Who signed up for a session or was there: the page of whoever runs it."""

from sqlalchemy import Select, or_, select

from schemas.occasion_words import Capacity
from schemas.occasions import SEATED
from schemas.supervising import WhoIsThere
from server.core.paging import Page, page
from server.occasions.models import Session
from server.occasions.parts import Signup
from server.occasions.presence import Attendance
from server.occasions.service.bearers import bearer
from server.people.models import Person


def list_present(session: Session, form: dict) -> Page:
    """Persons, in the order in which they were first known here."""
    return page(_among(session, form["view"]), form, order=(Person.id,))


def _among(session: Session, view: WhoIsThere) -> Select:
    came = Attendance.in_at.is_not(None)
    if view is WhoIsThere.HERE:
        return _persons().where(_there(session, came, Attendance.out_at.is_(None)))
    if view is WhoIsThere.MISSING:
        duty = _there(session, came, Attendance.capacity == Capacity.DUTY)
        return _persons().where(_signed(session, Signup.state.in_(SEATED)), ~duty)
    return _persons().where(or_(_signed(session, Signup.is_live()), _there(session)))


def _persons() -> Select:
    """Whoever was merged is listed as who they are now."""
    return select(Person).where(Person.merged_into_id.is_(None))


def _there(session: Session, *how):
    here = Attendance.session_id == session.id, *how
    return Person.id.in_(select(bearer(Attendance.person_id)).where(*here))


def _signed(session: Session, state):
    here = Signup.session_id == session.id, state
    return Person.id.in_(select(bearer(Signup.person_id)).where(*here))
