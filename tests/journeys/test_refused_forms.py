"""A form that is refused leads to what is wrong, and says it close to the button."""

from playwright.sync_api import expect

from server.core.db import db
from tests import make, make_tickets
from tests.journeys.people import neighbourhood
from tests.journeys.visitor import Visitor

STAFF = "/packages/staff"


def test_a_refused_card_leads_back_to_the_words_that_give_somebody_away(phone_of):
    who = neighbourhood()
    ticket = make_tickets.wish(who.aunt)
    desk = phone_of(who.worker)
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.taps("受理并发布")

    desk.taps("受理并发布")
    says_near_the_button(desk, "有 3 处要改。先看：请点上符合的标准")
    is_in_sight(desk, desk.page.get_by_text("四个标准，符合的点上"))

    desk.chooses("小", "广", "能办", "有用", "家里小修")
    desk.writes("一句话说清要帮什么", "帮陈玉兰换根灯管")
    desk.taps("受理并发布")
    says_near_the_button(desk, "陈玉兰")
    expect(desk.field("一句话说清要帮什么")).to_be_focused()
    is_in_sight(desk, desk.field("一句话说清要帮什么"))


def test_registering_for_somebody_says_what_is_missing(phone_of):
    who = neighbourhood()
    desk = phone_of(who.worker)
    desk.opens(f"{STAFF}/register/register")
    desk.sees("替谁登记？")

    desk.taps("登记")
    says_near_the_button(desk, "有 2 处要改。先看：请选：来过的邻居，还是第一次来")
    desk.chooses("来过的邻居")
    desk.taps("登记")
    says_near_the_button(desk, "请找到这位邻居")
    expect(desk.field("找这位邻居")).to_be_focused()
    desk.chooses("第一次来")
    desk.writes("姓名", "吴天赐")
    desk.writes("想请大家帮什么忙？", "想请人帮忙把旧衣柜搬下楼")
    desk.taps("登记")
    desk.sees("登记好了")


def test_what_is_asked_twice_is_asked_only_when_it_is_complete(phone_of):
    who = neighbourhood()
    ticket = make_tickets.wish(who.aunt)
    other = make_tickets.wish(who.aunt, text="厨房的灯管也坏了")
    desk = phone_of(who.worker)
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.taps("更多办法")
    desk.taps("并单")

    desk.taps("并单")
    desk.sees("请在下面选一件")
    desk.chooses("厨房的灯管也坏了")
    desk.taps("并单")
    desk.sees("这两件是同一件事吗？")
    other.area = make.estate("城东小区", of=make.community("城东社区"))
    db.session.commit()
    desk.taps("并单")
    desk.does_not_see("并了就拆不开")
    expect(desk.field("并到哪一件？")).to_be_focused()


def says_near_the_button(desk: Visitor, words: str) -> None:
    expect(desk.page.locator(".jl-wrong >> visible=true").last).to_contain_text(words)


def is_in_sight(desk: Visitor, found) -> None:
    expect(found.locator("visible=true").last).to_be_in_viewport()
