"""What the desk is asked before it happens, and what it need not look for elsewhere."""

from playwright.sync_api import expect

from server.people import volunteering
from tests import make, make_tickets
from tests.journeys.people import neighbourhood

STAFF = "/packages/staff"


def test_whoever_wears_the_residents_face_changes_it_where_they_are(phone_of):
    who = neighbourhood()
    make_tickets.wish(who.aunt)
    worker = phone_of(who.worker)
    worker.opens("/pages/me/me")
    worker.chooses("居民")

    worker.opens(f"{STAFF}/tickets/tickets")
    worker.sees("您现在用的是居民的身份")
    worker.taps("换成「社区」接着看")
    worker.sees("家里灯管坏了，够不着，想请人来换一下")


def test_an_administrator_is_asked_before_a_role_is_given_and_told_after(phone_of):
    who = neighbourhood()
    office = phone_of(make.administrator())
    office.opens(f"{STAFF}/people/person?id={who.worker.id}")
    office.taps("添加角色")
    office.chooses("网格员", "浔北社区")
    office.taps("给这个角色")
    office.sees("让 苏雅琴 当「网格员」？", "浔北社区，从今天起，一直有效")
    office.taps("先不了")
    office.taps("关闭")
    expect(office.card("网格员")).to_have_count(0)

    office.taps("添加角色")
    office.taps("给这个角色")
    office.taps("给这个角色")
    office.sees("苏雅琴现在是「网格员」了")
    expect(office.card("网格员")).to_be_visible()


def test_a_volunteer_is_confirmed_only_after_a_question(phone_of):
    who = neighbourhood()
    form = {"area_id": who.community.id, "skills": [], "about": "会木工"}
    volunteering.apply_as_volunteer(form, by=make_tickets.actor(who.aunt))
    desk = phone_of(who.worker)
    desk.opens(f"{STAFF}/volunteers/volunteers")
    desk.taps("确认")
    desk.sees("让陈阿姨当志愿者吗？")
    desk.taps("先不了")
    desk.sees("会木工")
    desk.taps("确认")
    desk.taps("确认")
    desk.sees("陈阿姨：已确认")


def test_whoever_telephones_about_what_is_done_calls_back(phone_of):
    who = neighbourhood()
    ticket = make_tickets.done_wish(who.aunt)
    desk = phone_of(who.worker)
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.taps("给居民打电话")
    expect(desk.button("回访")).to_have_attribute("aria-checked", "true")
    desk.taps("看电话")
    desk.sees("138 5974 0001")


def test_what_went_to_another_community_leaves_the_desk(phone_of):
    who = neighbourhood()
    there = make.community("浔南社区")
    make.desk(at=there)
    ticket = make_tickets.wish(who.aunt)
    desk = phone_of(who.worker)
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.taps("更多办法")
    desk.taps("转给别的社区")
    desk.writes("转给哪个社区？", "浔南")
    desk.taps_on("浔南社区")
    desk.writes("为什么转？", "他家在浔南")
    desk.taps("转给别的社区")
    desk.sees("转给浔南社区吗？")
    desk.taps("转给别的社区")
    desk.sees("没有在办的工单")
