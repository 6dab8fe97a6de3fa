"""What is met on a market day besides its usual way: a code scanned outside the scanner, a thing
that is taken away to be repaired, a storm that ends the day early."""

import pytest

from schemas.market_words import StallKind
from schemas.occasions import NumberState
from server.core.db import db
from tests import make
from tests import make_markets as markets
from tests import make_occasions as occasions
from tests.journeys.market_scene import KNOWN, MINUTE, clock
from tests.journeys.people import neighbourhood


@pytest.fixture
def who():
    return neighbourhood()


@pytest.fixture
def today(who):
    """It began half an hour ago: a door, a helper, and a stall at which one waits and one is."""
    row = occasions.session(who.estate, begins=clock.now() - 30 * MINUTE, **KNOWN)
    occasions.signup(who.volunteer, occasions.post(row, label="签到台", steward=True))
    stall = markets.stall(row, StallKind.REPAIR, last=3)
    markets.number(stall, 1, state=NumberState.CALLED, told_id=who.aunt.id)
    markets.number(stall, 2)
    markets.number(stall, 3, who.aunt, told_id=who.aunt.id)
    occasions.device(who.community)
    db.session.commit()
    return row


@pytest.mark.parametrize("by", ["worker", "volunteer"])
def test_whoever_stands_at_the_door_checks_in_whom_they_meet(phone_of, who, today, by):
    helper = make.volunteer(display_name="庄姐", estate=who.estate)
    occasions.signup(helper, occasions.post(today, label="陪老人"))
    door = phone_of(getattr(who, by))
    door.opens(f"/pages/q/q?path=c/{occasions.own_code(helper)}")
    door.sees("来了点“签到”", "幸福小区 小区凉亭前")
    door.taps("签到")
    door.sees("庄*")
    door.sees("刚才扫的")


def test_a_neighbour_reads_what_the_code_is(phone_of, who, today):
    neighbour = phone_of(who.aunt)
    neighbour.opens(f"/pages/q/q?path=c/{occasions.own_code(who.volunteer)}")
    neighbour.sees("您扫了没有任何作用")


def test_a_hand_held_reader_types_a_card(phone_of, who, today):
    helper = make.volunteer(display_name="庄姐", estate=who.estate)
    occasions.signup(helper, occasions.post(today, label="陪老人"))
    occasions.card(helper, "CARDTOKEN234567")
    desk = phone_of(who.worker)
    desk.opens(f"/packages/gate/scanner?id={today.id}")
    field = "没有相机？用扫码枪，或贴上码的内容"
    desk.writes(field, "K000001")
    desk.taps("用这个码")
    desk.sees("卡上的编号只用来挂失")
    desk.writes(field, "https://jinlin.example/q/k/CARDTOKEN234567")
    desk.field(field).press("Enter")
    desk.sees("庄*")


def test_taken_away_and_told_later(phone_of, who, today):
    desk = phone_of(who.worker)
    desk.opens(f"/packages/gate/queue?id={today.id}")
    desk.taps("带回去修")
    desk.sees("有结果的号", "写后来的结果")
    desk.taps("写后来的结果")
    desk.chooses("修好了")
    desk.writes("补一句", "东西在居委会一楼")
    desk.sends("记下")
    desk.sees("改结果")

    aunt = phone_of(who.aunt)
    aunt.opens("/packages/me/inbox")
    aunt.sees("维修 1 号：修好了", "修好了。请来取。东西在居委会一楼。")


def test_a_storm_ends_it_and_everybody_reads_why(phone_of, who, today):
    desk = phone_of(who.worker, device={"secret": "secret-of-the-tablet", "name": "平板"})
    ended(today, "雨太大")
    aunt, helper = phone_of(who.aunt), phone_of(who.volunteer)
    number = db.session.scalar(db.text("select id from queue_numbers where n = 3"))
    aunt.opens(f"/packages/market/number?id={number}")
    aunt.sees("没有轮到", "这一场结束了", "10:00 提前结束：雨太大")
    aunt.opens("/packages/market/mine?view=numbers")
    aunt.sees("10:00 提前结束：雨太大")
    helper.opens(f"/packages/market/session?id={today.id}")
    helper.sees("10:00 提前结束：雨太大")
    helper.opens("/packages/market/mine?view=past")
    helper.sees("10:00 提前结束：雨太大")
    desk.opens("/packages/staff/sessions/sessions")
    desk.sees("10:00 提前结束：雨太大")
    desk.opens(f"/packages/gate/screen?id={today.id}")
    desk.sees("已经结束", "10:00 提前结束：雨太大。不再签到；11:00 前还可以签退")
    desk.taps("换成签退码")
    desk.sees("扫码签退")


def ended(session, words: str) -> None:
    session.state, session.ended_at, session.changed_words = "ended", clock.now(), words
    db.session.commit()
