"""Every page of points and of the shop in the normal look and in 长辈版, as whoever shops there
meets them, measured."""

import pytest

from server.core.db import db
from tests.journeys.market_scene import market_scene
from tests.journeys.measured import Ruler
from tests.journeys.people import neighbourhood
from tests.journeys.shop_scene import poor_aunt, shop_scene

LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])


@pytest.fixture
def who():
    return neighbourhood()


@pytest.fixture
def made(who):
    market = market_scene(who.estate, who.aunt, who.volunteer)
    made = shop_scene(who, market.ended)
    db.session.commit()
    return made


@LOOKS
def test_points_can_be_read_and_spent(phone_of, who, made, look):
    helper = phone_of(who.volunteer, look=look)
    ruler = Ruler(helper, look)

    is_asked(helper, ruler, made)
    reads_the_purse(helper, ruler, made)
    shops(helper, ruler, made)
    shows_the_voucher(helper, ruler, made)
    looks_after_orders(helper, ruler, made)
    sets_a_pin(helper, ruler)
    ruler.found_nothing()


@LOOKS
def test_whoever_has_no_points_reads_how_to_earn_some(phone_of, who, made, look):
    granny = phone_of(poor_aunt(who), look=look)
    ruler = Ruler(granny, look)

    granny.opens("/packages/shop/purse")
    granny.sees("您还没有积分", "每服务半小时记 1 分")
    ruler.measures("purse, none")
    granny.opens("/packages/shop/shop")
    granny.sees("您还没有积分", "攒够 30 分就能换")
    ruler.measures("shop, nothing to spend")
    granny.opens(f"/packages/shop/goods?id={made.soap.id}")
    granny.sees("去圩日攒积分")
    ruler.measures("goods, not enough")
    granny.opens("/packages/shop/orders")
    granny.sees("没有等着领的")
    ruler.measures("orders, none")
    ruler.found_nothing()


@LOOKS
def test_so_can_whoever_is_not_signed_in(phone_of, made, look):
    stranger = phone_of(look=look)
    ruler = Ruler(stranger, look)
    pages = {
        "/packages/shop/shop": "登录后看我的积分",
        f"/packages/shop/goods?id={made.soap.id}": "登录后再换",
        f"/packages/shop/sheet?scheme={made.scheme.id}": "收支相等",
        f"/packages/shop/sheet?shop={made.store.id}": "货架上还够兑",
        "/packages/shop/purse": "登录后才能看",
        "/packages/shop/orders": "登录后才能看",
        f"/packages/shop/voucher?id={made.placed.id}": "登录后才能看",
        "/packages/shop/pin": "登录后才能看",
    }

    for path, words in pages.items():
        stranger.opens(path)
        stranger.sees(words)
        ruler.measures(path)
    ruler.found_nothing()


def is_asked(helper, ruler, made):
    helper.opens()
    helper.sees("请您确认：大米")
    ruler.measures("home, a counter asks")
    helper.taps("去确认")
    helper.sees("用掉", "过了就作废")
    ruler.measures("order, asked")
    helper.taps("确认兑换")
    helper.sees("待领取", "出示兑换券")
    ruler.measures("order, placed")


def reads_the_purse(helper, ruler, made):
    helper.opens("/packages/shop/purse")
    helper.sees("您能用的积分", "还没到账", "社区给的")
    ruler.measures("purse")
    helper.taps_on("公示中，")
    helper.sees("当天已到上限", "第 1 版")
    ruler.measures("award")


def shops(helper, ruler, made):
    helper.opens("/packages/shop/shop")
    helper.sees("剩 17", "不够，还差", "换完了")
    ruler.measures("shop")
    helper.taps_on("阿琴理发店")
    helper.sees("洗剪吹", "换好还没领的")
    ruler.measures("shop, paused")
    helper.opens(f"/packages/shop/goods?id={made.soap.id}")
    helper.page.locator('[aria-label="多一份"] >> visible=true').click()
    helper.sees("一共 60 分")
    ruler.measures("goods")
    helper.taps("换 2 份")
    helper.sees("这样换，对吗")
    ruler.measures("goods, about to be ordered")
    helper.taps("确认，用 60 分换")
    helper.sees("有效到")


def shows_the_voucher(helper, ruler, made):
    helper.opens(f"/packages/shop/voucher?id={made.placed.id}")
    helper.sees("洗衣液（1 千克一份）", "有效到")
    ruler.measures("voucher")
    helper.opens(f"/packages/shop/voucher?id={made.handed.id}")
    helper.sees("已领取")
    ruler.measures("voucher, fetched")


def looks_after_orders(helper, ruler, made):
    helper.opens("/packages/shop/orders")
    helper.sees("待领取")
    ruler.measures("orders, to be fetched")
    helper.taps("全部")
    helper.sees("已取消")
    ruler.measures("orders, all")
    helper.opens(f"/packages/shop/order?id={made.handed.id}")
    helper.sees("领取凭条", "大米（2.5 千克一份）1 份")
    ruler.measures("order, fetched")
    helper.opens(f"/packages/shop/order?id={made.placed.id}")
    helper.taps("取消兑换")
    helper.sees("原样退回")
    ruler.measures("order, given up")
    helper.taps("还要")


def sets_a_pin(helper, ruler):
    helper.opens("/packages/shop/pin")
    helper.taps("设好")
    helper.sees("请填写 4 位数字")
    ruler.measures("PIN, nothing typed")
    helper.writes("4 位密码", "4826")
    helper.writes("再输一遍", "4826")
    helper.taps("设好")
    helper.answers("知道了")
    helper.sees("已经设了兑换密码")
    ruler.measures("PIN, set")
