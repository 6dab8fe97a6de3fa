"""Reception days as residents see them, the screen at the wall, and the head of the desk's page."""

from schemas.reception_words import AgendaState, Source
from server.core import clock
from server.core.paging import Page
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.present.session import allowed
from server.occasions.service import lines, slots
from server.occasions.service.calling import may_begin
from server.occasions.service.outcomes import label_of
from server.people.actor import Actor
from server.reception import rules
from server.reception.models import ReceptionDay
from server.reception.service import agenda_items, gate, lists, plans
from server.workdays.lunar import day_words

NEXT = 5
OF_A_SESSION = ("id", "title", "on", "starts_at", "ends_at", "place", "area_id", "state")


def receptions(actor: Actor | None, page: Page) -> Page:
    ids = [session.id for session in page.items]
    days, mine = lists.days(ids), lists.own(ids, actor)
    given = slots.taken([day.line_id for day in days.values() if day.line_id])
    ahead = lines.ahead([number for numbers in mine.values() for number in numbers])
    sources = {session_id: day.source for session_id, day in days.items()}
    heard = lists.heard(ids, sources)
    return Page(
        [
            _row(session)
            | _free(session, days.get(session.id), given)
            | {
                "my_numbers": [_own(number, ahead) for number in mine[session.id]],
                "heard": heard[session.id] if session.state.has("over") else None,
            }
            for session in page.items
        ],
        page.next,
    )


def reception(actor: Actor | None, session: Session) -> dict:
    return receptions(actor, Page([session], None)).items[0]


def _row(session: Session) -> dict:
    return {name: getattr(session, name) for name in OF_A_SESSION} | {
        "day_words": day_words(session.on),
        "area_name": session.area.name,
        "state_label": session.state.label,
    }


def _free(session: Session, day: ReceptionDay | None, given: dict) -> dict:
    source = day.source if day else Source.SYSTEM
    told = {"tables": day.tables if day else 0, "source": source, "source_label": source.label}
    if day is None or day.line is None or session.state.has("over"):
        return told | {"left": None, "next_at": None}
    free = slots.free_slots(day.line, session, given[day.line_id])
    at = slots.time_of_number(day.line, session, free[0]) if free else None
    return told | {"left": len(free), "next_at": at}


def _own(number: QueueNumber, ahead: dict) -> dict:
    return {
        "id": number.id,
        "n": number.n,
        "at": turn(number, ahead.get(number.id)),
        "name": number.called,
        "topic": number.topic,
        "state_label": label_of(number),
    }


def turn(number: QueueNumber, ahead: int | None):
    """About when; of whoever waits."""
    if ahead is None:
        return None
    return lines.turn_of(number.line, number.session, number.n, ahead)


def times(actor: Actor | None, told: tuple) -> dict:
    session, free = told
    (day,) = lists.days([session.id]).values()
    items = [{"n": n, "at": at} for n, at in free]
    return {"slot_minutes": day.line.slot_minutes, "items": items}


def screen(actor: Actor | None, session: Session) -> dict:
    coming, waits, done = lists.waiting(session, NEXT)
    names = ("title", "place", "state", "starts_at", "ends_at")
    return {name: getattr(session, name) for name in names} | {
        "area_name": session.area.name,
        "called": _called(session),
        "next": coming,
        "waiting": waits,
        "done": done,
        "as_of": clock.now().replace(second=0, microsecond=0),  # within it, unchanged is the same
    }


def _called(session: Session) -> list[dict]:
    return [{"n": one.n, "table": one.called_to, "at": at} for one, at in lists.called(session)]


def desk(actor: Actor, session: Session) -> dict:
    day = lists.days([session.id]).get(session.id)
    line = day and day.line
    _, waits, _ = lists.waiting(session, NEXT)
    heard = lists.heard([session.id], {session.id: day.source} if day else {})[session.id]
    given = slots.taken([line.id])[line.id] if line else set()
    names = ("title", "on", "ends_at", "state")
    return {name: getattr(session, name) for name in names} | {
        "session_id": session.id,
        "early": clock.now() < session.ends_at,
        "estates": lists.estates_of(session.area),
        "state_label": session.state.label,
        "tables": day.tables if day else 0,
        "line_id": line and line.id,
        "slot_minutes": line and line.slot_minutes,
        "kept": line.kept if line else 0,
        "left": len(slots.free_slots(line, session, given, desk=True)) if line else 0,
        "waiting": waits,
        "called": _called(session),
        "heard": heard,
        "agenda_open": agenda_items.counts([session.id])[session.id].get(AgendaState.OPEN, 0),
        "warnings": gate.warnings(plans.seats_of(session.id), rules.sits_there(actor, session)),
        "missing": gate.missing([session])[session.id] if session.state.has("planned") else [],
        "actions": _desk_actions(actor, session, line) + allowed(actor, session),
    }


def _desk_actions(actor: Actor, session: Session, line) -> list[dict]:
    if session.state.has("over"):
        return []
    offered = {"set_out": "安排席位和接待桌"} if rules.set_out(actor, session) else {}
    offered["add_item"] = "加进议程"
    if line and session.state.has("public"):
        offered["walk_in"] = "现场取号"
        if may_begin(session):
            offered["call_next_to"] = "叫下一个"
    may = rules.show_desk(actor, session)
    return [{"action": name, "label": label} for name, label in offered.items() if may]
