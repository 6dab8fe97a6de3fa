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
from server.occasions.service import calling, outcomes
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.relations import is_wisher
from server.tickets.service import doing, talking, telling


class OwnWish(Malformed):
    """Whoever wished does not write down that it was met."""


Judged = tuple[str, str | None, str | None]


def judge(number: QueueNumber, action: str | None, form: dict) -> Judged:
    """The step, the outcome and the reason to keep, or a refusal that names the field. Put right,
    any word of the stall will do."""
    kind = db.session.scalar(select(Stall.kind).where(Stall.line_id == number.line_id))
    kind = kind or StallKind.OTHER
    if kind.has("silent"):
        return _silently(action, form)
    allowed = [o for o in OUTCOMES[kind] if action in (None, _side(o))]
    outcome = _chosen(form.get("outcome"), allowed)
    reason = form.get("reason")
    if outcome.has("why") and not reason:
        raise Malformed(reason="请写明原因")
    return "keep" if outcome.has("kept") else _side(outcome), outcome, reason


def _side(outcome: Outcome) -> str:
    return "serve" if outcome.has("served") else "fail"


def _silently(action: str | None, form: dict) -> Judged:
    """What must not be kept is refused, not dropped in silence: nobody is to rely on it."""
    if form.get("reason") or form.get("outcome") not in (None, Outcome.SERVED):
        raise Malformed(reason="义诊只记“已服务”，不记结果和原因")
    action = action or ("serve" if form.get("outcome") else "fail")
    return action, (Outcome.SERVED if action == "serve" else None), None


def _chosen(said: str | None, allowed: list[Outcome]) -> Outcome:
    """One of the stall's words; where there is only one, nobody has to say it."""
    if said is None and len(allowed) == 1:
        return allowed[0]
    if said not in allowed:
        raise Malformed(outcome=f"请选一个结果：{'、'.join(o.label for o in allowed)}")
    return Outcome(said)


def follow_ticket(number: QueueNumber, *, was: str | None, by: Actor) -> None:
    """A wish that was met is done, its rating still to come; where that was a slip of the pen, it
    is open again, unless the resident has had their say. Else a line says what came of it. The
    number is held by the caller, and the ticket here, always in this order."""
    ticket = _held(number)
    if is_wisher(by, ticket):
        raise OwnWish("这是您自己的心愿，请别的工作人员来记")
    words, ids = said(number), {"session_id": number.session_id, "number_id": number.id}
    if _is_met(number.outcome) and "serve" in ticket.flow.actions(ticket.state):
        return doing.serve(ticket, words, by=by, **ids)
    if not _is_met(number.outcome) and _is_met(was) and doing.was_served(ticket, number.id):
        return doing.unserve(ticket, f"刚才记错了，更正：{words}", by=by, **ids)
    line = talking.write(ticket, words if was is None else f"更正：{words}", by=by)
    return telling.noted(ticket, line, by=by)


def _held(number: QueueNumber) -> Ticket:
    query = select(Ticket).where(Ticket.id == number.subject_id)
    lock = query.with_for_update(key_share=True, of=Ticket)
    return db.session.scalars(lock.execution_options(populate_existing=True)).one()


def _is_met(outcome: str | None) -> bool:
    return outcome is not None and Outcome(outcome).has("met")


def said(number: QueueNumber) -> str:
    """11月26日圩日 维修 7 号：没修好，配件停产"""
    outcome = Outcome(number.outcome).label if number.outcome else "没办成"
    what = f"{outcome}，{number.reason}" if number.reason else outcome
    on = number.session.on
    return f"{on.month}月{on.day}日圩日 {number.line.label} {number.n} 号：{what}"


calling.outcomes[OccasionKind.MARKET] = judge
outcomes.words[OccasionKind.MARKET] = lambda outcome: Outcome(outcome).label
outcomes.asked_then[OccasionKind.MARKET] = "请来取"  # what was taken away is back at the stall
calling.followers[OccasionKind.MARKET, "tickets"] = follow_ticket
