"""Every page of market days in the normal look and in 长辈版, as a visitor and as a volunteer meet
them, measured."""

import pytest

from server.core.db import db
from tests.journeys.market_scene import market_scene
from tests.journeys.measured import Ruler
from tests.journeys.people import neighbourhood

LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])


@pytest.fixture
def scene():
    who = neighbourhood()
    made = market_scene(who.estate, who.aunt, who.volunteer)
    db.session.commit()
    return who, made


def session(row) -> str:
    return f"/packages/market/session?id={row.id}"


@LOOKS
def test_a_visitor_can_read_and_hit_everything_on_the_way_to_a_stall(phone_of, scene, look):
    who, made = scene
    aunt = phone_of(who.aunt, look=look)
    ruler = Ruler(aunt, look)

    aunt.opens()
    aunt.sees("轮到您了")
    ruler.measures("home, a number is called")
    finds_the_day(aunt, ruler)
    waits_in_line(aunt, ruler, made)
    looks_round(aunt, ruler, made)
    ruler.found_nothing()


@LOOKS
def test_a_volunteer_can_read_and_hit_everything_of_serving(phone_of, scene, look):
    who, made = scene
    helper = phone_of(who.volunteer, look=look)
    ruler = Ruler(helper, look)

    serves(helper, ruler, made)
    is_asked_to_come(helper, ruler, made)
    types_digits(helper, ruler, made)
    forgot_to_check_out(helper, ruler, made)
    reads_the_record(helper, ruler)
    ruler.found_nothing()


@LOOKS
def test_so_can_whoever_is_not_signed_in(phone_of, scene, look):
    _, made = scene
    stranger = phone_of(look=look)
    ruler = Ruler(stranger, look)
    pages = {
        session(made.today): "登录后取号",
        session(made.off): "因雨取消",
        f"/packages/market/verify?token={made.paper.token}": "有效",
        "/packages/market/verify?token=nobody-made-this": "没有这份记录",
        "/packages/gate/personal?card=CARDTOKEN234567": "这是一张签到卡",
        "/packages/market/my-code": "登录后才有您的码",
        f"/packages/market/check?code=C1.{made.today.id}.0123456789": "登录后马上签到",
        "/packages/market/mine": "登录后看您的报名和号",
        "/packages/market/teams": "登录后看您的队",
    }

    for path, words in pages.items():
        stranger.opens(path)
        stranger.sees(words)
        ruler.measures(path)
    ruler.found_nothing()


# ---- a visitor


def finds_the_day(aunt, ruler):
    aunt.opens("/pages/market/market")
    aunt.sees("消防平安", "已取消")
    ruler.measures("calendar")
    aunt.taps_on("消防平安")
    aunt.sees("正在办", "您前面还有 2 位")
    ruler.measures("session, while it is held")
    aunt.taps("替家人、邻居取号")
    aunt.sees("哪个摊位？")
    ruler.measures("a number for somebody else")
    aunt.taps("关闭")
    aunt.taps("加到手机日历")
    ruler.measures("calendar of the telephone")
    aunt.taps("关闭")


def waits_in_line(aunt, ruler, made):
    aunt.taps_on("轮到您了")
    aunt.sees(f"报 {made.called.n} 号")
    ruler.measures("number, called")
    aunt.opens(f"/packages/market/number?id={made.waiting.id}")
    aunt.sees("前面还有 2 位")
    aunt.taps("不等了")
    ruler.measures("number, waiting")
    aunt.taps("接着等")
    aunt.opens("/packages/market/mine?view=numbers")
    aunt.sees("排队中")
    ruler.measures("my numbers")


def looks_round(aunt, ruler, made):
    aunt.opens("/packages/market/my-code")
    aunt.sees("秒后自动换新码")
    ruler.measures("my code")
    aunt.opens("/packages/gate/personal")
    aunt.sees("看我自己的码")
    ruler.measures("somebody's code")
    aunt.opens(session(made.off))
    aunt.sees("因雨取消")
    ruler.measures("session, called off")


# ---- a volunteer


def serves(helper, ruler, made):
    helper.opens(session(made.today))
    helper.sees("去签退")
    helper.taps("带孩子一起来")
    ruler.measures("session, serving")
    helper.page.get_by_text("带孩子报名").last.click()
    helper.sees("监护人请看一看")
    ruler.measures("signing up a child")


def is_asked_to_come(helper, ruler, made):
    helper.opens("/packages/market/mine")
    helper.sees("有空位，等您确认", "不用来了")
    ruler.measures("my places")
    helper.taps("去确认")
    helper.sees("我来")
    helper.taps("不去了")
    ruler.measures("session, invited")
    helper.taps("还是去")
    helper.opens("/packages/market/mine?view=past")
    helper.sees("引导")
    ruler.measures("where I was")


def types_digits(helper, ruler, made):
    helper.opens(f"/packages/market/digits?id={made.today.id}")
    helper.sees("签到屏上的六位数")
    ruler.measures("digits")
    helper.page.locator(".six-input input").fill("000000")
    helper.taps("签到或签退")
    helper.sees("数字不对")
    ruler.measures("a verdict")


def forgot_to_check_out(helper, ruler, made):
    helper.opens(session(made.ended))
    helper.taps("忘了签退？申请补记")
    helper.sees("几点走的？")
    helper.taps("交给社区")
    ruler.measures("repair")
    helper.opens("/packages/market/repairs")
    helper.sees("还没有补记申请")
    ruler.measures("repairs")


def reads_the_record(helper, ruler):
    helper.opens("/packages/market/record")
    helper.sees("已入账", "没有签退")
    ruler.measures("record")
    helper.taps("打印")
    helper.sees("打印哪一段？")
    ruler.measures("printing it")
