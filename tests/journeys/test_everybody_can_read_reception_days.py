"""Every page of reception days as residents meet them, in the normal look and in 长辈版, measured;
and what a slip shows to whom it is not for."""

import pytest

from schemas.occasions import NumberState
from server.core.db import db
from tests import make_joint
from tests import make_reception as reception
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
    aunt.opens(f"{BOARD}?area={who.estate.id}")
    aunt.sees("解决率（按受理）")
    aunt.taps("这些数怎么算的")
    ruler.measures("the public board")
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
