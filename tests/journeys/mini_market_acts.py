"""What volunteers and visitors of a market day do on their phones in the mini-program."""

from tests.journeys.mini import Phone

THEME, HOURS = "感恩节圩日", "9:00–11:00"
# What fills the screen after a scan
CHECKED_IN = ("可以", "签到成功")
CHECKED_OUT = ("可以", "签退成功")


def opens_the_day(phone: Phone) -> None:
    """From the calendar, as people do who have read of it."""
    phone.tap(HOURS)
    phone.sees(THEME, "11月26日 周四", "农历十月十八", HOURS, "灯光球场", "来搭把手")


def comes_back(phone: Phone) -> None:
    """To the calendar, and to the day once more."""
    phone.tap("返回")
    opens_the_day(phone)


def signs_up(phone: Phone, duty: str) -> None:
    phone.tap("报名", near=duty)
    phone.sees(f"报名：{duty}")
    phone.tap("确定报名")
    phone.sees("已报名")


def waits_for_a_place(phone: Phone, duty: str) -> None:
    phone.sees("满了（1/1），可以候补")
    phone.tap("报名", near=duty)
    phone.sees("这个岗位满了")
    phone.tap("排候补")
    phone.sees("候补", "前面还有 0 位候补")


def scans(phone: Phone, code: str) -> None:
    phone.give("scans", code)
    phone.tap("扫二维码")


def goes_on(phone: Phone) -> None:
    phone.tap("点一下继续")
    phone.sees("来搭把手")


def is_refused(phone: Phone, code: str) -> None:
    """With a picture of the screen that somebody took earlier."""
    phone.tap("去签退")
    scans(phone, code)
    phone.sees("不行", "过期")


def types_digits(phone: Phone, digits: str) -> None:
    phone.type("屏幕上的六位数", digits)
    phone.tap("签到或签退")


def asks_for_repair(phone: Phone, left: str) -> None:
    phone.sees("没有签退，时间还没有算上")
    phone.tap("忘了签退？申请补记")
    phone.pick("选几点走的", left)
    phone.type("为什么没签上？", "走的时候手机没电了")
    phone.tap("交给社区")
    phone.sees("等社区核实")


def keeps_a_request_without_network(phone: Phone, code: str) -> None:
    phone.tap("去签到")
    phone.sees("手机没有网络")
    scans(phone, code)
    phone.sees("没有网络", "没有签上")
    phone.tap("先写好补记申请")
    phone.type("服务了几小时？", "1")
    phone.type("几分钟？", "30")
    phone.type("为什么没签上？", "小区里没有信号")
    phone.tap("先存在手机里")
    phone.sees("1 条存在手机里，等网络")


def reads_the_record(phone: Phone, *columns: str) -> None:
    phone.tap("我的", near="扫一扫")  # the tab
    phone.tap("服务记录")
    phone.sees("我的服务记录", "公示中，到12月1日", *columns)


def takes_a_number(phone: Phone, stall: str) -> None:
    phone.tap("取号", near=stall)
    phone.sees("我的号", "排队中", "下一位就是您")
