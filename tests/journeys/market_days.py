"""A market day that is on, with something in every corner of its desk and its door, and the pages
where staff see it."""

from datetime import timedelta

from schemas.market_words import StallKind
from schemas.occasion_words import Capacity, Direction, Route, RuleKind
from schemas.occasions import PLANNED, NumberState, RepairState
from server.core import clock
from server.occasions.models import Session
from server.occasions.presence import Attendance, Repair, Scan
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests.journeys.people import Neighbourhood

STAFF, GATE = "/packages/staff", "/packages/gate"
PREPARING = {
    "one session": f"{STAFF}/sessions/session?id={{day}}",
    "a single one": f"{STAFF}/sessions/new",
    "a whole month": f"{STAFF}/sessions/month",
    "series": f"{STAFF}/series/series",
    "new series": f"{STAFF}/series/edit",
    "one series": f"{STAFF}/series/edit?id={{series}}",
    "vehicles": f"{STAFF}/markets/vehicles",
    "one vehicle": f"{STAFF}/markets/vehicle?id={{vehicle}}",
    "themes": f"{STAFF}/markets/themes",
    "figures": f"{STAFF}/figures/figures",
}
AT_THE_GATE = {
    "screen": f"{GATE}/screen?id={{day}}",
    "scanner": f"{GATE}/scanner?id={{day}}",
    "crew": f"{GATE}/crew?id={{day}}",
    "line": f"{GATE}/queue?id={{day}}",
    "repairs": f"{GATE}/repairs?id={{day}}",
    "oddities": f"{GATE}/review?id={{day}}",
    "devices": f"{GATE}/devices",
    "cards": f"{GATE}/cards?id={{aunt}}",
}
TABLET = {"id": 1, "name": "服务台平板", "area_name": "幸福小区", "secret": "of-the-tablet"}
LONG = "欧阳诸葛慧敏德化浔中镇幸福小区"


def a_market_day(who: Neighbourhood) -> dict[str, int]:
    """Ids of what pages are about: the day, its series, a vehicle, and the aunt who came."""
    begins = clock.now() - timedelta(minutes=30)
    known = {"theme": "消防平安", "lead_id": who.worker.id}
    day = occasions.session(who.estate, begins=begins, **known)
    crew = [who.volunteer, make.volunteer(display_name=LONG, estate=who.estate)]
    guide = occasions.post(day, capacity=2, minimum=1)
    for person in crew:
        occasions.signup(person, guide)
    occasions.post(day, label="签到台", minimum=2, steward=True, skill="会用手机")
    comes(day, crew[0], begins, phone="one")
    comes(day, who.aunt, begins, phone="one", capacity=Capacity.VISIT)
    comes(day, make.person("黄阿伯", estate=who.estate), begins, phone="one")
    asks_for_repair(day, crew[1])
    stands(day, who)
    occasions.session(who.estate, begins=begins + timedelta(days=9), state=PLANNED, lead_id=None)
    series = occasions.series(who.estate, RuleKind.LUNAR_DIGIT, (3, 8), lead_id=who.worker.id)
    vehicle = markets.vehicle(who.community)
    markets.visit(vehicle, who.estate)
    return {"day": day.id, "series": series.id, "vehicle": vehicle.id, "aunt": who.aunt.id}


def comes(day: Session, person, at, *, phone: str, capacity=Capacity.DUTY) -> None:
    known = {"session_id": day.id, "person_id": person.id, "capacity": capacity}
    make.saved(Attendance(in_at=at, rule_version=1, **known))
    scan = Scan(client_id=occasions.scan_id(), direction=Direction.IN, route=Route.SCREEN, **known)
    scan.scanned_at = scan.received_at = at
    scan.scanner_id, scan.phone_id = person.id, phone
    make.saved(scan)


def asks_for_repair(day: Session, person) -> None:
    known = {"session_id": day.id, "person_id": person.id, "asked_by_id": person.id}
    repair = Repair(client_id=occasions.scan_id(), minutes=115, state=RepairState.ASKED, **known)
    repair.reason = "手机没电了，走的时候忘了签退"
    make.saved(repair)


def stands(day: Session, who: Neighbourhood) -> None:
    """Somebody is at the stall, others wait; of another stall nobody wants anything."""
    stall = markets.stall(day, StallKind.REPAIR, capacity=20, last=3, crew="温师傅和志愿者")
    markets.number(stall, 1, who.aunt, NumberState.CALLED)
    markets.number(stall, 2, called=LONG[:10])
    markets.number(stall, 3, make.person(LONG, estate=who.estate))
    markets.stall(day, StallKind.CLINIC, label="量血压", crew="卫生服务站 2 人")
