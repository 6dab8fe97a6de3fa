"""Lines and numbers, with the buttons that hold for whoever asks."""

from collections import defaultdict

from sqlalchemy import select

from schemas.occasions import NUMBER_FLOW, WRITTEN, NumberState, SessionState
from server.core import clock
from server.core.db import db
from server.core.paging import Page
from server.occasions import queue_rules as rules
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.service import lines, slots
from server.occasions.service.calling import may_begin
from server.occasions.service.numbers import whole
from server.occasions.service.outcomes import label_of
from server.occasions.service.rebooking import changes, is_booked
from server.occasions.service.words import ended_early
from server.people.actor import Actor

LINE = ("id", "session_id", "label", "capacity", "slot_minutes", "chosen", "last")
TAKE = {"action": "take_number", "label": "取号"}
TAKE_FOR = {"action": "take_number_for", "label": "替人取号"}
BOOK = {"action": "take_number", "label": "约时间"}
BOOK_FOR = {"action": "take_number_for", "label": "替人约时间"}
CALL_NEXT = {"action": "call_next", "label": "叫下一个"}
LIST = {"action": "list", "label": "看排队"}
AT_IT = ("call", "call_again", "serve", "fail")
CORRECT, TOLD_LATER = "改结果", "写后来的结果"


def queues(actor: Actor | None, session: Session) -> list[dict]:
    query = select(Line).where(Line.session_id == session.id).order_by(Line.id)
    rows = list(db.session.scalars(query))
    live = _live([row.id for row in rows])
    works = rules.lines_worked(actor, rows) if actor else set()
    return [_line(actor, row, session, live[row.id], row.id in works) for row in rows]


def line(actor: Actor | None, row: Line) -> dict:
    works = actor is not None and rules.works_line(actor, row)
    return _line(actor, row, row.session, _live([row.id])[row.id], works)


def _live(line_ids: list[int]) -> dict[int, list[tuple]]:
    """(n, state) of those who wait or were called, by line."""
    found = defaultdict(list)
    if line_ids:
        live = QueueNumber.line_id.in_(line_ids), QueueNumber.state.in_(lines.LIVE)
        columns = select(QueueNumber.line_id, QueueNumber.n, QueueNumber.state)
        for line_id, n, state in db.session.execute(columns.where(*live).order_by(QueueNumber.n)):
            found[line_id].append((n, state))
    return found


def _line(actor, row: Line, session: Session, live: list[tuple], works: bool) -> dict:
    called = [n for n, state in live if state is NumberState.CALLED]
    waiting = len(live) - len(called)
    left, next_at = _to_give(row, session, waiting, works)
    return {name: getattr(row, name) for name in LINE} | {
        "left": left,
        "next_at": next_at,
        "waiting": waiting,
        "serving": called,
        "actions": _line_actions(actor, row, session, works, left),
    }


def _to_give(row: Line, session: Session, waiting: int, works: bool) -> tuple:
    """How many numbers there still are, and about when the next has its turn."""
    if row.chosen:
        free = slots.free_slots(row, session, slots.taken([row.id])[row.id], desk=works)
        return len(free), slots.time_of_number(row, session, free[0]) if free else None
    left = lines.numbers_left(row, session)
    return left, None if left == 0 else lines.turn_of(row, session, row.last + 1, waiting)


def _line_actions(actor, row: Line, session: Session, works: bool, left) -> list[dict]:
    """Who runs or works it hands numbers to whoever stands there, and needs none for themselves."""
    if actor is None:
        return []
    opened = session.state is SessionState.PUBLISHED and session.ends_at > clock.now()
    takes = opened and left != 0
    own, others = (BOOK, BOOK_FOR) if row.chosen else (TAKE, TAKE_FOR)
    mine = ([] if works else [own]) + [others] if takes else []
    return mine + ([CALL_NEXT] if works and may_begin(session) else []) + ([LIST] if works else [])


def number(actor: Actor, row: QueueNumber) -> dict:
    return numbers(actor, Page([row], None)).items[0]


def numbers(actor: Actor, page: Page) -> Page:
    ahead = lines.ahead(page.items)
    works = rules.lines_worked(actor, list({row.line_id: row.line for row in page.items}.values()))
    return Page([_number(actor, row, ahead, works) for row in page.items], page.next)


def mine(actor: Actor | None, session: Session) -> list[dict]:
    """Numbers of oneself and of those one waits for, at one session."""
    if actor is None:
        return []
    there = QueueNumber.session_id == session.id, rules.own_numbers(actor)
    query = whole().where(*there, QueueNumber.state != NumberState.LEFT)
    rows = list(db.session.scalars(query.order_by(QueueNumber.id)))
    return numbers(actor, Page(rows, None)).items


NUMBER = ("id", "session_id", "line_id", "n", "called_to", "state", "outcome", "reason", "done_at")


def _number(actor: Actor, row: QueueNumber, ahead: dict, works: set[int]) -> dict:
    return {name: getattr(row, name) for name in NUMBER} | {
        "session_title": row.session.title,
        "session_kind": row.session.kind,
        "session_state": row.session.state,
        "session_state_label": row.session.state.label,
        "area_name": row.session.area.name,
        "starts_at": row.session.starts_at,
        "line_label": row.line.label,
        "place": row.session.place,
        "name": _name(actor, row),
        "topic": row.topic if rules.is_own(actor, row) else None,
        "ticket_id": _ticket_of(actor, row),
        "by_time": bool(row.line.chosen),
        "at": _turn(row, ahead.get(row.id)),
        "ahead": None if row.session.state.has("over") or is_booked(row) else ahead.get(row.id),
        "state_label": label_of(row),
        "ended_early": ended_early(row.session),
        "actions": _actions(actor, row, row.line_id in works),
    }


def _ticket_of(actor: Actor, row: QueueNumber) -> int | None:
    """What was written down of it, for whoever stood there or spoke for them."""
    return row.subject_id if row.subject_kind == "tickets" and rules.is_own(actor, row) else None


def _name(actor: Actor, row: QueueNumber) -> str | None:
    if not rules.reads_name(actor, row):
        return None
    return row.called or (row.person and row.person.display_name)


def _turn(row: QueueNumber, ahead: int | None):
    """Of whoever waits."""
    return None if ahead is None else lines.turn_of(row.line, row.session, row.n, ahead)


def _actions(actor: Actor, row: QueueNumber, crew: bool) -> list[dict]:
    """`crew`: whether they work the line."""
    if row.session.state not in (SessionState.PUBLISHED, SessionState.ENDED):
        return []
    own, hands = rules.is_own(actor, row), crew and row.person_id not in actor.ids
    hands = hands and may_begin(row.session)
    may = {"rebook": own and changes(row), "leave": own or crew} | dict.fromkeys(AT_IT, hands)
    steps = [step for step in NUMBER_FLOW.actions(row.state) if may.get(step)]
    how = "booked" if is_booked(row) else ""
    said = {step: NUMBER_FLOW.label(step, how) for step in steps}
    if hands and row.state in WRITTEN:
        said["correct"] = TOLD_LATER if row.state is NumberState.UNDER_WAY else CORRECT
    return [{"action": step, "label": label} for step, label in said.items()]
