"""首接首问: what a visitor says becomes a ticket, with whoever sits there as its first receiver;
and is answered on the spot, where it can be."""

from sqlalchemy import select

from schemas.reception_words import ReceptionOutcome
from schemas.ticket_words import Channel, Kind
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import move
from server.occasions.parts import QueueNumber
from server.occasions.service.calling import must_be_held, tell_near
from server.people import service as people
from server.people.actor import Actor
from server.people.identities import survivor
from server.people.models import Person
from server.people.person_rules import visible_persons
from server.people.places import Area
from server.reception.models import Heard
from server.tickets.models import Ticket
from server.tickets.service import doing
from server.tickets.service.intake import Said, open_ticket


class OwnMatter(Refusal):
    status, code, title = 409, "own_matter", "这是您自己的事"
    detail = "请别的工作人员来登记"


def receive(number: QueueNumber, form: dict, *, by: Actor) -> Ticket:
    """登记: the caller holds the number. What was said is the visitor's, whoever writes it down."""
    return _received(number, form, ReceptionOutcome.RECEIVED, by=by)


def receive_and_answer(number: QueueNumber, form: dict, *, by: Actor) -> Ticket:
    """首接首问即时答: two steps of the ticket, one press of a button."""
    ticket = _received(number, form, ReceptionOutcome.ANSWERED, by=by)
    ticket.level = form["level"]
    return doing.answer(ticket, _answer(form), by=by)


def _answer(form: dict) -> dict:
    return {"words": form["answer"], "photo_ids": [], "level": form["level"]}


def _received(number: QueueNumber, form: dict, outcome, *, by: Actor) -> Ticket:
    must_be_held(number.session)
    move(number, "serve", by=by, outcome=outcome)
    ticket = open_ticket(_said(number, form, by), by=by)
    if ticket.wisher_id in by.ids:
        raise OwnMatter
    number.outcome, number.done_at = outcome, clock.now()
    number.subject_kind, number.subject_id = "tickets", ticket.id
    db.session.add(Heard(ticket_id=ticket.id, session_id=number.session_id))
    tell_near(number.line_id)
    return ticket


def _said(number: QueueNumber, form: dict, by: Actor) -> Said:
    text = form["text"] or number.topic
    if not text:
        raise Malformed(text="请写一句来访的人说了什么")
    visitor = _visitor(number, form, by)
    speaker = _speaker(number, visitor)
    return Said(
        Kind.RECEPTION,
        _area(number, form, visitor),
        visitor,
        text=text,
        place=form["place"],
        contact_name=form["name"] or number.called,
        contact_phone=form["phone"],
        photo_ids=form["photo_ids"],
        category_id=form["category_id"],
        channel=Channel.RECEPTION_DAY,
        proxy=form["relation"] if speaker else None,
        speaker=speaker,
    )


def _visitor(number: QueueNumber, form: dict, by: Actor) -> Person:
    """Whose number it is; somebody the desk knows; else somebody new, perhaps without a telephone
    or a name: 12 号来访居民."""
    if number.person_id is not None:
        return survivor(number.person_id)
    if "person_id" in form:
        return _known(form["person_id"], by)
    name = form["name"] or number.called or f"{number.n} 号来访居民"
    area = number.session.area
    return people.assist(name, phone=form["phone"], estate_id=_estate(area), by=by)


def _known(person_id: int, by: Actor) -> Person:
    seen = select(Person).where(Person.id == person_id, visible_persons(by))
    person = db.session.scalar(seen)
    if person is None:
        raise Malformed(person_id="没有找到这位居民，请重新查找或写称呼")
    return survivor(person.id)


def _estate(area: Area) -> int | None:
    return area.id if area.level == "estate" else None


def _speaker(number: QueueNumber, visitor: Person) -> Person | None:
    """Who took the number for somebody else with their own telephone, and speaks for them."""
    if number.told_id is None:
        return None
    speaker = survivor(number.told_id)
    return None if speaker.id == visitor.id else speaker


def _area(number: QueueNumber, form: dict, visitor: Person) -> Area:
    """The estate that is named, or where they live, if the session is for it; else the host."""
    host = number.session.area
    if form["estate_id"]:
        area = db.session.get(Area, form["estate_id"])
        if area is None or not area.path.startswith(host.path):
            raise Malformed(estate_id="请选这一场接待的小区")
        return area
    home = visitor.estate
    return home if home and home.path.startswith(host.path) else host
