"""The resident's key: not done yet brings it back; silence is its own state, and somebody calls."""

from tests import make_tickets
from tests.journeys.people import neighbourhood


def test_what_is_not_done_comes_back_to_the_doer_and_the_second_round_closes_it(phone_of):
    who = neighbourhood()
    ticket = make_tickets.done_wish(who.aunt, volunteer=who.volunteer)
    aunt, volunteer = phone_of(who.aunt), phone_of(who.volunteer)

    aunt.opens(f"/packages/wish/ticket?id={ticket.id}")
    aunt.taps("还没办好")
    aunt.writes("哪里还没办好？", "亮了一晚又不亮了")
    aunt.taps("就说“还没办好”")
    aunt.sees("办理中")

    volunteer.opens("/packages/wish/tasks")
    volunteer.taps_on(make_tickets.card()["headline"])
    volunteer.sees("亮了一晚又不亮了")
    volunteer.taps("办好了")
    volunteer.writes("办得怎么样？", "换了镇流器，看着亮了两晚")
    volunteer.taps("办好了")
    volunteer.sees("待评价")

    aunt.opens()
    aunt.taps("去评一评")
    aunt.taps("办好了")
    aunt.chooses("满意")
    aunt.taps("就说“办好了”")
    aunt.sees("已办结", "还没办好", "亮了一晚又不亮了")


def test_after_seven_silent_days_the_desk_has_somebody_to_call(phone_of, later, work):
    who = neighbourhood()
    make_tickets.done_wish(who.aunt, volunteer=who.volunteer)
    later(days=8)
    work()
    desk = phone_of(who.worker)

    desk.opens("/packages/staff/desk/desk")
    desk.taps_on("待回访")
    desk.taps_on("已办结·未评价")
    desk.taps("记录居民的评价")
    desk.chooses("电话回访", "办好了", "满意")
    desk.taps("记下居民的评价")
    desk.sees("已办结")
    desk.does_not_see("已办结·未评价")
