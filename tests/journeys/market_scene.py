"""A market day while it is held, one to come, one that was called off and one of yesterday; and who
has a part in them. For pages that are measured and photographed."""

from dataclasses import dataclass
from datetime import timedelta

from schemas.market_words import StallKind
from schemas.occasion_words import Capacity
from schemas.occasions import CALLED_OFF, ENDED, INVITED, NumberState
from server.core import clock
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.presence import Attendance, ServicePaper
from server.occasions.service.service_papers import print_paper
from server.people.models import Person
from server.people.places import Area
from tests import make, make_tickets
from tests import make_markets as markets
from tests import make_occasions as occasions

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
KNOWN = {"place": "小区凉亭前", "incentive": "每服务半小时记 1 分，可到积分超市兑换"}


@dataclass
class Scene:
    today: Session
    coming: Session
    off: Session
    ended: Session
    called: QueueNumber
    waiting: QueueNumber
    paper: ServicePaper


def market_scene(estate: Area, visitor: Person, helper: Person) -> Scene:
    """The visitor has two numbers, one of them called. The helper serves today, is asked to come
    another day, and forgot to check out yesterday."""
    today = held(estate, helper)
    waiting = line(today, StallKind.HAIR, "阿琴理发店 2 人", 6, visitor, called=False)
    called = line(today, StallKind.REPAIR, "老范、林师傅", 4, visitor, called=True)
    markets.stall(today, StallKind.CLINIC, crew="社区卫生服务站 2 人")
    coming, off = to_come(estate, helper), called_off(estate, helper)
    ended, paper = yesterday(estate, helper), last_month(estate, helper)
    return Scene(today, coming, off, ended, called, waiting, paper)


def held(estate: Area, helper: Person) -> Session:
    begins = clock.now() - 30 * MINUTE
    row = occasions.session(estate, begins=begins, theme="消防平安", **KNOWN)
    guide = occasions.post(row, label="引导签到", steward=True)
    occasions.post(row, label="摊位帮手", capacity=3, skill="家电")
    occasions.post(row, label="陪老人走一走", capacity=2)
    occasions.signup(helper, guide)
    was_there(row, helper, begins - 8 * MINUTE)
    return row


def to_come(estate: Area, helper: Person) -> Session:
    begins = clock.now() + 2 * DAY
    row = occasions.session(estate, begins=begins, theme="志愿者日", **KNOWN)
    markets.stall(row, capacity=24)
    full = occasions.post(row, label="引导签到", capacity=1)
    occasions.signup(helper, full, state=INVITED, confirm_by=clock.now() + DAY)
    occasions.post(row, label="摊位帮手", capacity=3)
    return row


def called_off(estate: Area, helper: Person) -> Session:
    known = KNOWN | {"state": CALLED_OFF, "changed_words": "因雨取消"}
    row = occasions.session(estate, begins=clock.now() + 3 * DAY, **known)
    occasions.signup(helper, occasions.post(row))
    return row


def yesterday(estate: Area, helper: Person) -> Session:
    """They never checked out."""
    begins = clock.now() - DAY - 2 * HOUR
    row = occasions.session(estate, state=ENDED, begins=begins, **KNOWN)
    occasions.signup(helper, occasions.post(row))
    was_there(row, helper, begins)
    return row


def last_month(estate: Area, helper: Person) -> ServicePaper:
    begins = clock.now() - 30 * DAY
    row = occasions.session(estate, state=ENDED, begins=begins, **KNOWN)
    known = {"minutes_actual": 127, "minutes_credited": 120, "out_at": begins + 127 * MINUTE}
    was_there(row, helper, begins, **known, public_until=clock.today() - 20 * DAY)
    return print_paper(helper, {"since": None, "until": None}, by=make_tickets.actor(helper))


def line(at: Session, kind: StallKind, crew: str, n: int, visitor: Person, *, called: bool):
    """Up to the visitor's number; who came before them is being served, or has been."""
    stall = markets.stall(at, kind, crew=crew, capacity=24, last=n)
    for before in range(1, n):
        state = NumberState.SERVED if called or before < n - 2 else NumberState.WAITING
        markets.number(stall, before, state=state)
    own = NumberState.CALLED if called else NumberState.WAITING
    return markets.number(stall, n, visitor, state=own)


def was_there(at: Session, person: Person, since, **known) -> None:
    there = {"in_at": since, "capacity": Capacity.DUTY, "rule_version": 1} | known
    make.saved(Attendance(session_id=at.id, person_id=person.id, **there))
