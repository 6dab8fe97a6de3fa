"""延期: whoever has it asks for more time, the desk answers, the resident is told."""

from sqlalchemy import select, update

from schemas.clock_words import ExtensionAnswer
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.core.moves import move
from server.people.actor import Actor
from server.tickets.models import Ticket
from server.tickets.rules import LENGTHENED_MAX
from server.tickets.service import ranks, telling
from server.tickets.service.due import reckon, unpause
from server.tickets.timed import Extension


class AlreadyAskedForLonger(Refusal):
    code, title = "already_asked_for_longer", "已经申请过延期"
    detail = "上一个延期申请还没有答复，请等社区答复，或打电话问一问"


class NobodyAskedForLonger(Refusal):
    code, title = "nobody_asked_for_longer", "没有要答复的延期申请"
    detail = "可能已经有同事答复了，请刷新看看"


def ask_extension(ticket: Ticket, form: dict, *, by: Actor) -> Ticket:
    """`days` more working days. One request waits at a time."""
    ticket.flow.after(ticket.state, "ask_extension")
    if ticket.longer_asked_by_id:
        raise AlreadyAskedForLonger
    move(ticket, "ask_extension", by=by, days=form["days"])
    asked = Extension(ticket_id=ticket.id, days=form["days"], reason=form["words"])
    asked.asked_by_id, asked.due_before = by.id, ticket.due_at
    db.session.add(asked)
    ticket.longer_asked_by_id = by.id
    high = ticket.lengthened >= LENGTHENED_MAX
    leads = set(ranks.town(ticket) if high else ranks.receivers(ticket)) - {*by.ids}
    words = f"{telling.name(ticket)}申请延期 {form['days']} 个工作日，请看看同不同意。"
    telling.tell(ticket, leads, "有人申请延期", words, reason="longer-asked")
    return ticket


def approve_extension(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    asked = _waiting(ticket)
    move(ticket, "approve_extension", by=by, days=asked.days)
    _answer(ticket, asked, ExtensionAnswer.APPROVED, words, by)
    ticket.lengthened += 1
    reckon(ticket)
    asked.due_after = ticket.due_at
    day = telling.day(ticket.due_at)
    told = f"同意延期到{day}：{words}"
    telling.tell(ticket, _askers(ticket, asked), "同意延期", told, reason="longer")
    said = f"{telling.own(ticket)}延期到{day}办好：{words}"
    telling.tell(ticket, telling.party(ticket), "要多等几天", said, reason="longer-party")
    return ticket


def decline_extension(ticket: Ticket, words: str, *, by: Actor) -> Ticket:
    asked = _waiting(ticket)
    move(ticket, "decline_extension", by=by, days=asked.days)
    _answer(ticket, asked, ExtensionAnswer.DECLINED, words, by)
    said = f"{telling.name(ticket)}没有同意延期，仍请在{telling.day(ticket.due_at)}前办好：{words}"
    telling.tell(ticket, _askers(ticket, asked), "没有同意延期", said, reason="longer-declined")
    return ticket


def settle(ticket: Ticket) -> None:
    """Whoever had it waits for nothing any more: neither for the resident nor for longer."""
    unpause(ticket)
    lapse(ticket)


def lapse(ticket: Ticket) -> None:
    """It goes to other hands, or is done: nobody needs longer any more."""
    if ticket.longer_asked_by_id:
        ticket.longer_asked_by_id = None
        open_one = Extension.ticket_id == ticket.id, Extension.answer.is_(None)
        gone = {"answer": ExtensionAnswer.LAPSED, "decided_at": clock.now()}
        db.session.execute(update(Extension).where(*open_one).values(gone))


def of(ticket: Ticket) -> list[Extension]:
    """Oldest first."""
    query = select(Extension).where(Extension.ticket_id == ticket.id).order_by(Extension.id)
    return list(db.session.scalars(query))


def _waiting(ticket: Ticket) -> Extension:
    open_one = Extension.ticket_id == ticket.id, Extension.answer.is_(None)
    asked = db.session.scalar(select(Extension).where(*open_one))
    if asked is None:
        raise NobodyAskedForLonger
    return asked


def _answer(ticket: Ticket, asked: Extension, answer, words: str, by: Actor) -> None:
    asked.answer, asked.words = answer, words
    asked.decided_by_id, asked.decided_at = by.id, clock.now()
    ticket.longer_asked_by_id = None
    db.session.flush()


def _askers(ticket: Ticket, asked: Extension) -> list[int]:
    return [asked.asked_by_id, *telling.doers(a for a in ticket.in_hand if a.role == "lead")]
