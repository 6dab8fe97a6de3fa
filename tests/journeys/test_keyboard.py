"""The desk on a computer, without a mouse: everything is reached, and one sees where one is."""

from playwright.sync_api import expect

from tests import make_tickets
from tests.journeys.people import neighbourhood

FOCUSED = """() => {
    const one = document.activeElement
    const around = [one]
    while (around.length < 5) around.push(around.at(-1).parentElement ?? document.body)
    const ring = style => style.outlineStyle !== 'none' && style.outlineWidth !== '0px'
    const seen = around.some(element => ring(getComputedStyle(element)))
    const host = one.closest('[aria-label]')
    return { words: host?.getAttribute('aria-label') || one.innerText, seen }
}"""
TABS_MAX = 60  # whoever needs more than that has lost patience
TABS_FEW = 3


def test_the_desk_works_with_the_keyboard_alone(computer_of):
    who = neighbourhood()
    make_tickets.wish(who.aunt)
    desk = computer_of(who.worker)
    desk.opens("/packages/staff/tickets/tickets")
    desk.sees("全部 1 件", "家里灯管坏了，够不着，想请人来换一下")
    keys = desk.page.keyboard

    keys.press("j")
    keys.press("Enter")
    desk.sees("提出人")
    screens_it(desk, keys)
    desk.sees("待认领", "撤下心愿墙")

    keys.press("/")
    expect(desk.field("找工单")).to_be_focused()
    keys.type("灯管")
    keys.press("Escape")
    desk.sees("想请人换根灯管")


def test_a_row_chosen_with_keys_opens_with_enter_whatever_was_clicked_before(computer_of):
    who = neighbourhood()
    make_tickets.wish(who.aunt, text="想请人修一修水龙头")
    make_tickets.wish(who.aunt, text="想请人换个灯泡")
    desk = computer_of(who.worker)
    desk.opens("/packages/staff/tickets/tickets")
    desk.sees("想请人换个灯泡")

    desk.taps_on("待受理")
    desk.sees("想请人修一修水龙头", "想请人换个灯泡")
    desk.page.keyboard.press("j")
    desk.page.keyboard.press("j")
    desk.page.keyboard.press("Enter")
    desk.sees("首接人")
    opened = desk.page.locator(".st-title").inner_text()
    assert desk.page.locator('.st-row[aria-current="true"]').inner_text().startswith(opened)
    tabs_to(desk, "受理并发布", TABS_FEW)


def test_a_ticket_that_its_filter_no_longer_holds_leaves_the_screen(computer_of):
    who = neighbourhood()
    make_tickets.wish(who.aunt)
    desk = computer_of(who.worker)
    desk.opens("/packages/staff/tickets/tickets")
    desk.taps_on("家里灯管坏了")
    desk.sees("首接人")

    desk.taps_on("已超期")
    desk.sees("这里没有工单", "选一件工单，在这里看")
    desk.does_not_see("首接人")


def test_the_three_panes_fill_the_window_and_no_more(computer_of):
    who = neighbourhood()
    make_tickets.wish(who.aunt)
    desk = computer_of(who.worker)
    desk.opens("/packages/staff/tickets/tickets")
    desk.sees("全部 1 件")

    tall, window = desk.page.evaluate("[document.documentElement.scrollHeight, innerHeight]")
    assert tall == window


def screens_it(desk, keys):
    tabs_to(desk, "受理并发布")
    keys.press("Enter")
    for test in ("小", "广", "能办", "有用"):
        tabs_to(desk, test)
        keys.press("Space")
    tabs_to(desk, "一句话说清要帮什么")
    keys.type("想请人换根灯管")
    desk.sees_in("一句话说清要帮什么", "想请人换根灯管")
    tabs_to(desk, "家里小修")
    keys.press("Space")
    tabs_to(desk, "受理并发布")
    keys.press("Enter")


def tabs_to(desk, words, most=TABS_MAX):
    for _ in range(most):
        desk.page.keyboard.press("Tab")
        focused = desk.page.evaluate(FOCUSED)
        if (focused["words"] or "").strip().startswith(words):
            assert focused["seen"], f"nobody sees that 「{words}」 is focused"
            return
    raise AssertionError(f"「{words}」 is not reached with {most} tabs")
