"""A market day in a browser: published through the gate, filled past its places, and four ways of
being there. The server's clock is told, so that minutes are exact."""

from datetime import datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from schemas.occasion_words import Capacity
from schemas.occasions import PLANNED
from schemas.people_words import Role
from server.core.clock import SHANGHAI
from server.core.db import db
from server.occasions.presence import Attendance
from tests import make
from tests import make_occasions as occasions
from tests.journeys.film import film_of
from tests.journeys.people import neighbourhood

DIGITS = ".screen-digits >> visible=true"
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
    publishes_it(desk, day)
    for person in crew:
        signs_up(phone_of(person), day)
    waits_for_a_place(phone_of(late), day)

    hands.forward(25)  # 8:55
    screen = shows_codes(phone_of(who.colleague), day)
    by_camera = checks_in_by_camera(phone_of, crew[0], screen, tmp_path)
    by_hand = is_scanned(phone_of, crew[1], who.colleague, day, tmp_path)
    by_digits = types_digits(phone_of(crew[2]), day, screen)

    hands.forward(127)  # 11:02
    checks_out(by_digits, day, screen)
    leaves_by_camera(phone_of, crew[0], screen, tmp_path)
    ends_it(desk, day)
    hands.forward(70)  # 12:12: codes no longer count
    asks_for_repair(by_hand, day)
    approves(desk, day)

    assert minutes(day) == {
        crew[0].id: (127, 0, 120),
        crew[1].id: (0, 125, 120),
        crew[2].id: (127, 0, 120),
    }
    reads_the_record(by_camera)


def volunteer(name: str, who):
    return make.staff(Role.VOLUNTEER, at=who.community, display_name=name)


def planned(estate):
    begins = MORNING.replace(hour=9, minute=0)
    bare = {"incentive": "", "state": PLANNED, "place": "灯光球场"}
    return occasions.session(estate, begins=begins, **bare)


def page(day) -> str:
    return f"/packages/market/session?id={day.id}"


# ---- the desk


def publishes_it(desk, day):
    """Refused first: each missing thing is pointed at, and put right where it stands."""
    desk.opens(f"/packages/staff/sessions/session?id={day.id}")
    desk.taps("发布")
    desk.sees("还不能发布", "还缺 4 样")
    desk.answers("知道了")
    desk.taps("补上定人")
    desk.chooses("我（苏雅琴）")
    desk.sends("就请他（她）负责")
    desk.taps("加一个岗位")
    desk.writes("做什么？", "引导")
    desk.writes("最多几人", "3")
    desk.sends("加上这个岗位")
    desk.taps("加一个摊位")
    desk.chooses("义剪")
    desk.writes("谁来服务", "惠民理发店 3 人")
    desk.sends("加上这个摊位")
    desk.taps("补上有激励")
    desk.taps("记志愿服务时长")
    desk.sends("写好了")
    desk.sees("都齐了")
    desk.taps("发布")
    desk.sees("已发布")


def ends_it(desk, day):
    desk.opens(f"/packages/staff/sessions/session?id={day.id}")
    desk.taps("结束")
    desk.taps("结束")
    desk.sees("已结束")


def approves(desk, day):
    desk.opens(f"/packages/gate/repairs?id={day.id}")
    desk.sees("郑晓红", "手机没电了")
    desk.taps("同意补记")
    desk.taps("同意补记")
    desk.sees("没有等着核实的")


def shows_codes(tablet, day):
    tablet.opens(f"/packages/gate/screen?id={day.id}")
    tablet.writes("给它起个名字", "服务台平板")
    tablet.taps("登记这台设备")
    tablet.sees("秒后换新")
    return tablet


# ---- volunteers


def signs_up(phone, day):
    phone.opens(page(day))
    phone.sees("引导")
    phone.taps("报名")
    phone.sends("确定报名")
    phone.sees("已报名")


def waits_for_a_place(phone, day):
    phone.opens(page(day))
    phone.taps("报名")
    phone.sees("这个岗位满了")
    phone.sends("排候补")
    phone.sees("候补", "前面还有 0 位候补")


def checks_in_by_camera(phone_of, person, screen, tmp_path):
    """The film is what stands on the screen at this moment."""
    phone = phone_of(person, camera=filmed(screen, tmp_path / "in.y4m"))
    phone.opens("/pages/scan/scan")
    phone.sees("可以", "签到成功")
    return phone


def leaves_by_camera(phone_of, person, screen, tmp_path):
    phone = phone_of(person, camera=filmed(screen, tmp_path / "out.y4m"))
    phone.opens("/pages/scan/scan")
    phone.sees("可以", "签退成功", "127 分钟")


def is_scanned(phone_of, person, steward, day, tmp_path):
    """They show their own code; a worker at the door scans it."""
    phone = phone_of(person)
    phone.opens("/packages/market/my-code")
    phone.sees("秒后自动换新码")
    film = film_of(phone.page.locator(".my-code-picture >> visible=true").screenshot(),
                   tmp_path / "own.y4m")  # fmt: skip
    door = phone_of(steward, camera=film)
    door.opens(f"/packages/gate/scanner?id={day.id}")
    door.sees("郑** · 可以", "08:55 签到")
    return phone


def types_digits(phone, day, screen):
    phone.opens(f"/packages/market/digits?id={day.id}")
    phone.page.locator(".six-input input").fill(digits_on(screen))
    phone.taps("签到或签退")
    phone.sees("可以", "签到成功")
    return phone


def checks_out(phone, day, screen):
    screen.reloads()  # its codes are counted by elapsed time, and of that there was none
    screen.taps("签退码")
    screen.sees("扫码签退", "秒后换新")
    phone.opens(f"/packages/market/digits?id={day.id}")
    phone.page.locator(".six-input input").fill(digits_on(screen))
    phone.taps("签到或签退")
    phone.sees("签退成功", "127 分钟")


def asks_for_repair(phone, day):
    phone.opens(page(day))
    phone.taps("忘了签退？申请补记")
    phone.taps("选几点走的")
    phone.page.locator(".uni-picker-action-confirm >> visible=true").click()  # 11:00
    phone.writes("为什么没签上？", "手机没电了，走的时候忘了扫")
    phone.taps("交给社区")
    phone.sees("等社区核实")


def reads_the_record(phone):
    phone.opens("/packages/market/record")
    phone.sees("近邻圩日", "公示")


# ---- what the screen shows


def filmed(screen, at):
    return film_of(screen.page.locator(".scode-frame >> visible=true").screenshot(), at)


def digits_on(screen) -> str:
    shown = screen.page.locator(DIGITS).inner_text()
    return "".join(letter for letter in shown if letter.isdigit())


def minutes(day) -> dict[int, tuple[int, int, int]]:
    db.session.expire_all()
    there = Attendance.session_id == day.id, Attendance.capacity == Capacity.DUTY
    rows = db.session.scalars(select(Attendance).where(*there))
    return {
        row.person_id: (row.minutes_actual, row.minutes_added, row.minutes_credited) for row in rows
    }
