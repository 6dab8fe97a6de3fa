"""Coming in by telephone, staying in while a form is open, and two people at one ticket."""

from tests import make_tickets
from tests.journeys.people import neighbourhood

NUMBER = "13859740009"


def test_a_code_by_telephone_brings_a_newcomer_in(phone_of, sms):
    neighbourhood()
    newcomer, hasty = phone_of(), phone_of()

    newcomer.opens("/pages/sign-in/sign-in")
    newcomer.writes("手机号", NUMBER)
    newcomer.taps("获取验证码")
    newcomer.sees("5 分钟内有效", "秒后可再发")
    hasty.opens("/pages/sign-in/sign-in")
    hasty.writes("手机号", NUMBER)
    hasty.taps("获取验证码")
    hasty.sees("试得太多了")

    code = sms.last_to(NUMBER).params["code"]
    newcomer.taps("我看过并同意服务协议和隐私政策")
    newcomer.writes("短信验证码", f"{(int(code) + 1) % 10**6:06}")
    newcomer.taps("登录")
    newcomer.sees("验证码不对")
    newcomer.sees_in("手机号", NUMBER)
    newcomer.writes("短信验证码", code)
    newcomer.taps("登录")
    newcomer.sees("先认识一下")


def test_a_token_that_ran_out_while_writing_is_renewed_and_nothing_is_lost(phone_of, later):
    who = neighbourhood()
    aunt = phone_of(who.aunt)

    aunt.opens("/packages/wish/write")
    aunt.writes("您想请大家帮什么忙？", "想请人教我用手机挂号")
    before = aunt.remembers("access")
    later(minutes=20)
    aunt.taps("许下心愿")
    aunt.sees("您的心愿，社区收到了")
    assert aunt.remembers("access") != before


def test_whoever_comes_second_to_a_ticket_is_told_so(phone_of):
    who = neighbourhood()
    ticket = make_tickets.wish(who.aunt)
    first, second = phone_of(who.worker), phone_of(who.colleague)
    for desk in (first, second):
        desk.opens(f"/packages/staff/ticket/ticket?id={ticket.id}")
        desk.taps("受理并发布")
        desk.chooses("小", "广", "能办", "有用", "家里小修")
        desk.writes("一句话说清要帮什么", "想请人换根灯管")

    first.taps("受理并发布")
    first.sees("待认领")
    second.taps("受理并发布")
    second.sees("已经")
    second.answers("知道了")
    second.sees("待认领")
