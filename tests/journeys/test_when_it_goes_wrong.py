"""What a resident meets when something is missing or does not arrive: told where, told how, nothing
lost."""

from playwright.sync_api import expect

from server.core.db import db
from server.people.identities import PHONE, add_identity
from tests import make
from tests.journeys.people import neighbourhood
from tests.journeys.pictures import photo

ASK, NUMBER = "您想请大家帮什么忙？", "13859740001"


def test_a_refused_wish_leads_to_what_is_missing_and_says_it_beside_the_button(phone_of):
    aunt = phone_of(neighbourhood().aunt)
    aunt.opens("/packages/wish/write")
    aunt.page.mouse.wheel(0, 3000)
    aunt.taps("许下心愿")
    expect(aunt.field(ASK)).to_be_focused()
    expect(aunt.field(ASK)).to_be_in_viewport()
    expect(aunt.page.locator(".jl-wrong >> visible=true")).to_contain_text("请写一写")
    aunt.writes(ASK, "灯管坏了")
    aunt.does_not_see("请写一写")

    aunt.chooses("替别人许")
    aunt.taps("许下心愿")
    expect(aunt.field("替谁许？写他（她）的称呼")).to_be_focused()


def test_a_telephone_number_in_the_wish_goes_where_only_the_helper_reads_it(phone_of):
    aunt = phone_of(neighbourhood().aunt)
    aunt.opens("/packages/wish/write")
    aunt.writes(ASK, f"灯管坏了，请打{NUMBER}")
    aunt.sees("电话写在下面那一栏，只有接单的人看得到")
    aunt.taps("挪到下面")
    aunt.sees_in(ASK, "灯管坏了")
    aunt.sees_in("怎么联系您？", NUMBER)


def test_a_photo_that_did_not_go_says_so_and_goes_the_second_time(phone_of):
    aunt = phone_of(neighbourhood().aunt)
    aunt.opens("/packages/wish/write")
    aunt.writes(ASK, "灯管坏了")
    with aunt.without_network(), aunt.page.expect_file_chooser() as asked:
        aunt.page.locator(".jl-photo-add >> visible=true").last.click()
        asked.value.set_files([{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo()}])
        aunt.sees("照片没传上：网络不通")
    aunt.taps("许下心愿")
    aunt.sees("有照片没传上")
    aunt.taps("再试一次")
    expect(aunt.page.locator(".jl-photo-over >> visible=true")).to_have_count(0)
    aunt.taps("许下心愿")
    aunt.sees("您的心愿，社区收到了")


def test_two_accounts_of_one_person_become_one_and_can_be_closed(phone_of, sms, later):
    """The number belongs to an account made long ago; the second yes is asked for each time."""
    long_ago = make.person("陈阿姨", phone=NUMBER)
    add_identity(long_ago, PHONE, NUMBER)
    db.session.commit()
    aunt = phone_of(make.person("玉兰"))

    aunt.opens("/packages/me/phone")
    proves(aunt, sms)
    aunt.taps("就用这个号码")
    aunt.sees("这个号码已经有一个账号")
    aunt.taps("是我的，合在一起")
    aunt.taps("合在一起")
    aunt.sees("合在一起了")

    later(minutes=2)
    aunt.opens("/packages/me/close")
    aunt.taps("注销账号")
    aunt.sees("请写您登录用的手机号")
    proves(aunt, sms)
    aunt.taps("注销账号")
    aunt.taps("注销，都删掉")
    aunt.sees("账号已经注销")


def proves(aunt, sms):
    aunt.writes("手机号", NUMBER)
    aunt.taps("获取验证码")
    aunt.sees("5 分钟内有效")
    aunt.writes("短信验证码", sms.last_to(NUMBER).params["code"])
