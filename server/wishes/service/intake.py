"""Making a wish: said or written, for oneself or for somebody else, now or offline at a door."""

from datetime import timedelta

from sqlalchemy import func, select

from schemas.people_words import Level, PersonState
from schemas.ticket_words import Channel, Kind, ProxyRelation
from schemas.wishes import OfflineWishForm
from server.core import clock
from server.core.batch import each
from server.core.db import db
from server.core.errors import Malformed, NotAllowed
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.people.places import Area
from server.tickets.models import Ticket
from server.tickets.service.intake import Said, limit, open_ticket

OFFLINE = OfflineWishForm()
OLDEST = timedelta(days=30)  # a phone that lay in a drawer longer than that has the date wrong


def submit_wish(form: dict, *, by: Actor) -> Ticket:
    """A new wish, held by the community's desk."""
    if not form["text"] and not form.get("voice_id"):
        raise Malformed("请写一写，或者说一段话", text="请写一写，或者说一段话")
    area = _estate(form["estate_id"])
    if form["channel"] is not Channel.APP and not by.works_at(area.path):
        raise NotAllowed("只有社区工作人员可以代为登记渠道")
    said = Said(
        Kind.WISH,
        area,
        _wisher(form, area, by),
        client_id=str(form["client_id"]) if "client_id" in form else None,
        proxy=_proxy(form, area, by),
        **{name: form.get(name) for name in SAID},
    )
    return open_ticket(said, by=by)


SAID = [
    "text",
    "place",
    "hoped",
    "contact_name",
    "contact_phone",
    "photo_ids",
    "voice_id",
    "category_id",
    "group",
    "channel",
]


def _proxy(form: dict, area: Area, by: Actor) -> ProxyRelation:
    """As what they speak for somebody else; at the desk nobody has to say it."""
    said = form.get("on_behalf", {}).get("relation")
    if said is ProxyRelation.WORKER and not by.works_at(area.path):
        raise Malformed(on_behalf="只有这里的社区工作人员可以这样登记，请选您和他（她）的关系")
    return said or (ProxyRelation.WORKER if by.works_at(area.path) else ProxyRelation.OTHER)


def _estate(estate_id: int) -> Area:
    area = db.session.get(Area, estate_id)
    if area is None or area.level not in (Level.ESTATE, Level.COMMUNITY):
        raise Malformed(estate_id="请选择小区")
    return area


def _wisher(form: dict, area: Area, by: Actor) -> Person:
    """Oneself; somebody whom one may act for; or somebody new, who may have no telephone."""
    behalf = form.get("on_behalf")
    if behalf is None:
        return db.session.get_one(Person, by.id)
    if "person_id" in behalf:
        person = db.session.get(Person, behalf["person_id"])
        if not _may_act_for(person, area, by):
            raise Malformed(on_behalf="没有找到这位邻居，请写姓名")
        return person
    if "name" not in behalf:
        raise Malformed(on_behalf="请写明替谁许")
    return people.assist(behalf["name"], phone=behalf["phone"], estate_id=area.id, by=by)


def _may_act_for(person: Person | None, area: Area, by: Actor) -> bool:
    """The desk for whoever lives there, in its own area; anybody for whom they have made a record
    before."""
    if person is None or person.state is not PersonState.ACTIVE:
        return False
    here = person.estate is not None and by.works_at(person.estate.path)
    return (here and by.works_at(area.path)) or person.made_by_id in by.ids


def submit_offline_wishes(items: list[dict], *, by: Actor) -> dict:
    """What was written at the doors without network. Sent twice, in any order, it is there once."""
    return {"items": each(items, OFFLINE, lambda form: _submit_once(form, by))}


def _submit_once(form: dict, by: Actor) -> tuple[str, Ticket]:
    """The same record from the same hand is known; from another hand it is refused by the key."""
    known = select(Ticket).where(
        Ticket.client_id == str(form["client_id"]), Ticket.entered_by_id.in_(by.ids)
    )
    if ticket := db.session.scalar(known):
        return "already", ticket
    ticket = submit_wish(form, by=by)
    ticket.received_at = _when(form["written_at"])
    limit(ticket, ticket.received_at)
    return "accepted", ticket


def _when(written_at):
    """The phone's own time, unless its clock is ahead or far behind ours."""
    now = clock.now()
    return written_at if now - OLDEST < written_at < now else now


MOST_HELPED = 10


def list_helped(by: Actor) -> dict:
    """For whom one has asked before, the latest first: to be chosen instead of typed again."""
    latest = func.max(Ticket.id)
    query = (
        select(Person.id, Person.display_name, func.max(Ticket.proxy))
        .join(Ticket, Ticket.wisher_id == Person.id)
        .where(Ticket.entered_by_id.in_(by.ids), Person.made_by_id.in_(by.ids))
        .group_by(Person.id)
        .order_by(latest.desc())
        .limit(MOST_HELPED)
    )
    rows = db.session.execute(query)
    return {
        "items": [
            {"person_id": id, "name": name, "relation": proxy or ProxyRelation.OTHER}
            for id, name, proxy in rows
        ]
    }
