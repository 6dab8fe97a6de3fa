"""The pages of the desk, on a phone and on a computer, in both looks, measured."""

import pytest

from schemas.people_words import Role
from tests import make, make_tickets
from tests import make_occasions as occasions
from tests.journeys.market_days import AT_THE_GATE, PREPARING, TABLET, a_market_day
from tests.journeys.measured import COMPUTERS, PHONES, Ruler
from tests.journeys.people import hang_up_notices, neighbourhood

STAFF = "/packages/staff"
PAGES = {
    "desk": f"{STAFF}/desk/desk",
    "queue": f"{STAFF}/tickets/tickets",
    "sessions": f"{STAFF}/sessions/sessions",
    "register": f"{STAFF}/register/register",
    "doors": f"{STAFF}/doors/doors",
    "volunteers": f"{STAFF}/volunteers/volunteers",
    "teams": f"{STAFF}/teams/teams",
    "board": f"{STAFF}/board/board",
    "posters": f"{STAFF}/posters/posters",
    "roster": f"{STAFF}/people/people",
}
PAPER = "打印"  # opens a PDF, which is not a page
LOOKS = pytest.mark.parametrize("look", ["normal", "elder"])


@LOOKS
def test_the_desk_can_read_and_hit_everything_on_a_phone(phone_of, look):
    who = a_busy_desk()
    ruler = Ruler(phone_of(who.worker, look=look), look)

    looks_at_every_page(ruler)
    narrows_the_queue(ruler)
    writes_on_the_board(ruler)
    ruler.found_nothing()


@LOOKS
def test_the_desk_can_read_and_hit_every_step_of_a_ticket_on_a_phone(phone_of, look):
    who = a_busy_desk()
    ruler = Ruler(phone_of(who.worker, look=look), look)
    tickets = [make_tickets.wish(who.aunt), make_tickets.open_wish(who.aunt)]
    tickets += [make_tickets.claimed_wish(who.aunt), make_tickets.done_wish(who.aunt)]

    for ticket in tickets:
        takes_every_step(ruler, ticket)
    ruler.found_nothing()


@LOOKS
def test_the_desk_can_read_and_hit_everything_on_a_computer(computer_of, look):
    who = a_busy_desk()
    ruler = Ruler(computer_of(who.worker, look=look), look, COMPUTERS)

    looks_at_every_page(ruler)
    screens_beside_the_queue(ruler)
    ruler.found_nothing()


@LOOKS
@pytest.mark.parametrize("pages", [PREPARING, AT_THE_GATE], ids=["preparing", "at the gate"])
@pytest.mark.parametrize("screens", ["phone", "computer"])
def test_the_desk_can_read_and_hit_everything_about_market_days(
    phone_of, computer_of, look, pages, screens
):
    who = a_busy_desk()
    places = a_market_day(who)
    occasions.device(who.community, TABLET["secret"])
    takes, sizes = {"phone": (phone_of, PHONES), "computer": (computer_of, COMPUTERS)}[screens]
    ruler = Ruler(takes(who.worker, look=look, device=TABLET), look, sizes)

    looks_at_every_page(ruler, {page: path.format(**places) for page, path in pages.items()})
    ruler.found_nothing()


@LOOKS
def test_an_administrator_can_read_and_hit_the_days_off(phone_of, look):
    a_busy_desk()
    ruler = Ruler(phone_of(make.administrator(), look=look), look)

    looks_at_every_page(ruler, {"days off": f"{STAFF}/days/days"})
    ruler.found_nothing()


@LOOKS
def test_an_administrator_can_read_and_hit_everything_about_a_person(phone_of, look):
    who = a_busy_desk()
    ruler = Ruler(phone_of(make.administrator(), look=look), look)

    looks_at_a_person(ruler, who.worker)
    ruler.found_nothing()


@LOOKS
def test_a_unit_can_read_and_hit_what_it_was_asked_to_do(phone_of, look):
    who = a_busy_desk()
    officer = make.officer(make.unit(at=who.community))
    offer = make_tickets.offered_wish(who.aunt, unit=officer.live_grants[0].unit)
    ruler = Ruler(phone_of(officer, look=look), look)

    ruler.visitor.opens(PAGES["desk"])
    ruler.visitor.sees("等您接单")
    ruler.measures("tasks")
    takes_every_step(ruler, offer)
    ruler.found_nothing()


def a_busy_desk():
    who = neighbourhood()
    hang_up_notices(who)
    make_tickets.wish(who.aunt)
    make_tickets.done_wish(who.aunt)
    make.staff(Role.GRID_WORKER, at=who.community, display_name="欧阳慧敏")
    return who


def looks_at_every_page(ruler, pages=PAGES):
    for page, path in pages.items():
        ruler.visitor.opens(path)
        ruler.visitor.sees("意见与投诉")
        ruler.visitor.rests()
        ruler.measures(page)


def narrows_the_queue(ruler):
    ruler.visitor.opens(PAGES["queue"])
    ruler.visitor.taps("筛选")
    ruler.visitor.sees("看这些")
    ruler.measures("filters")


def writes_on_the_board(ruler):
    desk = ruler.visitor
    desk.opens(PAGES["board"])
    for words in ("贴公告", "加电话"):
        desk.taps(words)
        ruler.measures(words)
        desk.taps("关闭")
    desk.opens(PAGES["roster"])
    desk.writes("找人", "陈")
    desk.taps("找人")
    desk.sees("就这些了")
    ruler.measures("people found")
    desk.taps("登记一位不用手机的邻居")
    ruler.measures("somebody is written down")


def takes_every_step(ruler, ticket):
    """Each form is opened, measured and left."""
    desk = ruler.visitor
    desk.opens(f"{STAFF}/ticket/ticket?id={ticket.id}")
    desk.sees("经过")
    ruler.measures(f"ticket, {ticket.state.label}")
    opens_the_steps(desk)
    ruler.measures(f"steps, {ticket.state.label}")
    for step in desk.page.locator(".jl-sheet .st-acts .jl-button").all_inner_texts():
        if PAPER not in step:
            desk.taps(step.strip())
            desk.rests()
            ruler.measures(f"{step}, {ticket.state.label}")
            desk.taps("关闭")
            opens_the_steps(desk)


def opens_the_steps(desk):
    desk.button("更多办法").click()
    desk.sees("办结要两把钥匙")


def screens_beside_the_queue(ruler):
    desk = ruler.visitor
    desk.opens(PAGES["queue"])
    desk.taps_on("家里灯管坏了")
    desk.sees("提出人")
    ruler.measures("three panes")
    desk.taps("受理并发布")
    desk.sees("四个标准")
    desk.taps("受理并发布")
    desk.sees("处要改")
    ruler.measures("three panes, a form refused")


def looks_at_a_person(ruler, person):
    office = ruler.visitor
    office.opens(f"{STAFF}/people/person?id={person.id}")
    office.sees("添加角色")
    ruler.measures("person")
    office.taps("添加角色")
    office.taps("给这个角色")
    office.sees("处要改")
    ruler.measures("a role refused")
    office.chooses("网格员", "浔北社区")
    office.taps("给这个角色")
    office.sees("当「网格员」？")
    ruler.measures("a role asked twice")
