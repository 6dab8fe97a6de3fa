"""Where somebody new stood before a closed door: giving back, no door, a long name, no network."""

from server.people.homes import join_estate
from tests import make, make_tickets
from tests.journeys.people import neighbourhood

ASK = "您想请大家帮什么忙？"
WHERE = "门牌，或者说个地方"
BULB = "够不着，想请人换根灯管"
HOME = {"building": "5", "entrance": "1", "room": "302"}


def test_whoever_gives_a_ticket_back_is_led_to_their_list(phone_of):
    who = neighbourhood()
    boss = make.officer(make.unit(at=who.community))
    make_tickets.offered_wish(who.aunt, unit=boss.live_grants[0].unit)
    make_tickets.claimed_wish(who.aunt, volunteer=who.volunteer)
    officer, volunteer = phone_of(boss), phone_of(who.volunteer)

    officer.opens("/packages/staff/tickets/tickets")
    officer.taps_on("等您接单")
    officer.taps("更多办法")
    officer.taps("退回")
    officer.writes("为什么退回？", "这是业主自己装的，物业没有权限")
    officer.taps("退回")
    officer.taps("退回")
    officer.sees("已退回，社区会另派", "现在没有等您办的")

    volunteer.opens("/packages/wish/tasks")
    volunteer.taps_on(BULB)
    volunteer.taps("我办不了，放回心愿墙")
    volunteer.writes("为什么办不了？", "这几天不在家")
    volunteer.taps("我办不了，放回心愿墙")
    volunteer.sees("已放回，别的邻居会接着帮", "手上没有要办的事")


def test_a_claim_that_waits_is_called_so_and_can_be_taken_back(phone_of):
    who = neighbourhood()
    make_tickets.open_wish(who.aunt, group="child")
    volunteer = phone_of(who.volunteer)

    volunteer.opens("/pages/wall/wall")
    volunteer.taps("我想认领")
    volunteer.taps("我想认领")
    volunteer.sees("想认领，等社区同意")
    volunteer.opens("/packages/wish/tasks")
    volunteer.sees("想认领，等社区同意")
    volunteer.taps_on(BULB)
    volunteer.taps("不认领了")
    volunteer.taps("不认领了")
    volunteer.sees("我想认领")


def test_the_doer_reads_the_estate_also_when_no_door_was_written(phone_of):
    who = neighbourhood()
    ticket = make_tickets.claimed_wish(who.aunt, volunteer=who.volunteer)
    ticket.details.place = None
    volunteer = phone_of(who.volunteer)

    volunteer.opens(f"/packages/wish/ticket?id={ticket.id}")
    volunteer.sees(who.estate.name, "门牌没写，打电话问", "您在办")


def test_ones_own_door_is_there_and_nobody_elses_is_guessed(phone_of):
    who = neighbourhood()
    join_estate(who.aunt, HOME | {"estate_id": who.estate.id})
    aunt = phone_of(who.aunt)

    aunt.opens("/packages/wish/write")
    aunt.sees_in(WHERE, "5栋 1单元 302")
    aunt.writes(ASK, "想请人陪着去医院")
    aunt.chooses("替别人许")
    aunt.sees_in(WHERE, "")
    aunt.writes("替谁许？写他（她）的称呼", "林伯伯")
    aunt.taps("许下心愿")
    aunt.sees("请点一下您是他（她）的什么人", "请选择他（她）住的小区")
    aunt.chooses("孙辈")
    aunt.taps(f"和我一样，{who.estate.name}")
    aunt.taps("许下心愿")
    aunt.sees("替林伯伯许的心愿，社区收到了")


def test_without_network_nothing_lies_over_the_home_page_and_the_draft_is_remembered(phone_of):
    aunt = phone_of(neighbourhood().aunt)
    aunt.opens()
    aunt.taps("许个心愿")
    aunt.writes(ASK, "厨房水龙头滴水")
    with aunt.without_network():
        aunt.taps("许下心愿")
        aunt.sees("网络不通", "您写的都还在")
        aunt.page.go_back()
        aunt.sees("有一个心愿还没写完", "厨房水龙头滴水")
        aunt.does_not_see("网络不通")
    aunt.taps("接着写")
    aunt.sees_in(ASK, "厨房水龙头滴水")


def test_a_long_name_without_a_break_leaves_the_page_as_wide_as_the_phone(phone_of):
    who = neighbourhood()
    who.aunt.display_name = "王" * 20
    aunt = phone_of(who.aunt)

    aunt.opens()
    aunt.sees("王王王")
    assert aunt.page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_number_is_asked_for_before_the_camera(phone_of):
    who = neighbourhood()
    ticket = make_tickets.wish(who.aunt)
    passer_by = phone_of()

    passer_by.opens()
    passer_by.taps("查进度")
    passer_by.writes("回执上的编号", ticket.number)
    passer_by.taps("查一查")
    passer_by.sees("待受理")
