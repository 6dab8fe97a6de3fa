"""A market day in the mini-program build: the volunteers' steps and the visitor's, with the real
server, whose clock the phones go by. WeChat stands in; the desk has journeys of its own."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from urllib.parse import quote

import pytest
import time_machine

from schemas.market_words import StallKind
from server.core.clock import SHANGHAI
from server.core.db import db
from server.occasions.presence import Attendance, Repair, Scan
from tests import make, make_markets
from tests import make_occasions as occasions
from tests.journeys import mini_market_acts as acts
from tests.journeys.mini_codes import code_on
from tests.journeys.mini_house import phones
from tests.journeys.people import neighbourhood
from tests.journeys.steady import SteadyServer

MORNING = datetime(2026, 11, 26, 8, 30, tzinfo=SHANGHAI)  # a Thursday, 农历十月十八
OCCASIONS = "/api/occasions"


@pytest.fixture(scope="module")
def journey_settings(house_settings):
    """Nobody looks at the H5 build, so it need not be made."""
    return house_settings | {"DEMO": True}


@pytest.fixture
def hands():
    """`hands(minutes=25)`: the clock goes on; in between it stands still."""
    with time_machine.travel(MORNING, tick=False) as machine:
        yield lambda **duration: machine.shift(timedelta(**duration))


@pytest.fixture
def phone_of(hands, app, wechat, tmp_path):
    server = SteadyServer(app)
    try:
        with phones(server.base, wechat, tmp_path) as phone_of:
            yield phone_of
    finally:
        server.shut()


@pytest.fixture
def day(hands, app):
    """Two hours from nine, with three duties and a stall, and who is at the desk."""
    who = neighbourhood()
    nine = MORNING + timedelta(minutes=30)
    row = occasions.session(who.estate, begins=nine, theme=acts.THEME, place="灯光球场")
    for duty in ("引导", "搬桌椅", "测血压"):
        occasions.post(row, label=duty, capacity=1)
    steward = make.volunteer(display_name="郑姐", estate=who.estate)
    occasions.signup(steward, occasions.post(row, label="签到台", steward=True))
    barber = make_markets.stall(row, kind=StallKind.HAIR)
    return SimpleNamespace(who=who, row=row, id=row.id, steward=steward, line=barber.line_id)


@pytest.fixture
def screen(day, post):
    """The enrolled screen: what its code and its digits say at this moment."""
    desk, path = day.who.colleague, f"{OCCASIONS}/sessions/{day.id}/codes"
    form = {"area_id": day.who.estate.id, "name": "服务台平板"}
    device = post(f"{OCCASIONS}/devices", by=desk, **form).json["secret"]
    return lambda way="in": post(path, by=desk, device=device, direction=way).json["items"][0]


def minutes(day) -> list[tuple]:
    """Of each person, in the order in which they came to the house: actual, added, credited."""
    db.session.expire_all()
    rows = db.session.query(Attendance).filter_by(session_id=day.id)
    known = rows.order_by(Attendance.person_id)
    return [(row.minutes_actual, row.minutes_added, row.minutes_credited) for row in known]


def test_volunteers_from_the_calendar_to_the_minutes(hands, phone_of, day, screen, post):
    names = ("林师傅", "郑晓红", "黄国强", "苏小妹")
    people = [make.volunteer(display_name=name, estate=day.who.estate) for name in names]
    at = {"path": "pages/market/market"}
    lin, zheng, huang, su = (phone_of(f"o-{n}", person, **at) for n, person in enumerate(people))
    they_sign_up({lin: "引导", zheng: "搬桌椅", huang: "测血压"})
    acts.opens_the_day(su)
    acts.waits_for_a_place(su, "引导")

    hands(minutes=25)  # 8:55
    code = screen()
    checks_in_by_the_screen(lin, code["link"])
    is_scanned_by_the_steward(zheng, day, post)
    checks_in_by_digits(huang, code["digits"])

    hands(minutes=127)  # 11:02
    leaves_by_digits(huang, screen("out")["digits"], old=code["link"])
    leaves_by_wechats_own_scanner(lin, screen("out")["link"])
    ended = post(f"{OCCASIONS}/sessions/{day.id}/end", by=day.who.worker, words="收摊了")
    assert ended.status_code == 200

    hands(minutes=70)  # 12:12: codes no longer count
    is_repaired(zheng, day, post)
    assert minutes(day) == [(127, 0, 120), (0, 100, 100), (127, 0, 120)]  # not before nine
    acts.reads_the_record(lin, "实到 2 小时 7 分", "补记 0 分", "计入 2 小时")
    acts.reads_the_record(zheng, "实到 0 分", "补记 1 小时 40 分", "计入 1 小时 40 分")


def they_sign_up(duties: dict) -> None:
    for phone, duty in duties.items():
        acts.opens_the_day(phone)
        acts.signs_up(phone, duty)


def checks_in_by_the_screen(phone, code):
    acts.comes_back(phone)
    phone.tap("去签到")
    acts.scans(phone, code)
    phone.sees(*acts.CHECKED_IN)
    acts.goes_on(phone)
    phone.sees("8:55 签到")


def is_scanned_by_the_steward(phone, day, post):
    acts.comes_back(phone)
    phone.tap("我的码")
    form = {"client_id": occasions.scan_id(), "code": code_on(phone, "我的码"), "direction": "in"}
    answer = post(f"{OCCASIONS}/sessions/{day.id}/scans", by=day.steward, **form)
    assert answer.json["status"] == "accepted"
    phone.tap("返回")


def checks_in_by_digits(phone, digits):
    acts.comes_back(phone)
    phone.tap("输六位数")
    acts.types_digits(phone, digits)
    phone.sees(*acts.CHECKED_IN)
    acts.goes_on(phone)


def leaves_by_digits(phone, digits, *, old):
    """After they tried it with a picture of the code that somebody took in the morning."""
    acts.is_refused(phone, old)
    phone.tap("输六位数签到")
    acts.types_digits(phone, digits)
    phone.sees(*acts.CHECKED_OUT, "127 分钟")


def leaves_by_wechats_own_scanner(phone, code):
    phone.open(f"pages/q/q?q={quote(code, safe='')}")
    phone.sees(*acts.CHECKED_OUT, "127 分钟")
    acts.goes_on(phone)
    phone.tap("返回")


def is_repaired(phone, day, post):
    acts.comes_back(phone)
    acts.asks_for_repair(phone, left="10:40")
    (repair,) = db.session.query(Repair)
    assert post(f"{OCCASIONS}/repairs/{repair.id}/approve", by=day.who.worker).status_code == 200
    phone.tap("返回")
    phone.tap("返回")


def test_a_visitor_hears_when_it_is_their_turn(phone_of, day, post):
    aunt = phone_of("o-chen", day.who.aunt, path=f"packages/market/session?id={day.id}")
    acts.takes_a_number(aunt, "义剪")

    called = post(f"{OCCASIONS}/lines/{day.line}/call_next", by=day.who.worker)
    assert called.json["n"] == 1
    aunt.sees("轮到您了", "请到“义剪”，报 1 号")
    assert "vibrateLong" in [name for name, _ in aunt.asked]

    aunt.tap("返回")
    aunt.tap("返回")  # home, where it is what cannot wait
    aunt.sees("有一件事等您", "义剪 1 号：轮到您了")


def test_a_volunteer_without_network_keeps_a_request_and_never_a_credit(
    hands, phone_of, day, screen
):
    person = day.who.volunteer
    occasions.signup(person, occasions.post(day.row, label="维持秩序"))
    hands(minutes=25)  # 8:55
    lin = phone_of("o-lin", person, path=f"packages/market/session?id={day.id}")
    lin.sees("已报名")
    lin.weather("off")
    acts.keeps_a_request_without_network(lin, screen()["link"])
    assert [count(kind) for kind in (Scan, Attendance, Repair)] == [0, 0, 0]

    hands(minutes=100)  # 10:35
    lin.open("packages/market/repairs")  # the phone had died, and is in the network again
    lin.sees("等社区核实", "申请 1 小时 30 分")
    lin.misses("等网络")
    assert [count(kind) for kind in (Scan, Attendance, Repair)] == [0, 0, 1]


def count(kind) -> int:
    db.session.expire_all()
    return db.session.query(kind).count()
