"""What is said of a matter of a reception day afterwards: by residents, at the next session, a
month later, on the board."""

from playwright.sync_api import expect

from tests.journeys.friday_acts import RECEPTION, STAFF, Matter, opens_the_desk

# ---- whether it was done


def says_it_is_good(phone, words: str) -> None:
    phone.opens(f"{RECEPTION}/days?view=mine")
    phone.taps_on(words)
    phone.taps("办好了")
    phone.chooses("满意")
    phone.sends("就说“办好了”")
    phone.sees("已办结")


def says_it_is_not_done(phone, words: str) -> None:
    phone.taps("还没办好")
    phone.writes("哪里还没办好？", words)
    phone.sends("就说“还没办好”")
    phone.sees("办理中")


def may_not_write_the_rating(desk, ticket: Matter) -> None:
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.taps("更多办法")
    desk.sees("打印办结反馈单")
    desk.does_not_see("记录居民的评价")


def writes_the_rating(desk, ticket: Matter) -> None:
    """What was said on the telephone."""
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.taps("记录居民的评价")
    desk.chooses("电话回访", "办好了", "基本满意")
    desk.writes("居民的原话", "灯亮了，就是等久了")
    desk.sends("记下居民的评价")
    desk.sees("已办结")


# ---- the next Friday, and a month later


def finds_on_the_agenda(desk, session_id: int, words: str, said: str) -> None:
    opens_the_desk(desk, session_id)
    on_it = desk.page.locator(".rc-item >> visible=true").filter(has_text=words)
    expect(on_it).to_contain_text("居民说没办好")
    desk.taps_on(words)
    desk.sees("居民说没办好 1 次", said)


def hears_that_it_came_back(phone, words: str) -> None:
    phone.opens(f"{STAFF}/visits/visits")
    phone.taps("满一个月的")
    phone.sees(words)
    phone.taps("记录回访")
    phone.chooses("又出问题了")
    phone.writes("又出了什么问题？", "快递柜又抬高了")
    phone.sends("记下")
    phone.sees("新开了")


def reads_the_board(phone, area, *words: str) -> None:
    phone.opens(f"{RECEPTION}/board?area={area.id}")
    phone.sees("解决率（按受理）", *words)
