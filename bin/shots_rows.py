"""The databases that are photographed: nothing in it yet, one wish, and two hundred."""

from datetime import timedelta
from itertools import cycle, islice, product

from schemas.ticket_words import Channel, Difficulty, Group, Kind, Urgency
from schemas.tickets import TicketState
from server.core import clock
from server.core.db import db
from server.demo.board import hang_up
from server.demo.people import acting, make_people
from server.demo.places import make_places
from server.demo.seed import seed
from server.people.models import Person
from server.tickets.models import Category, Ticket
from server.tickets.service.intake import Said, open_ticket
from server.wishes.service import wall

ROWS = 200
WORKER, AUNT = "苏雅琴", "陈阿姨"
THINGS = [
    *("灯管", "水龙头", "门锁", "纱窗", "晾衣架"),
    *("插座", "抽油烟机", "衣柜", "书桌", "轮椅"),
]
DEEDS = ["修一修{}", "看看{}还能不能用", "把旧{}搬下楼", "帮忙挑一个{}", "量一量{}的尺寸", "装{}"]
APART = timedelta(hours=2)  # 80 of them in a week: none has gone back from the wall


def nothing() -> None:
    places = make_places()
    hang_up(places, make_people(places), clock.now())


def one() -> None:
    nothing()
    a_wish("换一个新灯管")


def many() -> None:
    """The demo, and more of the same until there are enough to scroll."""
    seed()
    missing = ROWS - db.session.scalar(db.select(db.func.count(Ticket.id)))
    wishers = cycle(neighbours_of(named(AUNT)))
    needs = [deed.format(thing) for deed, thing in islice(product(DEEDS, THINGS), missing)]
    for n, need in enumerate(needs):
        with clock.at(clock.now() - (missing - n) * APART):
            a_wish(need, of=next(wishers), on_the_wall=n % 3 > 0)


def neighbours_of(person: Person) -> list[Person]:
    """Who lives in the same estate, without the person."""
    same = Person.estate_id == person.estate_id, Person.id != person.id
    return db.session.scalars(db.select(Person).where(*same).order_by(Person.id)).all()


def a_wish(need: str, *, of: Person | None = None, on_the_wall: bool = True) -> None:
    wisher, worker = of or named(AUNT), named(WORKER)
    repair = db.session.scalars(db.select(Category).where(Category.code == "home_repair")).one()
    known = {"text": f"想请人{need}", "channel": Channel.APP}
    said = Said(Kind.WISH, wisher=wisher, area=wisher.estate, **known)
    ticket = open_ticket(said, by=acting(wisher))
    if on_the_wall:
        card = CARD | {"headline": f"想请人{need}", "category_id": repair.id}
        wall.screen_wish(ticket, card, by=acting(worker))


CARD = {
    "need": "",
    "effort": "约半小时",
    "hoped": "",
    **dict.fromkeys(("small", "wide", "doable", "useful"), True),
    "group": Group.ANYBODY,
    "urgency": Urgency.NORMAL,
    "difficulty": Difficulty.EASY,
    "helpers_needed": 1,
    "text": None,
}


def named(name: str) -> Person:
    return db.session.scalars(db.select(Person).where(Person.display_name == name)).one()


def waiting_for_a_word() -> Ticket | None:
    """A ticket whose wisher has to say whether it is done and has a phone to say it; best hers."""
    theirs = db.select(Ticket).join(Person, Person.id == Ticket.wisher_id)
    wanted = theirs.where(Ticket.state == TicketState.DONE, Person.phone_hash.is_not(None))
    best_hers = wanted.order_by(Person.display_name != AUNT, Ticket.id)
    return db.session.scalars(best_hers.limit(1)).first()
