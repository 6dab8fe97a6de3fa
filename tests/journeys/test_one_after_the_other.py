"""The desk on a computer: two wishes that are one, and on to the next after publishing."""

from playwright.sync_api import expect

from tests import make_tickets
from tests.journeys.people import neighbourhood

QUEUE = "/packages/staff/tickets/tickets"


def test_two_wishes_are_compared_before_they_become_one(computer_of):
    who = neighbourhood()
    make_tickets.wish(who.aunt, text="楼道的灯坏了")
    other = make_tickets.wish(who.aunt, text="三楼楼道一片黑")
    make_tickets.wish(who.aunt, text="想请人修一修水龙头")
    desk = computer_of(who.worker)
    desk.opens(QUEUE)
    desk.taps_on("楼道的灯坏了")
    desk.taps("并单")
    desk.sees("三楼楼道一片黑")
    desk.writes("并到哪一件？", "一片黑")
    expect(choices(desk)).to_have_count(1)
    desk.chooses("三楼楼道一片黑")

    desk.taps("并单")
    question = desk.page.locator(".jl-confirm >> visible=true")
    expect(question).to_contain_text("楼道的灯坏了")
    expect(question).to_contain_text("三楼楼道一片黑")
    desk.taps("并单")
    desk.sees("已并单")
    number = f"{other.number[:4]} {other.number[4:]}"
    desk.taps(f"去看并到的那一件 {number}")
    expect(desk.page.locator(".st-title >> visible=true")).to_have_text("三楼楼道一片黑")


def test_after_publishing_the_next_one_is_open(computer_of):
    who = neighbourhood()
    make_tickets.wish(who.aunt, text="想请人修一修水龙头")
    make_tickets.wish(who.aunt, text="楼道的灯坏了")
    desk = computer_of(who.worker)
    desk.opens(QUEUE)
    desk.taps_on("待受理")
    desk.taps_on("想请人修一修水龙头")
    desk.taps("受理并发布")
    desk.chooses("小", "广", "能办", "有用", "家里小修")
    desk.writes("一句话说清要帮什么", "水龙头滴水，想请人来修")
    desk.taps("受理并发布")

    desk.sees("已发布，接着看下一件")
    expect(desk.page.locator(".st-title >> visible=true")).to_have_text("楼道的灯坏了")


def choices(desk):
    return desk.page.locator(".jl-choice-one >> visible=true")
