"""`make shots`, fourth part: a reception day in its course, on a Friday afternoon.
`bin/shots_reception.py desk-reception calling` takes some of them again."""

from datetime import datetime

from sqlalchemy import select

from bin import shots_rows as rows
from bin.shots_staff import STAFF, Shot, take
from schemas import reception_forms as forms
from schemas.occasion_words import OccasionKind
from server.core import clock
from server.core.db import db
from server.demo.people import acting
from server.demo.seed import seed
from server.occasions.models import Session
from server.people.places import Area
from server.reception.service import agenda, booking, plans, queue, seats
from server.tickets.models import Ticket
from tests.journeys.visitor import Visitor

DATABASE = 5  # its name, beside those of the other parts
FRIDAY = datetime(2026, 11, 27, 14, 50, tzinfo=clock.SHANGHAI)
DESK, OFFICER, AUNT, NEWCOMER = rows.WORKER, "张经理", rows.AUNT, "卢先生"
WALKED_IN = ("曾阿婆", "何师傅", "谢老师")
RECEPTION, GATE = "/packages/reception", "/packages/gate"
PHONES = ("", "elder")
ALL = ("", "elder", "wide")
TWO = ("", "wide")


def fill() -> None:
    """The demo; the agenda of the morning, who came, and a queue of which two are at a table."""
    seed()
    desk, day = acting(rows.named(DESK)), today()
    agenda.fill(day)
    for seat, state in zip(plans.seats_of(day.id), ("present", "present", "absent"), strict=False):
        seats.mark_seat(seat, {"state": state, "deputy": None}, by=desk)
    for name in WALKED_IN:
        form = forms.WalkInForm().load({"called": name})
        booking.walk_in(day, form, by=desk)
    for table in (1, 2):
        queue.call_next_to(day, {"table": table}, by=desk)


def hearing(desk: Visitor) -> None:
    desk.page.locator(".rc-row >> visible=true").first.click()
    desk.taps("登记他（她）说的事")


def booking_a_time(phone: Visitor) -> None:
    phone.taps("约时间")


SHOTS = (
    Shot("reception", f"{RECEPTION}/days", PHONES, who=NEWCOMER),
    Shot(
        "reception-day", f"{RECEPTION}/day?id={{today}}", PHONES, then=booking_a_time, who=NEWCOMER
    ),
    Shot("reception-mine", f"{RECEPTION}/days?view=mine", PHONES, who=AUNT),
    Shot("reception-board", f"{RECEPTION}/board?area={{estate}}", ALL, who=None),
    Shot("reception-ticket", "/packages/wish/ticket?id={ticket}", PHONES, who=AUNT),
    Shot("reception-desk", f"{STAFF}/reception/desk?id={{today}}", ALL),
    Shot("reception-hearing", f"{STAFF}/reception/desk?id={{today}}", TWO, then=hearing),
    Shot("reception-set-out", f"{STAFF}/reception/set-out?id={{next}}", TWO),
    Shot("calling", f"{GATE}/calling?id={{today}}", TWO),
    Shot("unit", f"{STAFF}/unit/unit", ALL, who=OFFICER),
    Shot("visits", f"{STAFF}/visits/visits", ALL),
    Shot("templates", f"{STAFF}/templates/templates", TWO),
    Shot("unit-slips", f"{STAFF}/figures/units", TWO),
)


def days():
    here = Session.area_id == select(Area.id).where(Area.name == "庠柄社区").scalar_subquery()
    kind = Session.kind == OccasionKind.RECEPTION, here, Session.on >= clock.today()
    return db.session.scalars(select(Session).where(*kind).order_by(Session.on).limit(2)).all()


def today() -> Session:
    return days()[0]


def places() -> dict[str, int]:
    aunt = rows.named(AUNT)
    hers = Ticket.wisher_id == aunt.id, Ticket.channel == "reception_day"
    newest = select(Ticket.id).where(*hers).order_by(Ticket.id.desc()).limit(1)
    found = {"today": today().id, "next": days()[1].id, "estate": aunt.estate_id}
    return found | {"ticket": db.session.scalar(newest)}


if __name__ == "__main__":
    take(SHOTS, DATABASE, fill, places, FRIDAY)
