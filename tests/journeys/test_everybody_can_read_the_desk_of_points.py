"""The desk of points, on a phone and on a computer, in both looks, measured; its forms, too."""

import pytest

from schemas.occasions import PLANNED
from tests import make_occasions as occasions
from tests import make_points
from tests.journeys.measured import COMPUTERS, PHONES, Ruler
from tests.journeys.people import neighbourhood

STAFF = "/packages/staff"
LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])


@LOOKS
@pytest.mark.parametrize("screens", ["phone", "computer"])
def test_everything_about_points_can_be_read_and_hit(phone_of, computer_of, look, screens):
    who = neighbourhood()
    pool = a_scheme_at_work(who)
    takes, sizes = {"phone": (phone_of, PHONES), "computer": (computer_of, COMPUTERS)}[screens]
    ruler = Ruler(takes(who.colleague, look=look), look, sizes)

    looks_at_the_pool(ruler)
    looks_at_the_rules(ruler)
    looks_at_the_grants(ruler)
    looks_at_a_purse(ruler, who.volunteer)
    looks_at_what_a_session_pays(ruler, a_session(who, pool))
    ruler.found_nothing()


def a_scheme_at_work(who):
    scheme = make_points.scheme(who.community)
    make_points.rule(scheme, day_most=8, festival_times=2)
    pool = make_points.pool(scheme, 300)
    make_points.granted(pool, who.volunteer, 20)
    make_points.asked(pool, who.volunteer, 6)
    make_points.asked(pool, who.aunt, 5, by=who.colleague)
    return pool


def a_session(who, pool):
    row = occasions.session(who.estate, state=PLANNED, pool_id=pool.id, lead_id=who.worker.id)
    occasions.post(row, capacity=400)
    return row


def looks_at_the_pool(ruler):
    desk = ruler.visitor
    desk.opens(f"{STAFF}/points/points")
    desk.sees("积分都在哪里", "社区经费池", "一共注入")
    ruler.measures("points")
    desk.taps("注入积分")
    desk.taps("新的来源")
    desk.sees("登记这个来源")
    ruler.measures("what is put in")


def looks_at_the_rules(ruler):
    desk = ruler.visitor
    desk.opens(f"{STAFF}/points/rules")
    desk.sees("现在用")
    ruler.measures("rules")
    desk.taps("定新规则")
    desk.sees("大家会看到")
    ruler.measures("a new rule")


def looks_at_the_grants(ruler):
    desk = ruler.visitor
    desk.opens(f"{STAFF}/points/grants")
    desk.sees("这一笔是您登记的，请另一位同事确认")
    ruler.measures("grants")
    desk.taps("登记一笔")
    desk.sees("加还是减？")
    ruler.measures("a grant is asked for")


def looks_at_a_purse(ruler, person):
    desk = ruler.visitor
    desk.opens(f"{STAFF}/points/purse?id={person.id}&name=林师傅")
    desk.sees("现在可以用", "社区给的")
    ruler.measures("purse")
    desk.taps("设密码")
    desk.sees("再输一次")
    ruler.measures("a PIN")


def looks_at_what_a_session_pays(ruler, session):
    desk = ruler.visitor
    desk.opens(f"{STAFF}/sessions/session?id={session.id}")
    desk.sees("这里要预留 1600 分")
    ruler.measures("a session that pays")
    desk.taps("补上有激励")
    desk.sees("这一场算节庆活动吗？")
    ruler.measures("how it pays")
