"""What people do with points: the desk puts them in, a volunteer spends them, a counter hands over,
and anybody reads the accounts."""

from tests.journeys.film import film_of

VOUCHER = ".voucher-picture >> visible=true"
PURSE, SHEET = "/packages/shop/purse", "/packages/shop/sheet"


# ---- the desk


def thanks_in_points(desk, day, pool):
    desk.opens(f"/packages/staff/sessions/session?id={day.id}")
    desk.taps("补上有激励")
    desk.chooses(pool.name)
    desk.sends("写好了")


def is_refused(desk, pool, units: int):
    """An empty pool says so before anybody works for it."""
    desk.taps("发布")
    desk.sees("积分池里不够", f"“{pool.name}”还有 0 分，这里要预留 {units} 分")


def puts_points_in(desk, points: str):
    desk.taps("去注入积分")
    desk.taps("注入积分")
    desk.writes("名称", "惠民超市")
    desk.taps("登记这个来源")
    desk.sees("给过 0 分")
    desk.writes("写明白", "11 月帮扶款")
    desk.writes("值多少钱（元）", "100")
    desk.writes("折成多少积分", points)
    desk.taps("注入")
    desk.sees(f"折积分：{points} 分")
    desk.taps("数字没错，注入")
    desk.sees("还能用（分）", "惠民超市")


# ---- whoever served


def reads_what_is_announced(phone, points: int):
    phone.opens(PURSE)
    phone.sees("还没到账", "公示中，12月2日到账", f"+{points}")


def follows_a_point(phone, points: int):
    """From the statement back to the scan."""
    phone.opens(PURSE)
    phone.sees(f"+{points}", "近邻圩日")
    phone.taps_on(f"+{points}")
    phone.sees("服务 2 小时", "每服务半小时记 5 分", "看我的服务记录")


def buys(phone, goods):
    phone.opens("/packages/shop/shop")
    phone.taps_on(goods.name)
    phone.taps("换 1 份")
    phone.sees("到哪里领")
    phone.taps(f"确认，用 {goods.price} 分换")
    phone.sees("有效到")


def voucher_of(phone, at):
    """What a camera would see of the telephone."""
    return film_of(phone.page.locator(VOUCHER).screenshot(), at)


def reads_the_statement(phone, *lines: str):
    phone.opens(PURSE)
    phone.sees(*lines)


# ---- the counter


def hands_over(phone_of, keeper, film):
    counter = phone_of(keeper, camera=film)
    counter.opens("/packages/counter/scan")
    counter.sees("请核对东西和份数")
    counter.taps("交给本人")
    counter.sees("已交给本人")
    return counter


def is_handed_nothing(phone_of, keeper, film):
    """A screenshot of what was handed over."""
    counter = phone_of(keeper, camera=film)
    counter.opens("/packages/counter/scan")
    counter.sees("先不要给")


# ---- whoever reads


def reads_the_accounts(stranger, scheme, amounts: dict[str, int]):
    stranger.opens(f"{SHEET}?scheme={scheme.id}")
    stranger.sees("收支相等")
    rows = stranger.page.locator(".sheet-row >> visible=true")
    assert amounts.items() <= dict(map(_row, rows.all_inner_texts())).items()


def _row(text: str) -> tuple[str, int]:
    lines = text.split("\n")
    return lines[0], int(lines[-1])


def reads_the_shop(stranger, shop, goods, points: int):
    stranger.opens(f"{SHEET}?shop={shop.id}")
    stranger.sees("已兑换", goods.name, f"{points} 分")
