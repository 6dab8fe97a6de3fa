"""Alarms: given once, by day, and only if it is still so. The caller holds the ticket."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy.dialects.postgresql import insert

from schemas.clock_words import AlarmLevel
from schemas.tickets import AssignmentState
from server.core import clock
from server.core.db import db
from server.core.jobs import defer
from server.core.moves import Job
from server.people import service as people
from server.tickets.models import Ticket
from server.tickets.parts import Assignment
from server.tickets.present.names import doer
from server.tickets.service import ranks, telling
from server.tickets.service.due import reckon_share
from server.tickets.service.ladder import ask_for, moment, watch, watch_share
from server.tickets.service.limits import slip_limit
from server.tickets.timed import Escalation
from server.workdays.hours import awake_from, due_after_hours, is_quiet, office_time

WORDS = {
    AlarmLevel.REMIND: ("快到期了", "请在{due}前办好{name}；办不完请申请延期或写明原因。"),
    AlarmLevel.HOLDER: ("超期了", "{name}应在{due}前办好，请尽快办理并写一句进展。"),
    AlarmLevel.LEAD: ("您首接的事超期了", "{name}应在{due}前办好，{holder}还没有办好，请催一催。"),
    AlarmLevel.COMMUNITY: ("有一件事超期两天了", "{name}应在{due}前办好，现在在{holder}手里。"),
    AlarmLevel.TOWN: ("有一件事超期四天了", "{name}应在{due}前办好，现在在{holder}手里。"),
    AlarmLevel.BACKSTOP: ("超期的事交给了兜底单位", "{name}应在{due}前办好，现在由{holder}兜底。"),
}

TakeOver = Callable[..., bool]


def still_so(ticket: Ticket, round: int, due: datetime) -> bool:
    """Neither done nor sent back nor waiting meanwhile, nor due at another time."""
    return ticket.state.has("ticking") and ticket.round == round and ticket.due_at == due


def alarm(ticket: Ticket, level: AlarmLevel, take_over: TakeOver) -> None:
    """Then the next one is asked for; a second worker finds it given, and asks for nothing.
    `take_over`: gives it to whoever stands at the end of the ladder, if anybody does."""
    now, due = clock.now(), moment(ticket, level)
    if due > now or is_quiet(now):
        ask_for(ticket, level, max(due, now))
        return
    told = partial(_tell, ticket, level, take_over)
    too_late = level is AlarmLevel.REMIND and ticket.due_at <= now
    if too_late or given(ticket, level, ticket.due_at, told):
        watch(ticket)


def _tell(ticket: Ticket, level: AlarmLevel, take_over: TakeOver) -> list[int]:
    if level is AlarmLevel.BACKSTOP and not take_over(ticket, by=Job("alarm")):
        return _no_backstop(ticket)
    title, words = WORDS[level]
    who = ranks.whom(ticket, level)
    said = words.format(due=telling.day(ticket.due_at), **telling.named(ticket))
    telling.tell(ticket, who, title, said, reason=f"alarm:{level.value}")
    return who


def _no_backstop(ticket: Ticket) -> list[int]:
    """No office is named: whoever can name one hears it. They do not read the ticket."""
    if people.backstop_of(ticket.area):
        return []
    who = ranks.administrators(ticket.area)
    place = f"{ticket.area.name}还没有指定兜底单位"
    words = f"{place}，{telling.by_number(ticket)}超期五个工作日还没有办好。请指定一个兜底单位。"
    telling.tell(ticket, who, "还没有兜底单位", words, reason="no-backstop", opens=False)
    return who


def given(ticket, level, due_at, tell: Callable[[], list[int]], assignment_id=None) -> bool:
    """Whether it was given just now; not if it had been before."""
    key = {"ticket_id": ticket.id, "round": ticket.round, "level": level, "due_at": due_at}
    row = insert(Escalation).values(
        **key, assignment_id=assignment_id, told=0, fired_at=clock.now()
    )
    made = row.on_conflict_do_nothing().returning(Escalation.id)
    row_id = db.session.scalar(made)
    if row_id is None:
        return False
    who = tell()
    db.session.get_one(Escalation, row_id).told = len(who)
    return True


# ---- offers that nobody answers


def await_answer(offer: Assignment) -> None:
    """An offer has a time to be answered in, and an alarm for then; a part that was given no day of
    its own has the time of its slip. Flushed, it has an id."""
    known = slip_limit(offer.ticket, joint=offer.is_part)
    if offer.due_on is None:
        offer.limit_amount, offer.limit_unit = known.amount, known.unit
    reckon_share(offer)
    watch_share(offer)
    if known.answer_hours:
        offer.answer_by = due_after_hours(clock.now(), known.answer_hours).at
        at = awake_from(offer.answer_by)
        defer("tickets.offer_unanswered", at=at, assignment_id=offer.id)


def unanswered(ticket: Ticket, offer: Assignment) -> None:
    """The unit is reminded, and the desk told that it has not answered."""
    waits = offer.state is AssignmentState.OFFERED and offer.answer_by is not None
    if not waits or ticket.state.has("closed"):
        return
    now = clock.now()
    if offer.answer_by > now or is_quiet(now):
        when = awake_from(max(offer.answer_by, now))
        defer("tickets.offer_unanswered", at=when, assignment_id=offer.id)
        return
    told = partial(_say_unanswered, ticket, offer)
    given(ticket, AlarmLevel.UNANSWERED, offer.answer_by, told, offer.id)


def _say_unanswered(ticket: Ticket, offer: Assignment) -> list[int]:
    unit = telling.doers([offer])
    hours = round(office_time(offer.made_at, offer.answer_by).total_seconds() / 3600, 1)
    name = telling.name(ticket)
    telling.tell(ticket, unit, "请接单", f"{name}等着您接单；办不了请退回。", reason="unanswered")
    desk = ranks.whom(ticket, AlarmLevel.UNANSWERED)
    words = f"{doer(offer)} {hours:g} 小时没有接单：{name}。请打电话催，或收回重派。"
    telling.tell(ticket, desk, "没有接单", words, reason="unanswered-desk")
    return [*unit, *desk]
