"""A whole Friday of 业主接待日 in browsers, and the weeks after it: three residents, three slips;
the limits run over Mid-Autumn and National Day 2026 with their make-up working days."""

from datetime import datetime

import pytest
import time_machine

from server.core.clock import SHANGHAI
from tests.journeys import friday_acts as acts
from tests.journeys import friday_after as after
from tests.journeys import friday_slips as slips
from tests.journeys.friday_acts import Matter
from tests.journeys.friday_clock import AFTER_THE_HOLIDAY, WORKED, due, goes_by, shares, told
from tests.journeys.friday_scene import Play, fridays
from tests.make_joint import MOBILE
from tests.work import work_off

CHARGER, LAMP, PARCELS = "地下车库想装充电桩", "三号楼楼道灯坏了", "快递柜能不能放低一点"
PARTS = {"供电所": "接电", "绿地物业": "移树"}
# Due on 09-24 and 09-28; nothing is told over Mid-Autumn, 25 to 27 September.
ALARMS_OF_PARTS = ["09-23 08:30 remind", "09-24 08:30 remind", "09-24 17:30 holder"]
ALARMS_OF_PARTS += ["09-28 17:30 holder"]
LANDLADY, NOT_YET = "13859740077", "扫码没有反应，充不上"


@pytest.fixture
def until():
    """`until("09-18", "14:30")`: what clocks in Dehua show, and they stand still there."""
    with time_machine.travel(datetime(2026, 9, 17, 10, tzinfo=SHANGHAI), tick=False) as machine:

        def until(day: str, hour: str) -> None:
            there = datetime.fromisoformat(f"2026-{day} {hour}")
            machine.move_to(there.replace(tzinfo=SHANGHAI))

        yield until


@pytest.fixture
def play(until, phone_of, computer_of, sms):
    return Play(fridays(), until, phone_of, computer_of, sms)


def test_a_whole_friday(play):
    is_prepared(play)
    charger, lamp = is_held(play)
    a_part_bounces(play, charger)
    is_done_and_is_not(play, charger)
    stands_on_the_next_agenda(play)
    is_late_and_comes_on_paper(play, lamp)
    play.until("10-19", "10:00")
    after.hears_that_it_came_back(play.phone("colleague"), PARCELS)
    tells_everybody(play)


def is_prepared(play):
    acts.sets_out_every_friday(desk := play.computer("worker"), play.scene.series)
    acts.publishes(desk, play.scene.today)
    acts.books(play.phone("aunt"), "14:30", topic=CHARGER)
    acts.books(play.phone("son"), "14:40", topic=PARCELS, called="黄阿公")


def is_held(play) -> tuple[Matter, Matter]:
    play.until("09-18", "14:30")
    desk, wall, aunt = play.computer("worker"), play.computer("stranger"), play.phone("aunt")
    acts.opens_the_desk(desk, play.scene.today)
    acts.marks_who_came(desk)
    acts.gives_a_number(desk, "李阿婆", LAMP)
    wall.opens(f"/packages/gate/calling?id={play.scene.today}")

    acts.calls(desk, wall, 1, 1)
    acts.is_called(aunt, play.scene.today, 1)
    charger, lead_copy, play.copy = joint_slip(desk)
    acts.calls(desk, wall, 2, 2)
    acts.answers_on_the_spot(desk, "已和快递公司说好，下周一改低")
    after.says_it_is_good(play.phone("son"), PARCELS)
    acts.calls(desk, wall, 3, 1)
    lamp = single_slip(desk)

    is_scanned(play, desk, aunt, charger)
    slips.takes_it(play.phone("县城管大队"), lead_copy, "接单")
    slips.answers_by_code(play.phone("stranger"), play.sms, MOBILE, play.copy, "接单")
    slips.types_in(desk, lamp, "接单")
    play.until("09-18", "17:31")
    acts.opens_the_desk(desk, play.scene.today)
    acts.ends_it(desk)
    return charger, lamp


