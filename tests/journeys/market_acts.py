"""What people do at a market day: the desk, volunteers and their telephones, the screen."""

from sqlalchemy import select

from schemas.occasion_words import Capacity
from server.core.db import db
from server.occasions.presence import Attendance
from tests.journeys.film import film_of

DIGITS = ".screen-digits >> visible=true"


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
    desk.sends("同意补记")


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
