"""The pages of teams, at the desk, with their leader and with a volunteer who asks, measured."""

import pytest

from tests import make
from tests.journeys.measured import COMPUTERS, PHONES, Ruler
from tests.journeys.people import neighbourhood
from tests.journeys.team_scene import two_teams

DESK, OWN = "/packages/staff/teams", "/packages/market/teams"
LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])


@pytest.fixture
def scene():
    """Who lives there, who asks to join, and which team."""
    who = neighbourhood()
    asks = make.volunteer(display_name="林小妹", estate=who.estate)
    return who, asks, two_teams(who.estate, who.volunteer, asks)


@LOOKS
@pytest.mark.parametrize("screens", ["phone", "computer"])
def test_the_desk_can_read_and_hit_everything(phone_of, computer_of, scene, look, screens):
    who, _, team = scene
    takes, sizes = {"phone": (phone_of, PHONES), "computer": (computer_of, COMPUTERS)}[screens]
    ruler = Ruler(takes(who.worker, look=look), look, sizes)

    makes_a_team(ruler.visitor, ruler)
    looks_at_a_team(ruler.visitor, ruler, team)
    ruler.found_nothing()


@LOOKS
def test_so_can_whoever_leads_one(phone_of, scene, look):
    who, _, _ = scene
    ruler = Ruler(phone_of(who.volunteer, look=look), look)

    leads_a_team(ruler.visitor, ruler)
    ruler.found_nothing()


@LOOKS
def test_so_can_a_volunteer_who_asks(phone_of, scene, look):
    _, asks, _ = scene
    ruler = Ruler(phone_of(asks, look=look), look)

    asks_to_join(ruler.visitor, ruler)
    ruler.found_nothing()


def makes_a_team(desk, ruler):
    desk.opens(f"{DESK}/teams")
    desk.sees("巧手队", "1 人想入队")
    ruler.measures("teams")
    desk.taps("建队")
    desk.taps("建队")
    desk.sees("处要改")
    ruler.measures("a team refused")


def looks_at_a_team(desk, ruler, team):
    desk.opens(f"{DESK}/team?id={team.id}")
    desk.sees("同意入队", "退队")
    ruler.measures("team")
    for button, words in (("加队员", "找这位志愿者"), ("改队名、队长", "换一位")):
        desk.taps(button)
        desk.sees(words)
        ruler.measures(button)
        desk.taps("关闭")
    says_no(desk, ruler)


def leads_a_team(leader, ruler):
    leader.opens(OWN)
    leader.sees("1 人想入队", "同意入队", "巧手队")
    ruler.measures("the team one leads")
    leader.taps("加队员")
    leader.taps("加进这支队")
    leader.sees("请写手机号")
    ruler.measures("adding a member")
    leader.taps("关闭")
    says_no(leader, ruler)


def says_no(whoever, ruler):
    whoever.taps("不同意")
    whoever.sees("以后还可以再申请")
    ruler.measures("a no asked twice")
    whoever.taps("先不了")


def asks_to_join(volunteer, ruler):
    volunteer.opens(OWN)
    volunteer.sees("等队长同意", "申请入队")
    ruler.measures("teams of here")
    volunteer.taps("退队")
    volunteer.sees("以后想来可以再申请")
    ruler.measures("leaving asked twice")
