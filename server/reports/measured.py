"""Every figure of every session of a scope, in one statement."""

from sqlalchemy import Select, Subquery, func, not_, select

from schemas.occasion_words import Capacity
from schemas.occasions import NumberState
from server.occasions.models import Session
from server.occasions.parts import Headcount, QueueNumber
from server.occasions.presence import Attendance
from server.reports.figures import ADDED_UP, FIGURES, Parts


def measured(scope: Select) -> Select:
    """A row for each session of the scope (a SELECT of session ids): every figure that can be added
    up, as a column."""
    parts = Parts(_there(scope), _heads(scope), _numbers(scope))
    columns = [FIGURES[name].of(parts).label(name) for name in ADDED_UP]
    query = select(Session.id, Session.area_id, *columns).where(Session.id.in_(scope))
    for part in parts:
        query = query.outerjoin(part, part.c.session_id == Session.id)
    return query


def _there(scope: Select) -> Subquery:
    came = Attendance.in_at.is_not(None)
    duty = Attendance.capacity == Capacity.DUTY
    minutes = {"actual": Attendance.minutes_actual, "added": Attendance.minutes_added,
               "credited": Attendance.minutes_credited}  # fmt: skip
    sums = [func.sum(column).filter(duty).label(name) for name, column in minutes.items()]
    query = select(
        Attendance.session_id,
        func.count().filter(came).label("people"),
        func.count().filter(came, duty).label("duties"),
        func.count().filter(came, not_(duty)).label("visits"),
        *sums,
    )
    return query.where(Attendance.session_id.in_(scope)).group_by(Attendance.session_id).subquery()


def _heads(scope: Select) -> Subquery:
    query = select(Headcount.session_id, func.max(Headcount.count).label("largest"))
    query = query.where(Headcount.struck_at.is_(None))
    return query.where(Headcount.session_id.in_(scope)).group_by(Headcount.session_id).subquery()


def _numbers(scope: Select) -> Subquery:
    query = select(
        QueueNumber.session_id,
        func.count().filter(QueueNumber.state == NumberState.SERVED).label("served"),
        func.count().filter(QueueNumber.state == NumberState.NOT_SERVED).label("not_served"),
    )
    return (
        query.where(QueueNumber.session_id.in_(scope)).group_by(QueueNumber.session_id).subquery()
    )
