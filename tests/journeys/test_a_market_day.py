"""A market day in a browser: published through the gate, filled past its places, and four ways of
being there. The server's clock is told, so that minutes are exact."""

from datetime import datetime, timedelta

import pytest
import time_machine

from schemas.occasions import PLANNED
from schemas.people_words import Role
from server.core.clock import SHANGHAI
from tests import make
from tests import make_occasions as occasions
from tests.journeys import market_acts as acts
from tests.journeys.people import neighbourhood

MORNING = datetime(2026, 11, 26, 8, 30, tzinfo=SHANGHAI)  # a Thursday, 农历十月十八


class Hands:
    """The hands of the server's clock: they stand still until they are moved."""

    def __init__(self, machine):
        self.machine = machine

    def forward(self, minutes: int) -> None:
        self.machine.shift(timedelta(minutes=minutes))


@pytest.fixture
def hands():
    with time_machine.travel(MORNING, tick=False) as machine:
        yield Hands(machine)


def test_a_market_day_from_the_gate_to_the_minutes(hands, phone_of, computer_of, tmp_path):
    who = neighbourhood()
    crew = [volunteer(name, who) for name in ("林师傅", "郑晓红", "黄国强")]
    late = volunteer("苏小妹", who)
    day = planned(who.estate)

    desk = computer_of(who.worker)
    acts.publishes_it(desk, day)
    for person in crew:
        acts.signs_up(phone_of(person), day)
    acts.waits_for_a_place(phone_of(late), day)

    hands.forward(25)  # 8:55
    screen = acts.shows_codes(phone_of(who.colleague), day)
    by_camera = acts.checks_in_by_camera(phone_of, crew[0], screen, tmp_path)
    by_hand = acts.is_scanned(phone_of, crew[1], who.colleague, day, tmp_path)
    by_digits = acts.types_digits(phone_of(crew[2]), day, screen)

    hands.forward(127)  # 11:02
    acts.checks_out(by_digits, day, screen)
    acts.leaves_by_camera(phone_of, crew[0], screen, tmp_path)
    acts.ends_it(desk, day)
    hands.forward(70)  # 12:12: codes no longer count
    acts.asks_for_repair(by_hand, day)
    acts.approves(desk, day)

    assert acts.minutes(day) == {
        crew[0].id: (127, 0, 120),
        crew[1].id: (0, 120, 120),
        crew[2].id: (127, 0, 120),
    }
    acts.reads_the_record(by_camera)


def volunteer(name: str, who):
    return make.staff(Role.VOLUNTEER, at=who.community, display_name=name)


def planned(estate):
    begins = MORNING.replace(hour=9, minute=0)
    bare = {"incentive": "", "state": PLANNED, "place": "灯光球场"}
    return occasions.session(estate, begins=begins, **bare)
