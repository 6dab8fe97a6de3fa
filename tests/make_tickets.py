"""Builders of tickets: each takes the wish one step further by the way everybody takes."""

from schemas.ticket_words import (
    Channel,
    Difficulty,
    Group,
    Kind,
    RatingRoute,
    Satisfied,
    Solved,
    Urgency,
)
from server.core.db import db
from server.people.actor import Actor, Grant
from server.people.models import Person
from server.people.places import Area
from server.tickets.categories import install_categories
from server.tickets.models import Category, Ticket
from server.tickets.service import closing, doing, hands
from server.tickets.service.intake import Said, open_ticket
from server.wishes.service import wall
from tests import make

PART = "换一根灯管"  # what the desk asks of whoever it dispatches to
WISH_STEPS = {"unask", "screen", "take_down", "claim", "confirm_claim", "decline_claim", "release"}


def actor(person: Person) -> Actor:
    grants = [Grant(g.role, g.area.path, g.unit_id) for g in person.live_grants]
    return Actor(person.id, person.display_name, tuple(grants), person.estate_id)


def categories() -> None:
    install_categories(db.session.connection())


def category(code="home_repair") -> Category:
    categories()
    return db.session.scalars(db.select(Category).where(Category.code == code)).one()


def wish(wisher=None, *, by=None, text="家里灯管坏了，够不着，想请人来换一下", **known) -> Ticket:
    """Received, not yet looked at."""
    wisher = wisher or make.person(phone="13859740001")
    categories()
    known.setdefault("area", wisher.estate or make.estate())
    known.setdefault("place", "3栋 2单元 501")
    known["channel"] = Channel(known.get("channel", Channel.APP))
    said = Said(Kind.WISH, wisher=wisher, text=text, **known)
    return _done(open_ticket(said, by=actor(by or wisher)))


def card(**known) -> dict:
    """A filled-in screening form."""
    known["group"] = Group(known.get("group", Group.ELDER))
    return {
        "headline": "够不着，想请人换根灯管",
        "need": "灯管已备好",
        "effort": "约半小时",
        "hoped": "周末上午",
        "small": True,
        "wide": True,
        "doable": True,
        "useful": True,
        "category_id": category().id,
        "urgency": Urgency.NORMAL,
        "difficulty": Difficulty.EASY,
        "helpers_needed": 1,
        "text": None,
    } | known


def open_wish(wisher=None, *, screener=None, **form) -> Ticket:
    """On the wall."""
    ticket = wish(wisher)
    screener = screener or make.staff(at=parent(ticket.area))
    return _done(wall.screen_wish(ticket, card(**form), by=actor(screener)))


def offered_wish(wisher=None, *, unit=None, person=None, dispatcher=None) -> Ticket:
    """Sent to a unit (安居物业, if nobody is named) or to a person, who have not answered yet."""
    ticket = wish(wisher)
    community = parent(ticket.area)
    form = {"part": PART, "unit_id": None, "person_id": person and person.id}
    if person is None:
        form["unit_id"] = (unit or make.unit(at=community)).id
    by = dispatcher or make.staff(at=community)
    return _done(hands.dispatch(ticket, form, by=actor(by)))


def accepted_wish(wisher=None, *, officer=None) -> Ticket:
    """In the hands of a unit."""
    officer = officer or make.officer()
    ticket = offered_wish(wisher, unit=officer.live_grants[0].unit)
    return _done(hands.accept(ticket, by=actor(officer)))


def claimed_wish(wisher=None, *, volunteer=None, **form) -> Ticket:
    ticket = open_wish(wisher, **form)
    return _done(wall.claim_wish(ticket, by=actor(volunteer or make.volunteer())))


def done_wish(wisher=None, *, volunteer=None, **form) -> Ticket:
    """The first key is turned."""
    volunteer = volunteer or make.volunteer()
    ticket = claimed_wish(wisher, volunteer=volunteer, **form)
    said = {"words": "灯管换好了，试过会亮", "photo_ids": []}
    return _done(doing.finish(ticket, said, by=actor(volunteer)))


def closed_wish(wisher=None, **form) -> Ticket:
    wisher = wisher or make.person(phone="13859740001")
    ticket = done_wish(wisher, **form)
    return _done(closing.rate(ticket, rating(), by=actor(wisher)))


def rating(solved=Solved.YES, satisfied=Satisfied.YES, **known) -> dict:
    return {
        "solved": solved,
        "satisfied": satisfied,
        "words": None,
        "route": RatingRoute.TAP,
    } | known


def path(ticket: Ticket, step: str) -> str:
    """Where a step is taken: `post(tickets.path(ticket, "rate"), by=aunt, …)`."""
    desk = "wishes" if step in WISH_STEPS else "tickets"
    return f"/api/{desk}/{ticket.id}/{step}"


def parent(area: Area) -> Area:
    return db.session.get_one(Area, area.parent_id)


def _done(ticket: Ticket) -> Ticket:
    db.session.commit()
    return ticket
