"""A team: made at the desk, joined by a volunteer with its leader's yes, signed up for a duty."""

from datetime import timedelta

from server.core import clock
from server.core.db import db
from tests import make
from tests import make_occasions as occasions
from tests.journeys.people import neighbourhood

OF_ONES_OWN = "/packages/market/teams"


def test_a_team_from_being_made_to_a_place_at_a_duty(phone_of, computer_of):
    who = neighbourhood()
    leader = make.volunteer(display_name="庄师傅", estate=who.estate)
    day = occasions.session(who.estate, begins=clock.now() + timedelta(days=2))
    occasions.post(day, capacity=5)
    db.session.commit()

    desk = computer_of(who.worker)
    makes_a_team(desk, leader="庄师傅")
    desk.sees("队长 庄师傅")
    asks_to_join(phone_of(who.volunteer))
    says_yes(phone_of(leader))
    signs_the_team_up(desk, day)
    is_signed_up(phone_of(who.volunteer))


def test_a_team_is_closed_after_asking_twice_and_its_volunteers_see_it_no_more(
    phone_of, computer_of
):
    who = neighbourhood()
    desk = computer_of(who.worker)
    makes_a_team(desk)
    desk.taps("解散")
    desk.sees("解散「红马甲队」？")
    desk.taps("先不了")
    desk.taps("解散")
    desk.answers("解散")
    desk.sees("已解散")
    desk.does_not_see("加队员", "改队名、队长")

    phone = phone_of(who.volunteer)
    phone.opens(OF_ONES_OWN)
    phone.sees("这里还没有志愿服务队")


def makes_a_team(desk, leader=None):
    desk.opens("/packages/staff/desk/desk")
    desk.taps_on("志愿服务队")
    desk.sees("这里还没有志愿服务队")
    desk.taps("建第一支队")
    desk.taps("建队")
    desk.sees("请起个队名", "请选小区或社区")
    desk.writes("队名", "红马甲队")
    desk.chooses("幸福小区")
    if leader:
        finds(desk, leader)
    desk.sends("建队")
    desk.sees("红马甲队", "这个小区现有 1 支队，一般每小区 2 支")


def finds(desk, leader):
    desk.writes("队长（可以以后再定）", leader)
    desk.taps("找人")
    desk.taps_on(leader)
    desk.sees("换一位")


def asks_to_join(phone):
    phone.opens("/pages/me/me")
    phone.taps_on("志愿服务队")
    phone.sees("您还没有加入队")
    phone.taps("申请入队")
    phone.sees("等队长同意")


def says_yes(phone):
    phone.opens("/packages/me/inbox")
    phone.sees("有人想入队")
    phone.opens(OF_ONES_OWN)
    phone.sees("1 人想入队", "林师傅")
    phone.taps("同意入队")
    phone.sees("2 人")
    phone.does_not_see("想入队，请您看一看")


def signs_the_team_up(desk, day):
    desk.opens(f"/packages/staff/sessions/session?id={day.id}")
    desk.taps("整队")
    desk.chooses("红马甲队", "林师傅")
    desk.taps("给 1 人报「引导」")
    desk.sees("每个人的结果", "已报名")
    desk.sends("知道了")


def is_signed_up(phone):
    phone.opens("/packages/market/mine")
    phone.sees("引导", "已报名")
