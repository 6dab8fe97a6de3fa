"""The poster at the gate opens the form of its estate; and one may speak instead of typing."""

from tests import make
from tests.journeys.people import neighbourhood


def test_the_code_of_a_poster_opens_the_form_with_its_estate(phone_of):
    who = neighbourhood()
    other = make.estate("丁溪花园", of=who.community)
    aunt = phone_of(who.aunt)

    aunt.follows(f"{aunt.address}/q/w/{other.code}")
    aunt.sees("许个心愿", "丁溪花园")


def test_a_code_that_is_not_ours_says_what_to_do(phone_of):
    passer_by = phone_of()

    passer_by.follows(f"{passer_by.address}/q/somewhere/else")
    passer_by.sees("这个码打不开")


def test_a_wish_can_be_spoken_and_the_desk_hears_it(phone_of):
    who = neighbourhood()
    aunt, desk = phone_of(who.aunt), phone_of(who.worker)
    aunt.context.grant_permissions(["microphone"])

    aunt.opens("/packages/wish/write")
    aunt.taps("点一下开始说")
    aunt.sees("还能说 57 秒")
    aunt.taps("说完了")
    aunt.sees("听听您说的")
    aunt.taps("许下心愿")
    aunt.sees("您的心愿，社区收到了")

    desk.opens("/packages/staff/tickets/tickets")
    desk.taps_on("待受理")
    desk.taps_on("幸福小区")
    desk.sees("听居民说的")
