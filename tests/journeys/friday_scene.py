"""Who comes to the receptions of one estate in autumn 2026, which units are around it, and what
each of them holds in their hands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from schemas.occasion_words import OccasionKind, RuleKind
from server.core.db import db
from server.occasions.models import Session
from server.occasions.service.sessions import generate
from server.people.models import Person
from tests import make, make_joint
from tests import make_occasions as occasions
from tests.journeys.people import Neighbourhood, neighbourhood
from tests.standins.sms import SmsGateway

NO_RECEPTION = [date(2026, 9, 25), date(2026, 10, 2)]
UNITS = {"县城管大队": None, "供电所": make_joint.MOBILE, "绿地物业": None, "消防大队": None}
UNITS |= {"安居物业": None}


@dataclass
class Fridays:
    who: Neighbourhood
    son: Person
    units: dict[str, Person]
    series: int
    today: int
    following: int


def fridays() -> Fridays:
    """Every Friday but those that are off. One unit has a telephone to which codes are sent."""
    who = neighbourhood()
    son = make.person("黄小军", estate=who.estate, phone="13859740002")
    units = {name: make_joint.officer(name, who.community, UNITS[name]) for name in UNITS}
    known = {"title": "周五红色会客厅", "place": "红色会客厅", "lead_id": who.worker.id}
    known |= {"begins": time(14, 30), "ends": time(17, 30), "skip": NO_RECEPTION}
    series = occasions.series(who.estate, RuleKind.WEEKDAY, (5,), **known)
    series.kind = OccasionKind.RECEPTION
    generate(make.saved(series))
    first, second, *_ = db.session.scalars(db.select(Session.id).order_by(Session.on))
    return Fridays(who, son, units, series.id, first, second)


@dataclass
class Play:
    scene: Fridays
    until: Callable
    phone_of: Callable
    computer_of: Callable
    sms: SmsGateway
    copy: str = ""  # the address on the slip of the unit that answers by telephone

    def phone(self, who: str):
        """As it is now: what it shows goes by the clock of the day on which it is taken."""
        return self.phone_of(self._person(who))

    def computer(self, who: str):
        return self.computer_of(self._person(who))

    def _person(self, who: str):
        here = self.scene.who
        known = {"aunt": here.aunt, "worker": here.worker, "colleague": here.colleague}
        return (known | self.scene.units | {"son": self.scene.son, "stranger": None})[who]
