"""What holds for all that comes: limits, the last office, the words of the public board; written by
whoever may, read by everybody else, and measured."""

import pytest

from schemas.people_words import UnitKind
from server.core.db import db
from server.people.service import backstop_of
from tests import make
from tests import make_reception as reception
from tests.journeys.measured import COMPUTERS, PHONES, Ruler
from tests.journeys.people import neighbourhood

LIMITS = "/packages/staff/limits/limits"
OFFICE = "/packages/staff/last-office/last-office"
LINES = "/packages/staff/lines/lines"
LONG = "瓷都好厝边社区社会组织联合服务中心"
LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])
SCREENS = pytest.mark.parametrize("screens", ["phone", "computer"])


@pytest.fixture
def who():
    who = neighbourhood()
    make.unit(UnitKind.PROPERTY, at=who.community, name="安居物业")
    make.unit(UnitKind.DEPARTMENT, at=who.community, name=LONG)
    return who


@pytest.fixture
def takes(phone_of, computer_of):
    """Whose eyes, and what they look at."""

    def take(person, look, screens):
        device, sizes = {"phone": (phone_of, PHONES), "computer": (computer_of, COMPUTERS)}[screens]
        return Ruler(device(person, look=look), look, sizes)

    return take


@LOOKS
@SCREENS
def test_an_administrator_sets_a_limit_and_takes_it_back(takes, who, look, screens):
    ruler = takes(make.administrator(), look, screens)
    boss = ruler.visitor

    boss.opens(LIMITS)
    boss.sees("跟整件事一起")
    ruler.measures("limits")
    boss.taps("改其他事项的部门联办单")
    boss.writes("多久要办好？", "")
    boss.writes("几个工作小时内要答复接不接？", "")
    boss.taps("存下")
    boss.sees("想用平常的")
    ruler.measures("a limit refused")
    boss.writes("多久要办好？", "7")
    boss.taps("存下")
    boss.sees("7 个工作日", "自己定的")
    boss.taps("改其他事项的部门联办单")
    boss.taps("改回平常的")
    boss.does_not_see("自己定的")
    ruler.found_nothing()


def test_the_desk_reads_the_limits_and_changes_none(phone_of, who):
    desk = phone_of(who.worker)

    desk.opens(LIMITS)
    desk.sees("10 个工作日", "由县里的管理员改")
    assert desk.button("改").count() == 0


@LOOKS
@SCREENS
def test_an_administrator_names_the_last_office(takes, who, look, screens):
    ruler = takes(make.administrator(at=who.community), look, screens)
    boss = ruler.visitor

    boss.opens(OFFICE)
    boss.chooses("浔北社区")
    boss.sees("没有指定")
    ruler.measures("no office yet")
    boss.taps("指定")
    boss.sees("请选一个单位")
    boss.taps_on(LONG)
    boss.taps("指定")
    boss.sees("是给这一片指定的")
    boss.opens(OFFICE)
    boss.chooses("浔北社区")
    boss.sees("不再指定")
    ruler.measures("an office")
    assert backstop_of(who.estate).name == LONG
    ruler.found_nothing()


@LOOKS
@SCREENS
def test_what_is_written_for_the_board_stays_when_it_is_refused(takes, who, look, screens):
    reception.matter(who.aunt, area=who.estate)
    db.session.commit()
    ruler = takes(who.worker, look, screens)
    desk = ruler.visitor

    desk.opens(LINES)
    desk.sees("还没写")
    ruler.measures("lines")
    desk.taps_on("还没写")
    desk.writes("大家问的是什么？", "5栋302的下水道堵了")
    desk.taps("放上公开栏")
    desk.sees("不能写门牌")
    ruler.measures("a line refused")
    desk.sees_in("大家问的是什么？", "5栋302的下水道堵了")
    desk.writes("大家问的是什么？", "楼里的下水道常常堵")
    desk.taps("放上公开栏")
    desk.sees("楼里的下水道常常堵")
    desk.does_not_see("还没写")
    ruler.found_nothing()
