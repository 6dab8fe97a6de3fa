"""A reception day in the mini-program build, with the real server, whose clock the phone goes by: a
resident finds the next one, books a time, sees their place, asks, and follows what they asked."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine

from server.core.clock import SHANGHAI
from server.core.db import db
from server.occasions.parts import QueueNumber
from server.tickets.models import Ticket
from tests import make_reception as reception
from tests.journeys.mini_house import phones
from tests.journeys.people import neighbourhood
from tests.journeys.steady import SteadyServer

THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=SHANGHAI)
AFTERNOON = datetime(2026, 11, 27, 14, 30, tzinfo=SHANGHAI)
ASKED = "三号楼下水道又堵了"


@pytest.fixture(scope="module")
def journey_settings(house_settings):
    """Nobody looks at the H5 build, so it need not be made."""
    return house_settings | {"DEMO": True}


@pytest.fixture
def hands():
    """The clock stands still, and is moved by hand."""
    with time_machine.travel(THURSDAY, tick=False) as machine:
        yield lambda **duration: machine.shift(timedelta(**duration))


@pytest.fixture
def scene(hands, app):
    """Tomorrow's day; somebody else has the first time."""
    who = neighbourhood()
    day = reception.day(who.estate, begins=AFTERNOON)
    return SimpleNamespace(who=who, day=day, first=reception.number(day, 1, who.volunteer))


@pytest.fixture
def phone(hands, app, wechat, scene, tmp_path):
    server = SteadyServer(app)
    try:
        with phones(server.base, wechat, tmp_path) as phone_of:
            yield phone_of("o-chen", scene.who.aunt)
    finally:
        server.shut()


def test_a_resident_books_a_time_asks_and_follows_what_they_asked(hands, phone, scene, post):
    finds_the_next_day(phone)
    books_a_time(phone)

    hands(days=1, hours=5, minutes=30)  # Friday, 14:30
    phone.sees("前面还有 1 位")
    calls(post, scene, scene.first, table=1)
    mine = db.session.query(QueueNumber).filter_by(n=2).one()
    calls(post, scene, mine, table=2)
    phone.sees("请到 2 号桌")
    assert "vibrateLong" in [name for name, _ in phone.asked]

    says_it_at_the_table(post, scene, mine)
    follows_it(phone)


def finds_the_next_day(phone):
    phone.tap("业主接待日", near="近邻圩日")  # the tile
    phone.sees("就是明天", "周五红色会客厅")
    phone.tap("周五红色会客厅")
    phone.sees("社区大党委", "约时间")


def books_a_time(phone):
    phone.tap("约时间")
    phone.tap("14:40")
    phone.type("想说什么事？", ASKED)
    phone.tap("就约 14:40")
    phone.sees("我的号", "约好了", "明天 14:40 左右")


def calls(post, scene, number, *, table):
    answer = post(f"/api/reception/numbers/{number.id}/call", by=scene.who.worker, table=table)
    assert answer.status_code == 200, answer.text


def says_it_at_the_table(post, scene, number):
    """What was written when it was booked is there already."""
    answer = post(f"/api/reception/numbers/{number.id}/receive", by=scene.who.worker)
    assert answer.status_code == 201, answer.text


def follows_it(phone):
    ticket = db.session.query(Ticket).one()
    phone.tap("返回")
    phone.tap("返回")
    phone.tap("我问过的")
    phone.tap(ASKED)
    phone.sees("我提的事", ASKED, f"{ticket.number[:4]} {ticket.number[4:]}", "苏雅琴")