def joint_slip(desk) -> tuple[Matter, str, str]:
    """Booked in the app; fifteen working days, five for each part, four office hours to answer."""
    matter = acts.hears(desk, "充电桩建设")
    acts.sends_to_several(desk, "县城管大队", PARTS)
    assert due(matter) == WORKED[14] == "10-15"
    part = ("09-20 09:30", f"{WORKED[4]} 17:30")
    assert shares(matter) == {"县城管大队": ("09-18 16:30", None)} | dict.fromkeys(PARTS, part)
    lead = slips.prints(desk, "部门联办单", "给县城管大队的一份")
    copy = slips.prints(desk, "部门联办单", "给供电所的一份")
    slips.says(lead, matter, "2026年10月15日 周四 17:30", "9月24日", *PARTS, *PARTS.values())
    slips.says(copy, matter, "2026年9月24日 周四 17:30", *PARTS, *PARTS.values())
    return matter, lead.link, copy.link


def single_slip(desk) -> Matter:
    """Walked in without a telephone of her own; ten working days."""
    matter = acts.hears(desk, "公共维修", phone=LANDLADY)
    acts.sends_to_one(desk, "安居物业")
    assert due(matter) == WORKED[9] == "10-09"
    assert shares(matter) == {"安居物业": ("09-18 16:30", None)}
    paper = slips.prints(desk, "现场交办单", "给安居物业的一份")
    slips.says(paper, matter, "2026年10月9日 周五 17:30", "安居物业")
    return matter


def is_scanned(play, desk, aunt, matter):
    """The copy of one unit, by people who are not that unit."""
    slips.opens_for_the_resident(aunt, play.copy)
    slips.opens_for_the_desk(desk, play.copy)
    stranger, secrets = play.phone("stranger"), (CHARGER, "陈玉兰", *PARTS.values())
    slips.tells_a_stranger_its_number(stranger, play.copy, matter.number, *secrets)


def a_part_bounces(play, charger):
    """On a Sunday that is worked; another unit takes it from there."""
    play.until("09-20", "09:00")
    slips.bounces_it(play.phone("绿地物业"), "配电房不归我们管")
    acts.asks_another_instead(play.computer("worker"), charger, "消防大队", "看消防")
    slips.takes_part(play.phone("消防大队"), charger)
    assert shares(charger)["消防大队"] == ("09-20 15:30", f"{WORKED[5]} 17:30")
    goes_by(play.until, "09-21", "09-28")


def is_done_and_is_not(play, charger):
    """The parts, then the whole; and what the resident says of it, in the evening of a holiday."""
    play.until("09-29", "15:00")
    slips.says_part_is_done(play.phone("消防大队"), charger, "看过了，离消防栓够远")
    stranger, words = play.phone("stranger"), "电接到桩位了"
    slips.answers_by_code(stranger, play.sms, MOBILE, play.copy, "办好了", words)
    play.until("09-30", "16:00")
    slips.says_it_is_done(play.phone("县城管大队"), charger, "装好两个充电桩")
    feedback = slips.prints_feedback(play.phone("worker"), charger)

    goes_by(play.until, "10-01", "10-05")
    play.until("10-06", "20:00")
    aunt = play.phone("aunt")
    aunt.follows(feedback.link)
    after.says_it_is_not_done(aunt, NOT_YET)
    assert due(charger) == AFTER_THE_HOLIDAY[14] == "10-27"
    assert told(charger) == ALARMS_OF_PARTS


def stands_on_the_next_agenda(play):
    play.until("10-08", "09:00")
    acts.publishes(play.computer("worker"), play.scene.following)
    goes_by(play.until, "10-08", "10-08")
    play.until("10-09", "14:30")
    assert "fill_agenda" in work_off()
    after.finds_on_the_agenda(play.computer("worker"), play.scene.following, CHARGER, NOT_YET)


def is_late_and_comes_on_paper(play, lamp):
    """Nobody is told anything on a day off; on the Saturday that is worked somebody is."""
    goes_by(play.until, "10-09", "10-12")
    alarms = ("10-08 08:30 remind", "10-09 17:30 holder", "10-10 17:30 lead")
    assert told(lamp) == [*alarms, "10-12 17:30 community"]
    play.until("10-13", "10:00")
    desk = play.phone("worker")
    slips.types_in(desk, lamp, "办好了", "换了三盏灯")
    after.may_not_write_the_rating(desk, lamp)
    after.writes_the_rating(play.phone("colleague"), lamp)
    goes_by(play.until, "10-14", "10-18")


def tells_everybody(play):
    """The board of the estate, to whoever looks at it."""
    stranger = play.phone("stranger")
    after.reads_the_board(stranger, play.scene.who.estate, "居民说没办好 1 次，接着办")
    stranger.has_not_received("陈玉兰", "13859740001", LANDLADY, "李阿婆")
