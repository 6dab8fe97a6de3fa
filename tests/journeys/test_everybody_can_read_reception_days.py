"""Every page of reception days as residents meet them, in the normal look and in 长辈版, measured;
and what a slip shows to whom it is not for."""

from datetime import timedelta

import pytest

from schemas.occasions import ENDED, NumberState
from server.core import clock
from server.core.db import db
from server.reception.models import Heard
from server.tickets.service import joint
from tests import make, make_joint
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.journeys.measured import Ruler
from tests.journeys.people import neighbourhood

LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])
DAYS, BOARD = "/packages/reception/days", "/packages/reception/board"


@pytest.fixture
def who():
    return neighbourhood()


@LOOKS
def test_a_resident_can_read_and_hit_everything_of_a_reception_day(phone_of, who, look):
    today = reception.day(who.community)
    mine = reception.number(today, 2, who.aunt, state=NumberState.CALLED, called_to=2)
    matter = reception.matter(who.aunt, area=who.estate)
    aunt = phone_of(who.aunt, look=look)
    ruler = Ruler(aunt, look)

    aunt.opens(DAYS)
    aunt.sees("周五红色会客厅")
    ruler.measures("the days")
    aunt.taps("我问过的")
    aunt.sees(matter.number[:4])
    ruler.measures("what I asked")
    aunt.opens(f"/packages/reception/day?id={today.id}")
    aunt.sees("轮到您了", "请到 2 号桌", "社区大党委")
    ruler.measures("one day, called")
    aunt.taps("替人约时间")
    aunt.sees("哪个时间？")
    ruler.measures("a time for somebody else")
    aunt.opens(f"/packages/market/number?id={mine.id}")
    aunt.sees("请到 2 号桌")
    ruler.measures("my number, called to a table")
    ruler.found_nothing()


@LOOKS
def test_everybody_can_read_and_hit_everything_of_the_public_board(phone_of, who, look):
    today = reception.matter(who.aunt, area=who.estate).received_at
    aunt = phone_of(who.aunt, look=look)
    ruler = Ruler(aunt, look)

    aunt.opens(f"{BOARD}?area={who.estate.id}")
    aunt.sees("解决率（按受理）")
    aunt.taps("这些数怎么算的")
    ruler.measures("the public board")
    aunt.taps("本月")
    aunt.sees(f"{clock.local(today):%Y年%-m月}1日")
    ruler.measures("the public board of a month")
    ruler.found_nothing()


@LOOKS
def test_a_day_that_is_past_says_by_itself_what_came_of_it(phone_of, who, look):
    past = reception.day(who.estate, begins=clock.now() - timedelta(days=7), state=ENDED)
    matter = reception.matter(who.aunt, area=who.estate)
    make.saved(Heard(ticket_id=matter.id, session_id=past.id))
    neighbour = phone_of(look=look)
    ruler = Ruler(neighbour, look)

    neighbour.opens(f"/packages/reception/day?id={past.id}")
    neighbour.sees("这一场收了什么", "1 件", "居民说办好了", "0/1")
    ruler.measures("a past day")
    ruler.found_nothing()


@LOOKS
def test_a_person_who_is_given_a_part_says_yes_and_done_on_their_own_page(phone_of, who, look):
    made = make_joint.offered(who.aunt)
    part = {"person_id": who.volunteer.id, "part": "带路，开地下室的门"}
    joint.add_part(made.ticket, part, by=tickets.actor(made.worker))
    lin = phone_of(who.volunteer, look=look)
    ruler = Ruler(lin, look)

    lin.opens(f"/packages/wish/ticket?id={made.ticket.id}")
    lin.sees("社区请您办", "带路，开地下室的门", "等您接单")
    ruler.measures("a part that is offered")
    lin.taps("退回这部分")
    lin.sees("为什么退回？")
    ruler.measures("a part is bounced")
    lin.taps("关闭")
    lin.taps("接下这部分")
    lin.taps("这部分办好了")
    lin.writes("您这部分办得怎么样？", "门开好了")
    lin.sends("这部分办好了")
    lin.sees("门开好了", "今天说办好了")
    ruler.measures("a part that is done")
    ruler.found_nothing()


@LOOKS
def test_a_resident_can_read_who_does_what_of_a_joint_slip(phone_of, who, look):
    made = make_joint.done(who.aunt)
    aunt = phone_of(who.aunt, look=look)
    ruler = Ruler(aunt, look)

    aunt.opens(f"/packages/wish/ticket?id={made.ticket.id}")
    aunt.sees("几家一起办", "供电所", "办好了吗？")
    ruler.measures("a joint slip")
    ruler.found_nothing()


@LOOKS
def test_a_slip_shows_a_stranger_its_number_and_lets_its_unit_answer(phone_of, who, look):
    made = make_joint.offered(who.aunt)
    theirs = make_joint.slip(made, share=made.part(made.power))
    plain = make_joint.slip(made)
    db.session.commit()
    stranger = phone_of(look=look)
    ruler = Ruler(stranger, look)

    stranger.opens(f"/packages/reception/slip?token={theirs.token}")
    stranger.sees("这一份是交给供电所的", "获取验证码")
    stranger.has_not_received("陈玉兰", "13859740001", made.ticket.details.text)
    ruler.measures("a unit's copy")
    stranger.opens(f"/packages/reception/slip?token={plain.token}")
    stranger.sees("登录")
    ruler.measures("a copy that is nobody's")
    stranger.opens("/packages/reception/slip?token=nobody-made-this-token")
    stranger.sees("没有找到这张单子")
    ruler.measures("no slip")
    ruler.found_nothing()
