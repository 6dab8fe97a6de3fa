"""The queue at the desk: called to a table, put off, and what is written down of a number."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from schemas.occasion_words import OccasionKind
from schemas.occasions import NumberState
from schemas.reception_words import ReceptionOutcome
from server.core.errors import Malformed, Refusal
from server.core.paging import Page, page
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.service import calling, outcomes
from server.people.actor import Actor
from server.reception.models import ReceptionDay
from server.reception.service.booking import day_of

LIVE = NumberState.having("live")


class AlreadyCalled(Refusal):
    code, title = "already_called", "别的桌刚叫了这个号"

    def __init__(self, table: int | None):
        where = f"已经请到 {table} 号桌" if table else "已经叫过了"
        super().__init__(f"{where}；要再叫一次，请刷新以后点“再叫一次”")


class NotCalled(Refusal):
    code, title = "not_called", "还没有叫过这个号"
    detail = "请先叫号，没有见到人再记“叫号没有来”；自己说不来了的，请点“不等了”"


def call_next_to(session: Session, form: dict, *, by: Actor) -> QueueNumber:
    """请 12 号到 2 号桌: whose turn it is; two tables that call at once get two."""
    day = day_of(session)
    return calling.call_next(day.line, by=by, to=_table(day, form))


def call_number_to(number: QueueNumber, form: dict, *, by: Actor) -> QueueNumber:
    """This one, out of turn; or, where that is said, again, perhaps to another table."""
    table = _table(day_of(number.session), form)
    if number.state is NumberState.CALLED:
        if not form["again"]:
            raise AlreadyCalled(number.called_to)
        number.called_to = table
        return calling.call_again(number, by=by)
    return calling.call(number, by=by, to=table)


def put_off(number: QueueNumber, *, by: Actor) -> QueueNumber:
    day_of(number.session)
    return calling.put_off(number, by=by)


def _table(day: ReceptionDay, form: dict) -> int:
    if form["table"] > day.tables:
        raise Malformed(table=f"这一场只有 {day.tables} 张接待桌")
    return form["table"]


def list_numbers(session: Session, form: dict) -> Page:
    """Those who wait in their order; of all, by number."""
    line = joinedload(QueueNumber.line).joinedload(Line.session)
    query = select(QueueNumber).options(line, joinedload(QueueNumber.person))
    query = query.where(QueueNumber.line_id == day_of(session).line_id)
    if form["live"]:
        waits = query.where(QueueNumber.state.in_(LIVE))
        return page(waits, form, order=(QueueNumber.turn_at, QueueNumber.id))
    return page(query, form, order=(QueueNumber.n, QueueNumber.id))


# ---- what is written down


def judge(number: QueueNumber, action: str | None, form: dict) -> tuple:
    """What became a ticket is read there; it is not put right here."""
    if action is None and number.subject_id is not None:
        raise Malformed(outcome="已经登记成事项，结果请看那张单子")
    allowed = [
        o
        for o in ReceptionOutcome.having("by_hand")
        if action is None or o.has("served") == (action == "serve")
    ]
    said = form.get("outcome", allowed[0])
    if said not in allowed:
        raise Malformed(outcome=f"请选一个结果：{'、'.join(o.label for o in allowed)}")
    outcome = ReceptionOutcome(said)
    if outcome is ReceptionOutcome.NO_SHOW and number.state is NumberState.WAITING:
        raise NotCalled
    if outcome.has("why") and not form.get("reason"):
        raise Malformed(reason="请写明原因")
    return "serve" if outcome.has("served") else "fail", outcome, form.get("reason")


calling.outcomes[OccasionKind.RECEPTION] = judge
outcomes.words[OccasionKind.RECEPTION] = lambda outcome: ReceptionOutcome(outcome).label
