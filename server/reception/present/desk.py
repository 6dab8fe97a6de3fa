"""The lists of the desk's page: numbers, seats, the agenda."""

from schemas.occasions import NUMBER_FLOW, WRITTEN, NumberState
from schemas.reception_words import AGENDA_FLOW, SeatState
from server.core.db import db
from server.core.paging import Page
from server.occasions.models import Series, Session
from server.occasions.parts import QueueNumber
from server.occasions.service import lines
from server.occasions.service.calling import may_begin
from server.occasions.service.outcomes import label_of
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.reception import rules
from server.reception.models import AgendaItem, ReceptionPlan, Seat, UsualSeat
from server.reception.present.days import turn
from server.reception.service import agenda_items, gate, lists, plans, seats
from server.tickets.models import Ticket
from server.tickets.present import names
from server.tickets.service.papers import receipt_address

RECEIVES = {"receive": "登记办理", "receive_and_answer": "当场答复"}


# ---- numbers


def numbers(actor: Actor, page: Page) -> Page:
    ahead, tickets = lines.ahead(page.items), lists.tickets_of(page.items)
    return Page([_number(actor, row, ahead, tickets) for row in page.items], page.next)


def number(actor: Actor, row: QueueNumber) -> dict:
    return numbers(actor, Page([row], None)).items[0]


def _number(actor: Actor, row: QueueNumber, ahead: dict, tickets: dict) -> dict:
    ticket = tickets.get(row.subject_id)
    same = ("id", "session_id", "n", "state", "called_to", "reason")
    return {name: getattr(row, name) for name in same} | {
        **_visitor(row, shown=rules.reads_number(actor, row)),
        "for_somebody": row.told_id is not None and row.told_id != row.person_id,
        "at": turn(row, ahead.get(row.id)),
        "ahead": ahead.get(row.id),
        "state_label": label_of(row),
        "ticket_id": ticket and ticket.id,
        "ticket_number": ticket and ticket.number,
        "ticket_state_label": ticket and ticket.state.label,
        "actions": _number_actions(actor, row),
    }


def _visitor(row: QueueNumber, *, shown: bool) -> dict:
    if not shown:
        return {"name": None, "person_id": None, "topic": None}
    name = row.called or (row.person and row.person.display_name)
    return {"name": name, "person_id": row.person_id, "topic": row.topic}


def _number_actions(actor: Actor, row: QueueNumber) -> list[dict]:
    """Calling and hearing from an hour before it begins."""
    if row.session.state.has("off") or not row.session.state.has("public"):
        return []
    steps = _steps(row)
    hands = may_begin(row.session) and rules.call_number_to(actor, row)
    offered = {}
    if hands:
        offered = {step: NUMBER_FLOW.label(step) for step in ("call", "call_again", "put_off")}
        offered |= {"serve": "谈过了，不用登记", "fail": "叫号没有来"}
        offered = {step: label for step, label in offered.items() if step in steps}
        if rules.receive(actor, row) and "serve" in steps:
            offered |= RECEIVES
        if row.state in WRITTEN and row.subject_id is None:
            offered["correct"] = "改结果"
    if "leave" in steps and row.state is NumberState.WAITING:
        offered["leave"] = NUMBER_FLOW.label("leave")
    return [{"action": step, "label": label} for step, label in offered.items()]


def _steps(row: QueueNumber) -> list[str]:
    """Nobody was missed who was not called."""
    steps = NUMBER_FLOW.actions(row.state)
    return [step for step in steps if step != "fail" or row.state is NumberState.CALLED]


def received(actor: Actor, told: tuple[Ticket, QueueNumber]) -> dict:
    ticket, row = told
    return {
        "ticket_id": ticket.id,
        "ticket_number": ticket.number,
        "ticket_state": ticket.state,
        "ticket_state_label": ticket.state.label,
        "receipt_url": receipt_address(ticket),
        "number": number(actor, row),
    }


# ---- seats


def plan(actor: Actor, series: Series) -> dict:
    known = db.session.get(ReceptionPlan, series.id)
    return {
        "series_id": series.id,
        "tables": known.tables if known else 0,
        "slot_minutes": known.slot_minutes if known else 10,
        "kept": known.kept if known else 0,
        "seats": [_usual(seat) for seat in plans.usual_seats(series.id)],
        "units": people.units_serving(series.area),
    }


def _usual(seat: UsualSeat | Seat) -> dict:
    name = " ".join(part for part in (seat.unit and seat.unit.name, seat.words) if part)
    same = {"party": seat.party, "unit_id": seat.unit_id, "words": seat.words}
    return same | {"party_label": seat.party.label, "name": name}


def seats_page(actor: Actor, session: Session) -> dict:
    rows = plans.seats_of(session.id)
    told = {"audience": "public", "warnings": gate.warnings(rows)}
    if not rules.sits_there(actor, session):
        return told | {"items": [_seat(seat) for seat in rows]}
    by = _recorders(rows)
    return told | {
        "audience": "staff",
        "items": [_seat(seat) | _marked(seat, by) for seat in rows],
        "missed": seats.missed(session),
        "units": people.units_serving(session.area),
    }


def seat_of(actor: Actor, seat: Seat) -> dict:
    return _seat(seat) | _marked(seat, _recorders([seat]))


def _seat(seat: Seat) -> dict:
    return _usual(seat) | {
        "id": seat.id,
        "state": seat.state,
        "state_label": seats.label_of(seat),
        "deputy": seat.deputy,
    }


def _marked(seat: Seat, by: dict) -> dict:
    marks = [{"action": state.value, "label": state.label} for state in SeatState]
    over = seat.session.state.has("off") or not seat.session.state.has("public")
    return {
        "marked_by_name": by.get(seat.marked_by_id),
        "marked_at": seat.marked_at,
        "actions": [] if over else marks,
    }


def _recorders(rows: list[Seat]) -> dict[int, str]:
    ids = {seat.marked_by_id for seat in rows} - {None}
    query = db.select(Person.id, Person.display_name).where(Person.id.in_(ids))
    return dict(db.session.execute(query).all())


# ---- the agenda


def items(actor: Actor, page: Page) -> Page:
    tickets = agenda_items.tickets_of(page.items)
    return Page([_item(actor, row, tickets[row.ticket_id]) for row in page.items], page.next)


def item(actor: Actor, row: AgendaItem) -> dict:
    return items(actor, Page([row], None)).items[0]


def _item(actor: Actor, row: AgendaItem, ticket: Ticket) -> dict:
    may = rules.answer_item(actor, row) and agenda_items.may_answer(row.session)
    steps = [step for step in AGENDA_FLOW.actions(row.state) if step == "answer" and may]
    reads = rules.reads_item(actor, ticket)
    same = ("id", "session_id", "ticket_id", "why", "state", "rolled_to_id")
    return {name: getattr(row, name) for name in same} | {
        "number": ticket.number,
        "title": names.title(ticket) if reads else ticket.category.label,
        "words": row.words if reads else None,
        "category_label": ticket.category.label,
        "estate_name": ticket.area.name,
        "holder_name": names.holder(ticket),
        "due_at": ticket.due_at,
        "overdue": names.overdue(ticket),
        "reopens": ticket.reopens,
        "ticket_state": ticket.state,
        "ticket_state_label": ticket.state.label,
        "why_label": row.why.label,
        "state_label": row.state.label,
        "actions": [{"action": step, "label": AGENDA_FLOW.label(step)} for step in steps],
    }
