"""The line of life and the timeline of a ticket, in the words of its kind."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from schemas.ticket_words import LIFELINE
from schemas.tickets import TICKET_FLOW
from server.core.db import db
from server.core.moves import Move
from server.people.models import Person
from server.people.places import Unit
from server.tickets.models import Ticket
from server.tickets.parts import Note, Rating
from server.tickets.present import names

WHO_NOBODY = {"job": "系统"}
AGAIN = "重新安排"
DESKS = ("add_part", "drop_part")  # whose part is said; else whoever did it is named


def lifeline(ticket: Ticket, *, open_names: bool, party: bool = False) -> list[dict]:
    """Five stations; those ahead have no moment yet. Names only for people concerned."""
    words = _station_words(ticket, open_names, "您" if party else "居民")
    return [
        {
            "word": word,
            "words": words[moment],
            "at": getattr(ticket, moment),
            "reached": getattr(ticket, moment) is not None,
        }
        for moment, word in LIFELINE[ticket.kind].items()
    ]


def _station_words(ticket: Ticket, open_names: bool, who: str) -> dict[str, str]:
    takers = [names.doer(a) for a in ticket.in_hand] if open_names else []
    sent = "放上心愿墙" if ticket.card else "社区交办了"
    taken = "、".join(takers[:2]) + ("等" if len(takers) > 2 else "") + "接了"
    return {
        "received_at": f"{ticket.channel.label}登记",
        "sent_at": sent if ticket.sent_at else "等社区受理",
        "accepted_at": (taken if takers else "有人接了") if ticket.accepted_at else "等人接单",
        "done_at": _done_words(ticket),
        "rated_at": ticket.solved.label if ticket.rated_at else f"等{who}评一评",
    }


def _done_words(ticket: Ticket) -> str:
    if ticket.done_at:
        return "办的人说办好了"
    if ticket.state.has("closed"):
        return "没有办"
    return "正在办" if ticket.accepted_at else "还没开始办"


def timeline(ticket: Ticket, ratings: list[Rating], *, staff: bool, faded: bool) -> list[dict]:
    """Newest first, what came of a moment after what led to it: moves, lines of progress and
    `ratings`, in two statements. Faded, only the moves, without the resident's name: what people
    wrote may say where they live."""
    unnamed = [ticket.wisher_id, ticket.entered_by_id] if faded else []
    events = _moves(ticket, unnamed) if staff else _without_bounces(_moves(ticket, unnamed))
    if not faded:
        events += [*_notes(ticket, staff), *_rated(ratings)]
    return sorted(reversed(events), key=lambda event: event["at"], reverse=True)


def _moves(ticket: Ticket, unnamed: list[int]) -> list[dict]:
    query = (
        select(Move, Person.display_name, Unit.name)
        .outerjoin(Person, Person.id == Move.actor_id)
        .outerjoin(Unit, Unit.id == Move.unit_id)
        .where(Move.subject_kind == "tickets", Move.subject_id == ticket.id)
        .order_by(Move.id)
    )
    return [
        {
            "action": move.action,
            "at": move.moved_at,
            "words": _move_words(ticket, move),
            "who": "居民" if move.actor_id in unnamed else _who(move, person, unit),
            "more": _to_whom(ticket, move),
        }
        for move, person, unit in db.session.execute(query)
        if move.action not in ("confirm", "reopen")  # told by the rating
    ]


def _without_bounces(events: list[dict]) -> list[dict]:
    """Which unit did not want it is between the unit and the desk."""
    again = {"words": AGAIN, "who": "社区", "more": None}
    told = [event for event in events if event["action"] != "bounce_part"]
    return [event | again if event["action"] == "bounce" else event for event in told]


def _who(move: Move, person: str | None, unit: str | None) -> str:
    if move.channel == "paper":  # what a unit wrote, and who typed it in
        return f"{unit}（{person}代记，纸质单）"
    if move.actor_kind == "unit":
        return f"{unit}（短信验证码）"
    return unit or person or WHO_NOBODY.get(move.actor_kind, "")


def _to_whom(ticket: Ticket, move: Move) -> str | None:
    """Of a dispatch: to which unit or person; of a part: whose."""
    if "assignment" in move.known:
        shares = (a for a in ticket.assignments if a.id == move.known["assignment"])
        return next((names.doer(a) for a in shares if move.action in DESKS), None)
    if move.action not in ("dispatch", "to_backstop"):
        return None
    to_whom = "派给" if move.action == "dispatch" else "交给"
    sent = (move.known.get("unit_id"), move.known.get("person_id"))
    to = (names.doer(a) for a in ticket.assignments if (a.unit_id, a.person_id) == sent)
    return next((f"{to_whom}{name}" for name in to), None)


def _move_words(ticket: Ticket, move: Move) -> str:
    if move.action == "open":
        return "代为登记" if move.on_behalf_of_id else "登记"
    return TICKET_FLOW.label(move.action, "past")


def _notes(ticket: Ticket, staff: bool) -> list[dict]:
    query = select(Note, Person.display_name).join(Person).where(Note.ticket_id == ticket.id)
    if not staff:
        query = query.where(Note.for_staff.is_(False))
    return [
        {"at": note.written_at, "words": note.words, "who": who, "more": _inside(note)}
        for note, who in db.session.execute(query)
    ]


def _inside(note: Note) -> str | None:
    return "仅工作人员可见" if note.for_staff else None


def _rated(ratings: list[Rating]) -> list[dict]:
    return [
        {
            "at": rating.rated_at,
            "words": f"评价：{_said(rating)}",
            "who": _rater(rating),
            "more": rating.words,
        }
        for rating in ratings
    ]


def _said(rating: Rating) -> str:
    both = [rating.solved.label, rating.satisfied and rating.satisfied.label]
    return "，".join(one for one in both if one)


def _rater(rating: Rating) -> str:
    by = recorded_by(rating)
    return f"居民（{by}）" if by else "居民"


def recorded_by(rating: Rating) -> str | None:
    """Who wrote the resident's word down for them, and how it came: 「苏雅琴代记，纸质签字」."""
    if rating.recorded_by_id == rating.rater_id:
        return None
    return f"{rating.recorded_by.display_name}代记，{rating.route.label}"


def ratings(ticket: Ticket) -> list[Rating]:
    """Oldest first."""
    query = select(Rating).where(Rating.ticket_id == ticket.id).order_by(Rating.round)
    query = query.options(joinedload(Rating.recorded_by))
    return list(db.session.scalars(query))
