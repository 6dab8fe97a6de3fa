"""What comes of a number at a stall: the words its kind allows, and what becomes of the wish for
which it was taken.

Of 义诊 nothing is kept but that the number was served: no value, no finding, no reason."""

from sqlalchemy import select

from schemas.market_words import OUTCOMES, Outcome, StallKind
from schemas.occasion_words import OccasionKind
from server.core.db import db
from server.core.errors import Malformed
from server.markets.models import Stall
from server.occasions.parts import QueueNumber
from server.occasions.service.calling import followers, outcomes
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.relations import is_wisher
from server.tickets.service import doing, talking, telling


class OwnWish(Malformed):
    """Whoever wished does not write down that it was met."""


def judge(number: QueueNumber, action: str, form: dict) -> tuple[str | None, str | None]:
    """The outcome and the reason to keep, or a refusal that names the field."""
    kind = db.session.scalar(select(Stall.kind).where(Stall.line_id == number.line_id))
    kind = kind or StallKind.OTHER
    if kind.has("silent"):
        return _silently(action, form)
    allowed = [o for o in OUTCOMES[kind] if o.has("served") == (action == "serve")]
    outcome = _chosen(form.get("outcome"), allowed)
    reason = form.get("reason")
    if outcome.has("why") and not reason:
        raise Malformed(reason="请写明原因")
    return outcome, reason


def _silently(action: str, form: dict) -> tuple[str | None, None]:
    """What must not be kept is refused, not dropped in silence: nobody is to rely on it."""
    if form.get("reason") or form.get("outcome") not in (None, Outcome.SERVED):
        raise Malformed(reason="义诊只记“已服务”，不记结果和原因")
    return (Outcome.SERVED if action == "serve" else None), None


def _chosen(said: str | None, allowed: list[Outcome]) -> Outcome:
    """One of the stall's words; where there is only one, nobody has to say it."""
    if said is None and len(allowed) == 1:
        return allowed[0]
    if said not in allowed:
        raise Malformed(outcome=f"请选一个结果：{'、'.join(o.label for o in allowed)}")
    return Outcome(said)


def follow_ticket(number: QueueNumber, action: str, *, by: Actor) -> None:
    """A wish that was met is done, its rating still to come; else a line says what came of it. The
    number is held by the caller, and the ticket here, always in this order."""
    query = select(Ticket).where(Ticket.id == number.subject_id)
    lock = query.with_for_update(key_share=True, of=Ticket)
    ticket = db.session.scalars(lock.execution_options(populate_existing=True)).one()
    if is_wisher(by, ticket):
        raise OwnWish("这是您自己的心愿，请别的工作人员来记")
    words = said(number)
    if _is_met(number) and "serve" in ticket.flow.actions(ticket.state):
        doing.serve(ticket, words, by=by, session_id=number.session_id, number_id=number.id)
        return
    line = talking.write(ticket, words, by=by)
    telling.noted(ticket, line, by=by)


def _is_met(number: QueueNumber) -> bool:
    return number.outcome is not None and Outcome(number.outcome).has("met")


def said(number: QueueNumber) -> str:
    """11月26日圩日 维修 7 号：没修好，配件停产"""
    outcome = Outcome(number.outcome).label if number.outcome else "没办成"
    what = f"{outcome}，{number.reason}" if number.reason else outcome
    on = number.session.on
    return f"{on.month}月{on.day}日圩日 {number.line.label} {number.n} 号：{what}"


outcomes[OccasionKind.MARKET] = judge
followers["tickets"] = follow_ticket
