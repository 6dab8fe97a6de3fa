"""What the clock and the years say of a ticket: extensions, alarms, levels, repeats."""

from sqlalchemy import or_, select

from schemas.clock_words import PHONES, AlarmLevel
from schemas.ticket_words import Elsewhere
from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.present import names
from server.tickets.service.backstop import PART as BACKSTOP_PART
from server.tickets.service.extending import of as extensions_of
from server.tickets.service.levels import days_at_levels
from server.tickets.timed import Escalation, Extension


def extensions(ticket: Ticket, audience: str) -> list[dict]:
    """The resident reads what was agreed to, and why; not what whoever has it said to the desk."""
    every = extensions_of(ticket)
    if audience == "party":
        return [_extension(row, inside=False) for row in every if row.due_after]
    return [_extension(row, inside=True) for row in every]


def _extension(row: Extension, *, inside: bool) -> dict:
    return {
        "days": row.days,
        "reason": row.reason if inside else None,
        "asked_by": row.asked_by.display_name if inside else None,
        "asked_at": row.asked_at,
        "answer": row.answer,
        "answer_label": row.answer.label if row.answer else "等社区答复",
        "words": row.words,
        "due_before": row.due_before,
        "due_after": row.due_after,
    }


def before_and_after(ticket: Ticket) -> dict:
    """The ticket that came back as this one, and the one as which it came back."""
    either = or_(Ticket.id == ticket.follows_id, Ticket.follows_id == ticket.id)
    rows = db.session.scalars(select(Ticket).where(either).order_by(Ticket.id))
    told = {"before": None, "after": None}
    for row in rows:
        told["before" if row.id == ticket.follows_id else "after"] = {
            "id": row.id,
            "number": row.number,
            "title": names.title(row),
            "open": row.state.has("open"),
            "state_label": names.state_label(row, party=True),
        }
    return {"follows": told["before"], "followed_by": told["after"]}


def phones_of(elsewhere: Elsewhere | None) -> list[dict]:
    return [{"name": name, "phone": phone} for name, phone in PHONES.get(elsewhere, ())]


def clockwork(ticket: Ticket) -> dict:
    """For the desk."""
    rung = select(Escalation).where(Escalation.ticket_id == ticket.id).order_by(Escalation.id)
    return {
        "level": ticket.level,
        "days_at_levels": days_at_levels(ticket),
        "alarms": [_alarm(ticket, one) for one in db.session.scalars(rung)],
        "repeat": _repeat(ticket),
        "follows": _numbers([ticket.follows_id])[0] if ticket.follows_id else None,
    }


def _alarm(ticket: Ticket, rung: Escalation) -> dict:
    """Of the last one, to whom it went; where no office is named, it stayed where it was."""
    names = ("fired_at", "told")
    label = rung.level.label
    if rung.level is AlarmLevel.BACKSTOP:
        given = [a.unit.name for a in ticket.assignments if a.unit and a.part == BACKSTOP_PART]
        label = f"{label}（{given[-1]}）" if given else "超期，该转兜底单位，这里还没有指定"
    return {name: getattr(rung, name) for name in names} | {"label": label}


def _repeat(ticket: Ticket) -> dict | None:
    if not ticket.repeat_why:
        return None
    numbers = _numbers(ticket.repeats)
    return {"why": ticket.repeat_why, "label": ticket.repeat_why.label, "numbers": numbers}


def _numbers(ids: list[int]) -> list[str]:
    query = select(Ticket.number).where(Ticket.id.in_(ids)).order_by(Ticket.id)
    return list(db.session.scalars(query))
