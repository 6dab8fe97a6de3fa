"""The whole life of a wish in a browser, with four people and one passer-by."""

from tests.journeys.people import DOOR, neighbourhood
from tests.journeys.pictures import photo

WISH = "家里灯管坏了，够不着，想请人来换一下"
CARD = "够不着，想请人换根灯管"
PRIVATE = (WISH, DOOR, "陈玉兰", "陈阿姨", "13859740001")


def test_a_wish_lives_from_saying_to_closing(phone_of):
    who = neighbourhood()
    aunt, worker = phone_of(), phone_of(who.worker)
    volunteer, passer_by = phone_of(who.volunteer), phone_of()

    comes_in_by_the_demo_chooser(aunt, who.aunt)
    makes_a_wish(aunt)
    screens_it(worker)
    finds_nothing_private(passer_by)
    claims_it(volunteer)
    finishes_it(volunteer)
    rates_it(aunt)
    finds_it_fulfilled(passer_by)


def comes_in_by_the_demo_chooser(aunt, person):
    aunt.opens()
    aunt.taps("登录")
    aunt.taps_on(person.display_name)
    aunt.sees(f"{person.display_name}，")


def makes_a_wish(aunt):
    """The draft survives a reload and a moment without network."""
    aunt.taps("许个心愿")
    aunt.writes("您想请大家帮什么忙？", WISH)
    aunt.writes("门牌，或者说个地方", DOOR)
    aunt.takes_photo(photo())
    aunt.reloads()
    aunt.sees_in("您想请大家帮什么忙？", WISH)
    aunt.sees_in("门牌，或者说个地方", DOOR)
    aunt.sees_photos(1)
    with aunt.without_network():
        aunt.taps("许下心愿")
        aunt.sees("网络不通")
        aunt.answers("知道了")
    aunt.sees_in("您想请大家帮什么忙？", WISH)
    aunt.taps("许下心愿")
    aunt.sees("您的心愿，社区收到了")


def screens_it(worker):
    """Refused first, because the card names the wisher: what was typed stays."""
    worker.opens("/packages/staff/tickets/tickets")
    worker.taps_on("待受理")
    worker.taps_on(WISH)
    worker.taps("受理并发布")
    worker.chooses("小", "广", "能办", "有用", "家里小修")
    worker.writes("一句话说清要帮什么", "帮陈玉兰换根灯管")
    worker.writes("大约要多久", "约半小时")
    worker.taps("受理并发布")
    worker.sees("不能写姓名")
    worker.sees_in("一句话说清要帮什么", "帮陈玉兰换根灯管")
    worker.sees_in("大约要多久", "约半小时")
    worker.writes("一句话说清要帮什么", CARD)
    worker.taps("受理并发布")
    worker.sees("待认领")


def finds_nothing_private(passer_by):
    passer_by.opens("/pages/wall/wall")
    passer_by.taps_on(CARD)
    passer_by.sees("邻居的心愿", "约半小时")
    passer_by.has_not_received(*PRIVATE)


def claims_it(volunteer):
    volunteer.opens("/pages/wall/wall")
    volunteer.sees(CARD)
    volunteer.has_not_received(*PRIVATE)
    volunteer.taps("我来认领")
    volunteer.sees("认领以后，您就能看到门牌和电话")
    volunteer.taps("我来认领")
    volunteer.sees(DOOR, "陈玉兰")


def finishes_it(volunteer):
    volunteer.taps("办好了")
    volunteer.writes("办得怎么样？", "灯管换好了，试过会亮")
    volunteer.takes_photo(photo())
    volunteer.taps("办好了")
    volunteer.sees("待评价")


def rates_it(aunt):
    aunt.opens()
    aunt.sees("有一件事等您")
    aunt.taps("去评一评")
    aunt.sees("灯管换好了，试过会亮")
    aunt.taps("办好了")
    aunt.chooses("满意")
    aunt.writes("想说的话", "手艺好，还不肯喝水")
    aunt.taps("就说“办好了”")
    aunt.sees("已办结")


def finds_it_fulfilled(passer_by):
    passer_by.opens("/pages/wall/wall")
    passer_by.taps("已实现")
    passer_by.taps_on(CARD)
    passer_by.sees("已办结")
    passer_by.has_not_received(*PRIVATE)
