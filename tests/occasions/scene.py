"""The scene of the permission table: one actor, and a row of each kind, theirs, here or elsewhere.

`here` is the community in whose subtree the actor holds the role; `elsewhere` is another one. `own`
rows belong to the actor; what is not somebody's (a session, a line) is then one of here."""

from datetime import timedelta

from schemas.market_words import StallKind, ThemeKind
from schemas.occasion_words import Capacity, Direction, OccasionKind, Route
from schemas.occasions import ENDED, PLANNED, NumberState
from schemas.people_words import Role
from schemas.reception_words import Party
from server.core import clock
from server.markets.models import Stall, Theme, Vehicle, VehicleVisit
from server.occasions.devices import Card
from server.occasions.parts import Headcount, Line, QueueNumber
from server.occasions.presence import Attendance, Repair, Scan, ServicePaper
from server.occasions.teams import Membership, Team
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests import make_reception as reception
from tests import make_tickets as tickets


def actor(role: str, here):
    """Everybody lives here, so that being at home is not what lets them in."""
    if role == "nobody":
        return None
    person = make.person("小郑", estate=make.estate(of=here))
    if role != "resident":
        unit = make.unit(at=here) if role == "unit_officer" else None
        make.grant(person, Role(role), here, unit_id=unit and unit.id)
    return person


def rows(relation: str, who, here, *, with_wish=True) -> dict:
    """The ids that paths and forms may name."""
    with make.together():
        return _rows(relation, who, here, with_wish=with_wish)


def _rows(relation: str, who, here, *, with_wish: bool) -> dict:
    area = make.community("城东社区") if relation == "elsewhere" else here
    estate = make.estate(of=area)
    person = who if relation == "own" and who else make.person("陈阿姨", estate=estate)
    neighbour = make.person("林伯", estate=make.estate(of=here))
    session = occasions.session(estate)
    ids = {"area_id": area.id, "community": area.id, "estate": estate.id, "person_id": person.id}
    ids |= {"neighbour": neighbour.id, "session_id": session.id, "token": session.token}
    ids |= {"planned_id": occasions.session(estate, state=PLANNED).id, "series_id": _series(estate)}
    ids |= _places(session, person) | _presence(session, person, estate) | _market(session, estate)
    ids["reception"] = _reception(estate, person)
    return ids | _days() | (_wish(session, person, estate) if with_wish else {})


def _series(estate) -> int:
    return occasions.series(estate).id


def _places(session, person) -> dict:
    duty = occasions.post(session, capacity=3)
    line = make.saved(Line(session_id=session.id, label="义剪", capacity=10, last=1))
    number = QueueNumber(session_id=session.id, line_id=line.id, n=1, person_id=person.id)
    number.entered_by_id = person.id
    team = make.saved(Team(area_id=session.area_id, name="瓷都好厝边一队"))
    membership = make.saved(Membership(team_id=team.id, person_id=person.id))
    signup = occasions.signup(person, duty)
    ids = {"post_id": duty.id, "line_id": line.id, "number_id": make.saved(number).id}
    ids |= {"team_id": team.id, "membership_id": membership.id}
    heads = make.saved(Headcount(session_id=session.id, count=30, counted_by_id=person.id))
    ids |= {"headcount_id": heads.id}
    return ids | {"signup_id": signup.id}


def _presence(session, person, estate) -> dict:
    there = {"session_id": session.id, "person_id": person.id, "capacity": Capacity.DUTY}
    scan = Scan(client_id=occasions.scan_id(), direction=Direction.IN, route=Route.SCREEN, **there)
    scan.scanned_at = scan.received_at = clock.now() - timedelta(minutes=5)
    scan.scanner_id = person.id
    stay = Attendance(in_at=clock.now() - timedelta(minutes=5), rule_version=1, **there)
    repair = Repair(client_id=occasions.scan_id(), session_id=session.id, person_id=person.id)
    repair.minutes, repair.reason, repair.asked_by_id = 60, "忘了签退", person.id
    card = Card(person_id=person.id, token_hash=occasions.scan_id().encode())
    card.printed_by_id = person.id
    ids = {"scan_id": make.saved(scan).id, "attendance_id": make.saved(stay).id}
    ids |= {"repair_id": make.saved(repair).id, "card_id": make.saved(card).id}
    device = occasions.scan_id()
    ids |= {"device_id": occasions.device(estate, secret=device).id, "device": device}
    return ids | {"client_id": occasions.scan_id()} | _record(person, estate)


def _record(person, estate) -> dict:
    """An hour of last month, booked and printed."""
    past = occasions.session(estate, begins=clock.now() - timedelta(days=30), state=ENDED)
    stay = Attendance(session_id=past.id, person_id=person.id, capacity=Capacity.DUTY)
    stay.in_at, stay.rule_version, stay.minutes_credited = past.starts_at, 1, 60
    stay.public_until = clock.today() - timedelta(days=20)
    make.saved(stay)
    paper = ServicePaper(token=occasions.scan_id(), person_id=person.id, until=clock.today())
    paper.rows, paper.minutes, paper.items_hash, paper.made_by_id = 1, 60, b"", person.id
    paper.person_ids, paper.session_ids = [person.id], [past.id]
    return {"paper_id": make.saved(paper).id, "paper_code": paper.token}


def _market(session, estate) -> dict:
    line = make.saved(Line(session_id=session.id, label="维修"))
    stall = Stall(session_id=session.id, kind=StallKind.REPAIR, label="维修", crew="安居物业 2 人")
    stall.line_id, stall.serves = line.id, []
    vehicle = make.saved(Vehicle(area_id=estate.id, kind=StallKind.HAIR, name="义剪一号车"))
    visit = VehicleVisit(vehicle_id=vehicle.id, area_id=estate.id, on=clock.today(), round=1)
    theme = Theme(area_id=estate.id, kind=ThemeKind.MONTH, month=3, day=0, title="学雷锋")
    ids = {"stall_id": make.saved(stall).id, "vehicle_id": vehicle.id}
    return ids | {"visit_id": make.saved(visit).id, "theme_id": make.saved(theme).id}


def _reception(estate, person) -> dict:
    """What paths of reception days name: a day with a seat, a number, a matter on its agenda."""
    day = reception.day(estate)
    matter = reception.matter(make.person("黄姨", estate=estate), area=estate)
    series = occasions.series(estate)
    series.kind = OccasionKind.RECEPTION
    return {
        "session_id": day.id,
        "series_id": make.saved(series).id,
        "seat_id": reception.seat(day, Party.OWNERS, "业委会").id,
        "number_id": reception.number(day, 1, person, NumberState.CALLED).id,
        "item_id": reception.item(day, matter).id,
        "ticket_id": matter.id,
        "free_number": reception.matter(make.person("黄姨", estate=estate), area=estate).number,
    }


def _wish(session, person, estate) -> dict:
    """One that a stall of the session can meet."""
    wish = tickets.wish(person, area=estate, category_id=tickets.category("haircut").id)
    return {"ticket_id": wish.id, "hair_stall_id": markets.stall(session).id}


def _days() -> dict:
    days = {"today": clock.today(), "tomorrow": clock.today() + timedelta(days=1)}
    return {name: day.isoformat() for name, day in days.items()}
