"""A new colleague signs in once, is found by the number, gets a role and a name, begins to work."""

from tests import make
from tests.journeys.people import neighbourhood

NUMBER, FIRST, OWN = "13859740009", "Xunbei-2026", "Daiyun-Mountain7"


def test_from_the_first_sign_in_to_a_password_of_ones_own(phone_of, sms, later):
    neighbourhood()
    colleague, office = phone_of(), phone_of(make.administrator())
    asks_for_a_code(colleague)
    agrees(colleague)
    colleague.writes("短信验证码", sms.last_to(NUMBER).params["code"])
    colleague.taps("登录")
    colleague.sees("先认识一下")

    gets_an_account(office)
    later(minutes=2)
    changes_the_first_password(phone_of(), sms)


def asks_for_a_code(colleague):
    colleague.opens("/pages/sign-in/sign-in")
    colleague.writes("手机号", NUMBER)
    colleague.taps("获取验证码")
    colleague.sees("5 分钟内有效")


def agrees(colleague):
    colleague.taps("我看过并同意服务协议和隐私政策")


def gets_an_account(office):
    office.opens("/packages/staff/people/people")
    office.writes("找人", NUMBER)
    office.taps("找人")
    office.taps_on("138****0009")
    office.sees("还没有选小区")
    office.does_not_see("查看姓名和电话")
    office.taps("添加角色")
    office.chooses("网格员", "浔北社区")
    office.taps("给这个角色")
    office.taps("给这个角色")
    office.sees("查看姓名和电话")
    office.taps("设登录名和密码")
    office.sees("会在所有设备上退出登录")
    office.writes("登录名", "xiaowu")
    office.writes("第一次用的密码", FIRST)
    office.taps("显示")
    office.sees("遮住")
    office.taps("设好")
    office.sees("xiaowu")
    office.opens("/packages/staff/people/people")
    office.taps("看这一片的工作人员")
    office.sees("网格员 · 浔北社区")


def changes_the_first_password(colleague, sms):
    colleague.opens("/pages/sign-in/sign-in")
    colleague.taps("我是工作人员")
    agrees(colleague)
    colleague.writes("登录名", "xiaowu")
    colleague.writes("密码", FIRST)
    colleague.taps("登录")
    colleague.writes("现在的密码", FIRST)
    colleague.writes("新密码", FIRST)
    colleague.writes("新密码再写一遍", FIRST)
    colleague.taps("换密码")
    colleague.sees("新密码要和现在的不一样")
    colleague.writes("新密码", OWN)
    colleague.writes("新密码再写一遍", OWN)
    colleague.taps("换密码")
    proves_who_they_are(colleague, sms)
    colleague.sees("密码换好了")
    colleague.opens("/packages/me/inbox")
    colleague.sees("您现在是「网格员」了")


def proves_who_they_are(colleague, sms):
    colleague.sees("再确认是您本人")
    colleague.writes("手机号", NUMBER)
    colleague.taps("获取验证码")
    colleague.sees("5 分钟内有效")
    colleague.writes("短信验证码", "000000")
    colleague.taps("换密码")
    colleague.sees("验证码不对")
    colleague.writes("短信验证码", sms.last_to(NUMBER).params["code"])
    colleague.taps("换密码")
