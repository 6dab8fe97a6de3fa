"""Taking a ticket in: whoever has it first stays its holder until somebody else accepts."""

from dataclasses import dataclass, field

from sqlalchemy import select

from schemas.ticket_words import Channel, Group, Kind, ProxyRelation
from server.core import clock, moves
from server.core.db import db
from server.core.errors import Malformed
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.people.places import Area, Home
from server.tickets.models import Category, PrivateDetails, Ticket
from server.tickets.numbers import next_number
from server.tickets.present.names import title as title_of
from server.tickets.service.attach import attach
from server.tickets.service.due import limit
from server.tickets.service.ladder import watch
from server.tickets.service.repeats import look_for_repeats

AGAIN = "（又出问题了）"


@dataclass
class Said:
    """What somebody said and for whom, before it is a ticket. Text to contact are private."""

    kind: Kind
    area: Area
    wisher: Person
    text: str | None = None
    place: str | None = None
    hoped: str | None = None
    contact_name: str | None = None
    contact_phone: str | None = None
    photo_ids: list[int] = field(default_factory=list)
    voice_id: int | None = None
    category_id: int | None = None
    group: Group = Group.ANYBODY
    channel: Channel = Channel.APP
    proxy: ProxyRelation | None = None
    speaker: Person | None = None  # who speaks for them, where the desk writes it down
    home: Home | None = None
    client_id: str | None = None
    follows: Ticket | None = None  # which came back as this one


def open_ticket(said: Said, *, by: Actor) -> Ticket:
    """A new ticket. The desk of the area holds it, or the worker who wrote it down there; of
    意见与投诉 the highest desk. Flushed: it has an id and a number."""
    speaker = said.speaker or by
    people.here_now(said.wisher.id, by.id, speaker.id)
    ticket = Ticket(
        number=next_number(),
        kind=said.kind,
        area=said.area,
        home=said.home,
        wisher=said.wisher,
        entered_by_id=speaker.id,
        category=category_of(said.kind, said.category_id),
        group=said.group,
        channel=said.channel,
        proxy=said.proxy if said.wisher.id != speaker.id else None,
        client_id=said.client_id,
        received_at=clock.now(),
        details=details_of(said),
        worker_ids=[],
    )
    _as_before(ticket, said.follows)
    _receive(ticket, by)
    limit(ticket)
    moves.begin(ticket, "open", by=by, on_behalf_of=_for_whom(said, by), channel=said.channel)
    _arrange(ticket, said, by)
    return ticket


def _as_before(ticket: Ticket, before: Ticket | None) -> None:
    """What came back is known by what it was called, not by the words it came back with. At which
    level it is solved is seen anew: somebody else may do it this time."""
    if before is None:
        return
    ticket.follows_id = before.id
    ticket.urgency, ticket.difficulty = before.urgency, before.difficulty
    called = title_of(before)
    ticket.details.subject = called if called.endswith(AGAIN) else called + AGAIN


def _arrange(ticket: Ticket, said: Said, by: Actor) -> None:
    """What needs its id: alarms, the same before it, files."""
    watch(ticket)
    look_for_repeats(ticket)
    attach(ticket, said.photo_ids, "before", by=by)
    attach(ticket, [said.voice_id] if said.voice_id else [], "voice", by=by)


def _for_whom(said: Said, by: Actor) -> Person | None:
    return said.wisher if said.wisher.id != by.id else None


def details_of(said: Said) -> PrivateDetails:
    return PrivateDetails(
        text=said.text,
        place=said.place or (said.home and said.home.words),
        hoped=said.hoped,
        contact_name=said.contact_name or said.wisher.real_name or said.wisher.display_name,
        contact_phone=said.contact_phone or said.wisher.phone,
    )


def _receive(ticket: Ticket, by: Actor) -> None:
    """The first receiver, who holds it for now. 意见与投诉 is nobody's but the highest desk's,
    whoever writes it down."""
    highest = ticket.kind is Kind.FEEDBACK
    if not highest and ticket.channel is not Channel.APP and by.works_at(ticket.area.path):
        ticket.receiver_id = ticket.holder_id = by.id
        return
    desk = people.top_desk(ticket.area) if highest else people.desk_of(ticket.area)
    ticket.receiver_unit = ticket.holder_unit = desk


def category_of(kind: Kind, category_id: int | None) -> Category:
    """The one named, or the first of the kind until the desk knows better."""
    if category_id is None:
        first = select(Category).where(Category.kind == kind, Category.parent_id.is_(None))
        return db.session.scalars(first.order_by(Category.position).limit(1)).one()
    category = db.session.get(Category, category_id)
    if category is None or category.kind is not kind:
        raise Malformed(category_id="没有这个分类")
    return category


def submit_feedback(form: dict, *, by: Actor) -> Ticket:
    """意见与投诉, about anything, from anybody who is signed in."""
    said = Said(
        Kind.FEEDBACK,
        _about(form.get("area_id") or by.estate_id),
        db.session.get_one(Person, by.id),
        text=form["text"],
        contact_phone=form["contact_phone"],
        photo_ids=form["photo_ids"],
    )
    return open_ticket(said, by=by)


def _about(area_id: int | None) -> Area:
    """The area named, or one's own estate, or the whole county."""
    if area_id is None:
        return people.top_area()
    area = db.session.get(Area, area_id)
    if area is None:
        raise Malformed(area_id="没有这个地方，请重新选择")
    return area
