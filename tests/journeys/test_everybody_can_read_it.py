"""The whole of a resident's way, in the normal look and in 长辈版, every page of it measured."""

import pytest

from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.service import doing
from server.wishes.service import wall
from tests import make_tickets
from tests.journeys.measured import Ruler
from tests.journeys.people import DOOR, hang_up_notices, neighbourhood
from tests.journeys.pictures import photo

WISH = "家里灯管坏了，够不着，想请人来换一下"
CARD = "够不着，想请人换根灯管"
ELSEWHERE = {
    "market": "/pages/market/market",
    "scan": "/pages/scan/scan",
    "me": "/pages/me/me",
    "feedback": "/pages/feedback/feedback",
    "look": "/packages/me/look/look",
    "policy": "/packages/me/policy",
    "welcome": "/packages/me/welcome",
    "account": "/packages/me/account",
    "telephone": "/packages/me/phone",
    "homes": "/packages/me/homes",
    "closing the account": "/packages/me/close",
    "volunteer": "/packages/me/volunteer",
    "inbox": "/packages/me/inbox",
    "privacy": "/packages/me/privacy",
    "own copy": "/packages/me/copy",
    "notices": "/packages/me/notices",
    "telephones": "/packages/me/phones",
    "a strange code": "/pages/q/q?path=x",
    "sign-in": "/pages/sign-in/sign-in",
}


@pytest.mark.parametrize("look", ["normal", "elder"])
def test_a_resident_can_read_and_hit_everything_on_the_way_to_a_granted_wish(phone_of, look):
    who = neighbourhood()
    hang_up_notices(who)
    aunt = phone_of(who.aunt, look=look)
    ruler = Ruler(aunt, look)

    writes(aunt, ruler)
    is_granted(who)
    rates(aunt, ruler)
    looks_at_the_wall(aunt, ruler)
    ruler.found_nothing()


@pytest.mark.parametrize("look", ["normal", "elder"])
def test_a_resident_can_read_and_hit_everything_elsewhere(phone_of, look):
    who = neighbourhood()
    hang_up_notices(who)
    aunt = phone_of(who.aunt, look=look)
    ruler = Ruler(aunt, look)

    for page, path in ELSEWHERE.items():
        aunt.opens(path)
        aunt.sees("意见与投诉")
        aunt.rests()
        ruler.measures(page)
    ruler.found_nothing()


def writes(aunt, ruler):
    aunt.opens()
    aunt.sees("放露天电影")
    ruler.measures("home")
    aunt.taps("许个心愿")
    aunt.writes("您想请大家帮什么忙？", WISH)
    aunt.writes("门牌，或者说个地方", DOOR)
    aunt.takes_photo(photo())
    aunt.chooses("自己写", "替别人许")
    ruler.measures("write")
    aunt.chooses("给自己", "都可以")
    aunt.taps("许下心愿")
    aunt.sees("您的心愿，社区收到了")
    ruler.measures("sent")
    aunt.taps("看这个心愿")
    aunt.sees("待受理")
    ruler.measures("ticket")


def is_granted(who):
    """By the same services; their pages are measured by those who use them."""
    ticket = db.session.scalars(db.select(Ticket)).one()
    said = {"words": "灯管换好了，试过会亮", "photo_ids": []}
    wall.screen_wish(ticket, make_tickets.card(), by=make_tickets.actor(who.worker))
    wall.claim_wish(ticket, by=make_tickets.actor(who.volunteer))
    doing.finish(ticket, said, by=make_tickets.actor(who.volunteer))
    db.session.commit()


def rates(aunt, ruler):
    aunt.opens()
    aunt.sees("去评一评")
    ruler.measures("home, somebody waits")
    aunt.taps("去评一评")
    aunt.sees("请您说句实话")
    ruler.measures("ticket, to be rated")
    aunt.taps("办好了")
    aunt.chooses("满意")
    ruler.measures("rating")
    aunt.taps("就说“办好了”")
    aunt.sees("已办结")
    aunt.taps_on("看全部")
    ruler.measures("ticket, closed")
    aunt.opens("/packages/wish/mine")
    aunt.taps("全部")
    aunt.sees(CARD)
    ruler.measures("my wishes")


def looks_at_the_wall(aunt, ruler):
    aunt.opens("/pages/wall/wall")
    aunt.sees("现在没有等人认领的心愿")
    ruler.measures("wall, empty")
    aunt.taps("已实现")
    aunt.sees(CARD)
    ruler.measures("wall")


SMALL_AND_PALE = """<meta name="viewport" content="width=device-width">
<uni-page-body><p style="font-size: 17px">字小</p><p style="font-size: 20px; color: #999">字淡</p>
<div role="button" style="width: 44px; height: 60px; font-size: 20px">窄</div>
<p style="width: 900px; font-size: 20px">宽</p></uni-page-body>"""


def test_the_ruler_finds_what_is_small_pale_or_too_wide(phone_of):
    somebody = phone_of()
    ruler = Ruler(somebody, "elder")
    somebody.page.set_content(SMALL_AND_PALE)
    ruler.measures("a bad page")

    (found, *_) = ruler.wrong.values()
    for what in (
        "text of 17px",
        "contrast of 2.85",
        "target of 44×60",
        "sticks out",
        "the page is 9",
    ):
        assert any(what in one for one in found), what
